"""What helps somebody who writes: choices, explanations, places, renaming, and mends that are certain."""
