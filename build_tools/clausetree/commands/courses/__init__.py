"""`clausetree courses …`, a module a command."""
