"""HTML put together so that words can never become markup, and what every page needs of it."""
