"""Markup: tags, entities and bold marks go, what they meant stays, and no character loses its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages import Source
from extractors.spans import BUTIR, PARAGRAF, SELA
from extractors.texts.markup import CELL, END_CELL, END_TABLE, ROW, TABLE, clean
from tests.extractors.plain import is_faithful
from tests.strategies import STABIL

SHOWN = {
    TABLE: "⟨table⟩",
    ROW: "⟨row⟩",
    CELL: "⟨cell⟩",
    END_CELL: "⟨/cell⟩",
    END_TABLE: "⟨/table⟩",
    PARAGRAF: "¶",
    SELA: "⏎",
    BUTIR: "•",
}


def cleaned(text: str) -> str:
    """The clean text with its control characters made visible."""
    return clean(Source(text)).span.text.translate(str.maketrans(dict[str, str | int | None](SHOWN)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nama SOP : Legalisir", "Nama SOP : Legalisir"),
        ("**Dasar Hukum**", "Dasar Hukum"),
        ("<b>Camat</b> <span style='x'>Sukamaju</span>", "Camat Sukamaju"),
        ("<B>Camat</B><o:p></o:p>", "Camat"),
        ("H<sub>2</sub>O", "H2O"),
        ("Nama: ________", "Nama: ________"),
        ("__init__", "__init__"),
    ],
    ids=["plain", "bold", "inline", "word-processor", "sub", "blank-to-fill-in", "underscores"],
)
def test_marks_of_style_go(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("satu<br>dua<br/>tiga", "satu⏎dua⏎tiga"),
        ("<p>satu</p><p>dua</p>", "¶satu¶¶dua¶"),
        ("<ol><li>satu</li><li>dua</li></ol>", "¶•satu•dua¶"),
        ("<ol>1. satu;2. dua", "¶1. satu;2. dua"),
        ("<h2 class=x>Judul</h2>", "¶Judul¶"),
        ("satu\n<br>dua", "satu\n⏎dua"),
    ],
    ids=["br", "p", "list", "unclosed-list", "heading", "line-end-of-a-text"],
)
def test_breaks_stay_as_marks(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<page_number>2</page_number>Camat", "Camat"),
        ("<watermark>SALINAN</watermark>Camat", "Camat"),
        ("Camat<signature>A. B.</signature> Melati", "Camat Melati"),
        ("<img>Logo daerah</img>Camat", "Camat"),
        (r"$\pm$ 15 menit", "± 15 menit"),
        (r"1\. Komputer \- \*baik\*", "1. Komputer - *baik*"),
        ("Nomor SOP：７", "Nomor SOP:7"),
        (r"biaya $ 5 dan $ 6 di C:\Data", r"biaya $ 5 dan $ 6 di C:\Data"),
    ],
    ids=["page-number", "watermark", "signature", "picture", "formula", "escaped", "wide", "no-formula"],
)
def test_what_vision_models_put_beside_the_text(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<![if !supportLists]>1.<span style='font:7.0pt \"Times New Roman\"'> </span><![endif]>Camat",
            "1. Camat",
        ),
        ("<?xml:namespace prefix = o /><st1:place w:st='on'>Lurah</st1:place><w:anchorlock/>", "Lurah"),
        ("<span style='font-family:Wingdings'>n</span> n", "■ n"),
        ('<FONT FACE="Wingdings">l&uuml;</FONT>l', "●✓l"),
        (
            "<span style='font-family:Symbol'><span>·<span style='font:7pt Arial'>a</span></span></span>a",
            "•aa",
        ),
        ("<span style='font-family:Arial;mso-bidi-font-family:Symbol'>a</span>", "a"),
        ("<span style='mso-char-type:symbol;mso-symbol-font-family:Wingdings'>u</span>", "◆"),
        ("<td><span style='font-family:Wingdings'>n<td>n", "⟨cell⟩■⟨cell⟩n"),
    ],
    ids=[
        "conditions",
        "smart-tags",
        "symbol",
        "entities",
        "nested",
        "other-script",
        "symbol-alone",
        "unclosed",
    ],
)
def test_what_office_programs_put_into_html(text: str, expected: str) -> None:
    assert cleaned(text) == expected


def test_tables_stay_as_marks() -> None:
    assert cleaned("<table><tr><td>a</td><th>b</table>") == "⟨table⟩⟨row⟩⟨cell⟩a⟨/cell⟩⟨cell⟩b⟨/table⟩"


@pytest.mark.parametrize(
    ("tag", "width"),
    [
        ("<td>", (1, 1)),
        ('<td colspan="3">', (3, 1)),
        ("<td colspan=3 rowspan='2'>", (3, 2)),
        ("<TD ROWSPAN = 2>", (1, 2)),
        ("<td colspan=0>", (1, 1)),
        ("<td colspan=900>", (60, 1)),
        ("<td colspan=x>", (1, 1)),
    ],
)
def test_width_and_height_of_a_cell(tag: str, width: tuple[int, int]) -> None:
    assert clean(Source(f"<table><tr>{tag}a</table>")).widths == (width,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alat &amp; bahan", "alat & bahan"),
        ("a&nbsp;b", "a b"),
        ("&#8226; ATK", "• ATK"),
        ("&#x2022; ATK", "• ATK"),
        ("&lt;b&gt;", "<b>"),
        ("R&D; dan B&tidakada;", "R&D; dan B&tidakada;"),
        ("A & B", "A & B"),
    ],
    ids=["named", "blank", "decimal", "hexadecimal", "angle-brackets", "unknown", "ampersand"],
)
def test_entities(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a<!-- catatan\nredaksi -->b", "ab"),
        ("<style>td { color: red }</style>isi", "isi"),
        ("<head><title>Judul</title></head>isi", "isi"),
        ("<script>if (a < b) { }</script>isi", "isi"),
        ("<!DOCTYPE html>isi", "isi"),
    ],
    ids=["comment", "style", "head", "script", "doctype"],
)
def test_what_no_reader_sees_goes(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a<!-- tidak ditutup", "tidak ditutup"),
        ("<style>td {}</styl>isi", "isi"),
        ("<script>a()isi", "isi"),
        ("<head><title>Judul</title><body>isi", "isi"),
        ("<head><title>Judul</title><p>isi", "isi"),
        ("Surat&#10;Masuk", "Surat Masuk"),
        ("Surat&#xe001;Masuk", "Surat Masuk"),
    ],
    ids=["comment", "style", "script", "head-ended-by-body", "open-head", "line-feed", "mark-of-ours"],
)
def test_damaged_markup_hides_and_breaks_nothing(text: str, kept: str) -> None:
    assert kept in cleaned(text)


@pytest.mark.parametrize(
    "text",
    ["suhu < 5 dan > 2", "nilai <= 10", "<nama pejabat>", "lihat <https://contoh.go.id>", "a <- b", "5<b"],
)
def test_angle_brackets_of_a_text_stay(text: str) -> None:
    assert cleaned(text) == text


def test_line_ends_of_an_html_document_are_blanks() -> None:
    assert cleaned("<html><body><p>satu\ndua</p></body></html>") == "¶satu dua¶"
    assert cleaned("<p>satu\ndua</p>") == "¶satu\ndua¶"


TOKENS = ("<td>", "</td>", "<table>", "</table>", "<tr colspan=2>", "<p>", "<br/>", "**", "&amp;", "&x;")
REST = ("a", "<", " ", "\n", "<!--", "-->", "__", "<b", ">")


@given(st.lists(st.sampled_from((*TOKENS, *REST)), max_size=25))
@STABIL
def test_clean_text_keeps_its_places(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = clean(Source(text))
    kept = [
        (char, offset)
        for char, offset in zip(found.span.text, found.span.offsets, strict=True)
        if offset >= 0
    ]
    offsets = [offset for _, offset in kept]
    assert offsets == sorted(offsets)
    assert all(text[offset] in (char, "&") for char, offset in kept)
    assert found.span.text.count(CELL) == len(found.widths)


@given(st.text(alphabet=st.characters(exclude_characters="<&*_"), max_size=60))
@STABIL
def test_a_text_without_markup_is_left_alone(text: str) -> None:
    span = clean(Source(text)).span
    assert span.text == text
    assert is_faithful(span, text)
