"""Documents of word processors and others, as the Markdown of a policy."""
