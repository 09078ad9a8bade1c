"""Word's own format: its automatic numbers, fields and tracked changes, put into words."""
