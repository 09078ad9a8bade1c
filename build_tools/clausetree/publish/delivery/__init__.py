"""The site as one archive to hand over, and the signature of its checksums."""
