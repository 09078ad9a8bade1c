"""The conversation between a reader and a tree, and what she sees of it. It runs in her browser."""
