"""What `clausetree` can do, a module a command, and beside them what several commands share.

Each command has `NAME`, `HELP` (one line), `add_arguments(parser)`, and `run(arguments)`, which returns 0 when
all is well, 1 when something that an author wrote is wrong, and 2 when the command was used wrongly.
"""
