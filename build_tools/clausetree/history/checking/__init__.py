"""What is written now, held against what was published."""
