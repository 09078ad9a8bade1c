"""The adapter to MkDocs: it hands over and takes back."""
