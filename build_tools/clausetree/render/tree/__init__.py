"""A tree as linked sections, an outline, a drawing, and the page that holds them."""
