"""When what is to be done is due."""
