"""File to raw SOP, exactly as read: this room interprets nothing and corrects nothing.

The way of the data through the modules:

- ``errors``      why a file cannot be read, one sentence each
- ``spans``       Span: text that knows where every one of its characters stood in the source
- ``pages``       what a reader hands on: Source (the text and its lines), lines and tables of cells
- ``raw``         what this room hands on: RawSop, every value with its span and how it was found
- ``data``        label spellings, table headings, actors' first words and symbol glyphs, as TOML
- ``readers``     one module per kind of file, ``READERS`` lists them; ``read`` picks the one
- ``markup``      leftover tags and entities to clean text; ``blocks`` clean text to lines and tables
- ``labels``      which known label is this text; ``lists`` the entries of a box
- ``columns``     which heading of the procedure table is which; ``actors`` their names, ``marks`` their symbols
- ``durations``   does this look like a duration; ``signs`` letterheads, officers, NIPs
- ``fragments``   blocks to rows of fragments, with the labels that they begin with
- ``layouts``     the ways in which values sit on a page, tried as alternatives
- ``segment``     the slice of each SOP in a file
- ``extract``     slice to RawSop: the recipe, top to bottom
"""

import os

# Before numpy is loaded, which asks once: threads that wait for the small sums here take longer than these.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
