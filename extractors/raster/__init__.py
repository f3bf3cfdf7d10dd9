"""From the picture of a page to an upright, straight picture with its ruled lines, its drawing and its words.

``page`` is the recipe of a page and ``writing.words`` that of its words. ``geometry`` lays the paper upright,
``learned`` tells pixel by pixel what lines are, ``drawing`` finds symbols and the ways between them, ``rules``
the ruled lines, ``writing`` the words.
"""
