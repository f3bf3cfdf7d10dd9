"""Pictures of pages to sheets: rules first, then words with the cells in mind.

- ``scan``        the recipe
- ``pasted``      pictures on a page that a program drew
- ``word_boxes``  words that their boxes give away as none
"""
