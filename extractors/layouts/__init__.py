"""How values sit on a page. Each module knows one arrangement and none knows a file.

- ``assign``     labels printed first, their contents after them: which content is whose
- ``header``     the identity page: labels and values beside, below or in cells
- ``columns``    which heading of the procedure table means what
- ``table_*``    the procedure table with cells, with aligned columns, as a stack of lines,
  or flattened; ``procedure`` tries them and keeps the one that explains the most
"""
