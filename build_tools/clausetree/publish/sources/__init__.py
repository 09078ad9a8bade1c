"""What an author's folders hold, read as the site reads it."""
