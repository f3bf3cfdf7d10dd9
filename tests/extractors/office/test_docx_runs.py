import pytest

from extractors.pages import Line
from extractors.readers.docx import read
from tests.extractors.office.words import alternate, docx, p, r


def shown(runs, **parts):
    pages = read(docx(p(runs=runs), **parts))
    return "\n".join(block.span.text for block in pages.blocks if isinstance(block, Line) and block.span)


def field(code, result):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        mark("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + mark("separate")
        + result
        + mark("end")
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (f"{r('a')}<w:ins>{r('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>", "ab"),
        (f"<w:moveFrom>{r('a')}</w:moveFrom><w:moveTo>{r('b')}</w:moveTo>", "b"),
        (r("a") + r("rahasia", "<w:vanish/>") + r("b", '<w:vanish w:val="0"/>'), "ab"),
        (r("a") + r("b", '<w:rStyle w:val="Sembunyi"/>'), "a"),
        (r("a") + field(" DATE ", r("2 Mei 2020")), "a2 Mei 2020"),
        (field(" IF " + "x", field(" y ", r("dalam"))), "dalam"),
        (f'<w:fldSimple w:instr=" DATE ">{r("2020")}</w:fldSimple>', "2020"),
        (f'<w:hyperlink r:id="x">{r("tautan")}</w:hyperlink>', "tautan"),
        (f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r('isi')}</w:sdtContent></w:sdt>", "isi"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F06F"/><w:sym w:font="Symbol" w:char="B7"/></w:r>', "□•"),
        (r("\uf0fc", '<w:rFonts w:ascii="Wingdings"/>') + r("n", '<w:rFonts w:ascii="Webdings"/>'), "✓●"),
        ("<w:r><w:t>ke</w:t><w:softHyphen/><w:t>pala</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "kepala-1"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        (alternate("<w:t>pilihan</w:t>", "<w:t>cadangan</w:t>"), "pilihan"),
        (alternate("<w:t>baru</w:t>", "<w:t>cadangan</w:t>").replace('"wps"', '"masadepan"'), "cadangan"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
         '</w:fldChar><w:fldChar w:fldCharType="end"/></w:r>', "☒"),
    ],
)  # fmt: skip
def test_what_word_shows_of_runs(runs, text):
    hidden = '<w:style w:type="character" w:styleId="Sembunyi"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert shown(runs, styles=hidden) == text


def test_a_paragraph_whose_end_was_deleted_runs_on():
    ended = p("satu ", "<w:rPr><w:del/></w:rPr>")
    pages = read(docx(ended + p("dua")))
    assert [block.span.text for block in pages.blocks if isinstance(block, Line) and block.span] == [
        "satu dua"
    ]


def test_a_result_may_span_paragraphs():
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    body = p(runs=mark("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>") + p("x", runs=mark("separate"))
    pages = read(docx(body + p("isi") + p(runs=mark("end")) + p("sesudah")))
    assert [block.span.text for block in pages.blocks if isinstance(block, Line) and block.span] == [
        "isi",
        "sesudah",
    ]
