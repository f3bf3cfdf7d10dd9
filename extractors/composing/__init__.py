"""Sheets to pages: the words of all sheets written out as one text that values point into.

- ``compose``         the recipe; ``broken_words`` words that a narrow cell broke
- ``wide_sheets``     sheets that were too wide for their paper, put together; ``copies`` pages held twice
- ``repeated_headings``, ``lent_headings``   what the headings of several pages tell about each other
"""
