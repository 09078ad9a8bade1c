"""What is handed over: the site as one archive, the signature of its checksums, and the parts of the wheel."""
