"""What an author's folders hold, read as the site reads it, and the two lists there that commands write."""
