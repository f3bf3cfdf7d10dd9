"""Worksheets to pages: what a person sees of each, its identity page and its procedure."""
