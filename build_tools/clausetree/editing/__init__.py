"""What an editor asks about a text that somebody is writing, and the changes to it that it can make for her."""
