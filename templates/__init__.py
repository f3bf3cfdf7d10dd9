"""What the outputs look like, by name.

- ``sop.<ext>.j2``    the clean document, one per format
- ``diff.html.j2``    the diff report of one SOP
- ``index.html.j2``   the run at a glance
- ``_*.j2``           parts that these share
"""
