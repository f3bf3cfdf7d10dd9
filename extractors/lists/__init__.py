"""The entries of a box.

- ``items``            lines to entries: "1." "a." "-" or nothing at all, also glued into one line
- ``worn_marks``       markers that a bad copy left half readable
- ``cell_lists``, ``ended_lines``   the lines of a cell in their order, and those that somebody ended
- ``strayed_entries``  entries that run on in another box
"""
