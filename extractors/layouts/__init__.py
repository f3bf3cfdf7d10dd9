"""How values sit on a page. Each module knows one arrangement and none knows a file.

- ``header``     the identity page: labels and values beside, below or in cells
- ``assign``     labels printed first, their contents after them: which content is whose
- ``flat_boxes`` boxes of a text without columns, all its lines decided at once
- ``titles``     lines that head a page and belong to no box
- ``signature``  the officer's block below the procedure
- ``procedure``  tries the tables below and keeps the one that explains the most:

  - ``table_cells``      the source marks the cells: tabs, pipes, HTML
  - ``table_columns``    columns aligned with blanks (``aligned_heading``, ``aligned_cells``, ``partition``)
  - ``table_stacked``    cell below cell (``chain``, ``heading_lines``)
  - ``table_flattened``  each line runs across all columns (``flat_rows``, ``flat_cuts``)
  - ``table_loose``      cells in any order (``loose``)
  - ``table_halves``     all steps first, the other cells after them

- ``steps``      drafts of rows to the raw steps, and how well they explain the text
"""
