"""What a policy says of itself at its head, filled in: each change is one of a few characters."""
