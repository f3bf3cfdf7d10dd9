"""What known words say. The words themselves are in ``extractors/data``.

- ``labels``         which known label or heading is this text, OCR slips allowed
- ``worn_labels``    labels that a stamp or bad copy damaged, from their neighbours; ``crowded_labels`` those inside lines
- ``actors``, ``marks``   names of actors that a heading ran together; what a glyph in an actor's cell says
- ``durations``, ``verbs``, ``signs``, ``branch_names``, ``open_ends``, ``glyphs``, ``vocabulary``, ``word_forms``   one kind of word each
"""
