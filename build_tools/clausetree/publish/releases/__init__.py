"""Released versions: read, checked before they are recorded, and recorded for good."""
