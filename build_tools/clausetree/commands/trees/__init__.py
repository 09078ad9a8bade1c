"""Commands about trees, a module a command, and the one tree that some of them are about."""
