"""How numbers are counted and written, in every script: nothing else knows."""
