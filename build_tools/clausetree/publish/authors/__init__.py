"""What a site publishes for those who write it: its own sources, and the page to edit them on."""
