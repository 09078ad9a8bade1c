"""What Python may do with JavaScript: our engine does nothing."""
