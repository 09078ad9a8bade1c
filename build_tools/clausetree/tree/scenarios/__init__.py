"""An author's tests of a tree, and what of it they leave unshown."""
