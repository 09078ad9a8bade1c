"""The numbers and letters that units begin with: which of the words that look like one are one."""
