"""Files of other programs opened: the texts in them, and of what cannot be read, why."""
