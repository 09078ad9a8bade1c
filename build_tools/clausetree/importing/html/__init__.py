"""HTML, as browsers, word processors and our reader of Word's format write it, as blocks."""
