"""Commands about trees, a module a command."""
