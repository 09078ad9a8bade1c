"""What browsers are sent besides pages: scripts, styles, and the Python that runs there."""
