"""The flowchart of a procedure table: from symbols in cells and edges between them to places on pages.

Pure functions, without any knowledge of SOPs or file formats. Points throughout; x from the left
edge of the table, y downwards from the upper edge of the first row on the page.

- ``model``      what goes in and what comes out
- ``forms``      how large symbols are, and where lines meet their outlines
- ``grid``       the tracks of a page that lines may run on
- ``route``      one way on the tracks for each edge
- ``place``      ways and symbols in points, and how high rows must be for them
- ``labels``     where Ya and Tidak stand
- ``layout``     the pages: which rows stand on which, and what hands the flow over between them
- ``sequence``   the plain order of the steps as edges, where none are known
- ``strokes``    arrowheads and letters, alike in every format
- ``svg``        a page as SVG
"""
