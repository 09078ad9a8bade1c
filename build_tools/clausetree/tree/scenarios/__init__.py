"""An author's tests of a tree, what they leave unshown, and the faults that they would not notice."""
