"""What the page for authors asks, in the browser that it is open in."""
