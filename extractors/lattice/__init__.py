"""Ruled lines to cells, and what words alone say of the lines.

- ``grid``      lines to lattices: cells with rows and columns, merged ones included
- ``ruled``     the tables of a sheet with the words of each cell
- ``gutters``   edges that only the room between words shows; ``denied_rules`` lines that words run through
- ``cuts``      a table cut where no line was
"""
