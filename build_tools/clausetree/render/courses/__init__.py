"""A procedure as a course for a learning system."""
