import pytest

from extractors.office.docx_lists import formatted
from extractors.pages import Line
from extractors.readers.docx import read
from tests.extractors.office.words import docx, numbered, p


def level(at, form, text, more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{360 * (at + 1)}"/></w:pPr></w:lvl>'
    )


def abstract(name, *levels, more=""):
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}{more}</w:abstractNum>'


def num(name, of, more=""):
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
NUMBERING = (
    abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "decimal", "%1.%2.%3"))
    + abstract(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    + abstract(2, level(0, "bullet", "\uf0b7"), level(1, "bullet", "-"))
    + abstract(3, level(0, "decimal", "Pasal %1", '<w:pStyle w:val="Pasal"/>'))
    + num(1, 0)
    + num(2, 0)
    + num(3, 0, RESTART)
    + num(4, 1)
    + num(5, 2)
    + num(6, 3)
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Daftar"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Anak"><w:basedOn w:val="Daftar"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Pasal"><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>'
)


def shown(*paragraphs):
    pages = read(docx("".join(paragraphs), numbering=NUMBERING, styles=STYLES))
    return [block.span.text for block in pages.blocks if isinstance(block, Line) and block.span]


def test_levels_count_and_deeper_ones_begin_anew():
    found = shown(*(numbered(1, at) for at in (0, 1, 1, 0, 1, 2)))
    assert found == ["1. x", "a) x", "b) x", "2. x", "a) x", "2.a.1 x"]


def test_lists_of_one_definition_count_on_unless_they_restart():
    assert shown(numbered(1), numbered(2), numbered(3), numbered(3)) == ["1. x", "2. x", "1. x", "2. x"]


def test_roman_numbers_and_legal_ones_below_them():
    assert shown(numbered(4), numbered(4), numbered(4, 1)) == ["I. x", "II. x", "2.1 x"]


def test_bullets_become_bullets_and_dashes():
    assert shown(numbered(5), numbered(5, 1)) == ["• x", "- x"]


def test_styles_number_their_paragraphs_also_by_inheritance():
    style = '<w:pStyle w:val="{}"/>'.format
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    found = shown(
        p("x", style("Daftar")), p("x", style("Anak")), p("x", style("Anak") + off), p("x", style("Pasal"))
    )
    assert found == ["1. x", "2. x", "x", "Pasal 1 x"]


def test_an_empty_paragraph_shows_its_number():
    assert shown(numbered(1, text=""), numbered(1, text="")) == ["1.", "2."]


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (4, "decimalZero", "04"),
        (27, "lowerLetter", "aa"),
        (14, "lowerRoman", "xiv"),
        (1994, "upperRoman", "MCMXCIV"),
        (3, "none", ""),
        (10**9, "upperRoman", "1000000000"),
        (5, "hindiNumbers", "5"),
    ],
)
def test_numbers_are_formatted(count, form, text):
    assert formatted(count, form) == text
