"""Ruled lines of a page: pieces of strokes, the lines that they make, and the tables that carry them."""
