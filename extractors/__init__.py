"""File to raw SOP, exactly as read: this room interprets nothing and corrects nothing.

The recipes, top to bottom:

- ``read``        a file to ``Pages``: the one reader whose file it is, of ``readers``
- ``segment``     ``Pages`` to the slice of each SOP in a file
- ``extract``     a slice to ``RawSop``: its ``parts`` by ``layouts``, its ``flow``, its ``title_lines``

What is handed on:

- ``spans``       Span: text that knows where every one of its characters stood in the source
- ``boxes``, ``sheets``   a page as geometry: words, ruled lines, drawings
- ``pages``       Source (the text and its lines), lines and tables of cells
- ``symbols``     symbols of the flow and edges between them
- ``raw``         RawSop: every value with its span and how it was found
- ``errors``      why a file cannot be read, one sentence each

The rooms:

- ``readers``     one module per kind of file, ``READERS`` lists them
- ``texts``, ``dumps``   text files to lines and tables of cells; those that models and programs wrote as data
- ``office``, ``worksheets``   what the parts of an office file say; sheets of a workbook to pages
- ``vector``      pages that a program drew, to sheets
- ``scans``       pictures of pages to sheets, by ``raster`` (pixels) and ``engines`` (letters)
- ``lattice``, ``tables``   ruled lines to cells; what lines and words together say of a table
- ``composing``   sheets to ``Pages``
- ``lexicon``     what known words say: labels, headings, durations, verbs …; ``data`` holds them as TOML
- ``lists``       the entries of a box
- ``layouts``     the ways in which values sit on a page, tried as alternatives
- ``flow``        which symbols stand where, and which way the flow goes
"""

import os

# Before numpy is loaded, which asks once: threads that wait for the small sums here take longer than these.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
