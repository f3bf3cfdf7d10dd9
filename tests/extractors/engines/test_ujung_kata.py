"""Boxes of words that reach over the next word of their line."""

import numpy as np

from extractors.boxes import Box
from extractors.engines.ujung_kata import with_own_ends
from extractors.sheets import Word

FIRST, SECOND = Box(10, 10, 40, 22), Box(60, 10, 90, 22)


def printed():
    """Two black words on grainy paper."""
    picture = np.full((40, 120), 250, np.uint8)
    for box in (FIRST, SECOND):
        picture[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)] = 20
    picture[15, 50] = 20  # a speck
    return picture


def word(box, line=0):
    return Word("kata", box, 0.9, "tesseract", line)


def test_a_word_with_the_end_of_the_next_one_ends_with_its_own_ink():
    words = [word(FIRST._replace(x1=SECOND.x1)), word(SECOND)]
    assert [w.box for w in with_own_ends(words, printed())] == [FIRST, SECOND]


def test_a_coloured_picture_is_as_good():
    coloured = np.repeat(printed()[:, :, None], 3, axis=2)
    assert with_own_ends([word(FIRST._replace(x1=90)), word(SECOND)], coloured)[0].box == FIRST


def test_words_that_only_touch_stay_as_they_are():
    words = [word(FIRST._replace(x1=SECOND.x0 + 3)), word(SECOND)]
    assert with_own_ends(words, printed()) == words


def test_words_of_other_lines_stay_as_they_are():
    words = [word(FIRST._replace(x1=SECOND.x1)), word(SECOND, line=1)]
    assert with_own_ends(words, printed()) == words
