"""What the tables of a page are, told by their lines and their words together: columns, rows, headings, boxes.

``worded`` is the recipe; each of the others knows one thing that lines lost or words show.
"""
