"""What differs between two versions of a tree. The words for it are in `render/review/compared.py`."""
