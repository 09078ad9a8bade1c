"""What authors write as other languages have it, where it is plain what a tree has instead."""
