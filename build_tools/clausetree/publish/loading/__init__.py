"""A site's sources as a whole: its policies, what was published of them, and its trees."""
