"""Boxes one below the other, whose lines tell each other's width."""

from extractors.fragments import flow
from extractors.layouts.fields import Value
from extractors.layouts.full_width import full_width, width_of
from extractors.lists.items import Piece, items
from extractors.spans import Span
from tests.extractors.plain import blocks_of

BELOW = (
    "Dasar Hukum\n"
    "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan sebagaimana telah diubah beberapa kali\n"
    "Kualifikasi Pelaksana\n"
    "Memahami tata kearsipan\n"
    "Teliti dan cekatan bekerja\n"
)
BESIDE = (
    "Dasar Hukum          Kualifikasi Pelaksana\nUndang-Undang        Teliti\nPeraturan Bupati     Cekatan\n"
)


def pieces(*texts: str) -> tuple[Piece, ...]:
    return tuple(Piece(Span(text, range(at * 100, at * 100 + len(text)))) for at, text in enumerate(texts))


def test_a_line_that_ends_early_for_its_page_ends_an_entry() -> None:
    lines = pieces("Memahami tata kearsipan", "Teliti dan cekatan bekerja")
    assert len(items(lines)) == 1
    assert len(items(lines, 90)) == 2


def test_the_longest_line_of_boxes_below_each_other_is_as_wide_as_they_are() -> None:
    rows = flow(blocks_of(BELOW))
    wide = full_width(rows)
    assert wide[0] == len(BELOW.splitlines()[1])
    inside = Value("kualifikasi_pelaksana", (Piece(rows[-1].fragments[0].span),), "label", 0.9)
    assert width_of(inside, wide) == wide[0]
    assert width_of(Value("peringatan", pieces("Arsip hilang"), "label", 0.9), (wide[0], ())) == 0


def test_boxes_beside_each_other_have_widths_of_their_own() -> None:
    assert full_width(flow(blocks_of(BESIDE))) == (0, ())
