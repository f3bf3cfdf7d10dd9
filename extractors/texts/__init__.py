"""Text files to blocks: lines of running text and tables of cells.

- ``blocks``     the recipe
- ``markup``     tags, entities and Markdown taken off; ``latex``, ``latex_tables`` those of TeX
- ``one_line``, ``broken_rows``, ``semicolons``   lines and cells that an export ran together or broke
- ``running_lines``, ``smears``   lines that belong to no text: feet of pages, what engines make of rules and stamps
"""
