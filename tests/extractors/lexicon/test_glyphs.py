import pytest

from extractors.data import table
from extractors.lexicon.glyphs import bullet, code, shown
from extractors.lexicon.marks import read_mark
from extractors.office.outlines import is_flow, kind, vml_preset


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [
        ("biasa", "Arial", "biasa"),
        ("\uf06f", "Wingdings", "□"),
        ("\uf0b7", "", "•"),
        ("o", "Wingdings", "□"),
        ("o", "Courier New", "o"),
        ("\uf001", "Wingdings", ""),
    ],
)
def test_characters_of_symbol_fonts_become_what_they_show(text, font, seen):
    assert shown(text, font) == seen


@pytest.mark.parametrize(
    ("value", "font", "seen"),
    [("F0FC", "Wingdings", "✓"), ("6C", "wingdings", "●"), ("xyz", "Symbol", ""), ("FFFFFFF", "Symbol", "")],
)
def test_codes_become_glyphs(value, font, seen):
    assert code(value, font) == seen


def test_bullets_alone_keep_their_glyph_and_before_text_are_bullets():
    assert bullet("\uf0fc", "Wingdings", alone=True) == "✓"
    assert bullet("\uf0fc", "Wingdings", alone=False) == "•"
    assert bullet("-", "", alone=False) == "-"
    assert bullet("o", "Courier New", alone=True) == "•"


def test_glyphs_of_forms_are_marks_of_actors():
    wingdings = table("glif")["wingdings"]
    marks = [read_mark(wingdings[key]) for key in ("6c", "6f", "75")]
    assert {mark.simbol for mark in marks if mark} == {
        "terminator",
        "proses",
        "keputusan",
    }


def test_codes_are_bytes_and_glyphs_single_characters():
    for glyphs in table("glif").values():
        for key, glyph in glyphs.items():
            assert 0x20 <= int(key, 16) <= 0xFF
            assert len(glyph) == 1


def test_shapes_of_flows_are_known_by_their_presets():
    assert vml_preset(110) == "flowChartDecision"
    assert vml_preset(999) == "vml999"
    assert kind("bentConnector3") == kind(vml_preset(20)) == "connector"
    assert is_flow("flowChartDocument")
    assert not is_flow("rect")
