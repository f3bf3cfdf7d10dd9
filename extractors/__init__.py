"""File to raw SOP, exactly as read: this room interprets nothing and corrects nothing.

The way of the data through the modules:

- ``errors``    why a file cannot be read, one sentence and one exit code each
- ``spans``     Span: text that knows where every one of its characters stood in the source
- ``pages``     what a reader hands on: Source (the text and its lines), lines and tables of cells
- ``raw``       what this room hands on: RawSop, every value with its span and how it was found
- ``data``      label spellings, table headings and symbol glyphs, as TOML
- ``readers``   one module per kind of file, ``READERS`` lists them
- ``read``      file to pages: pick the one reader, run it
- ``segment``   pages to one slice per SOP
- ``layouts``   the ways in which values sit on a page, tried as alternatives
- ``extract``   slice to RawSop
"""
