import pytest

from extractors.boxes import Box
from extractors.pages import Line, Table
from extractors.readers.docx import claims, read
from extractors.spans import BUTIR, PARAGRAF, SELA
from tests.extractors.office.test_docx_lists import NUMBERING
from tests.extractors.office.words import alternate, anchored, docx, numbered, p, r, shape, table, tc, tr

LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:top="1000" w:left="1000" w:right="1000"/>'
BREAK = '<w:r><w:br w:type="page"/></w:r>'
DRAWN = "<w:r><w:lastRenderedPageBreak/></w:r>"


def lines(pages):
    return [block for block in pages.blocks if isinstance(block, Line) and block.span]


def texts(pages):
    return [line.span.text for line in lines(pages)]


def tables(pages):
    return [block for block in pages.blocks if isinstance(block, Table)]


def first_cell(pages):
    return tables(pages)[0].rows[0].cells[0]


def test_lines_of_a_cell_stand_behind_the_breaks_of_the_source():
    cell = tc(p("Judul") + numbered(1, text="satu") + numbered(1, 1, "anak") + numbered(1, text="dua") + p(runs="<w:r><w:t>x</w:t><w:br/><w:t>y</w:t></w:r>"))  # fmt: skip
    pages = read(docx(table(tr(cell)), numbering=NUMBERING))
    expected = ["Judul", BUTIR, "1. satu", SELA, "a) anak", BUTIR, "2. dua", PARAGRAF, "x", SELA, "y"]
    assert first_cell(pages).span.text == "".join(expected)
    assert pages.source.text.split("\n")[:6] == ["Judul", "1. satu", "a) anak", "2. dua", "x", "y"]


def test_each_character_points_at_its_place_in_the_source():
    pages = read(docx(p("Nomor  7 ") + table(tr(tc(p("a b") + p("c")), tc("d")))))
    spans = [b.span for b in pages.blocks if isinstance(b, Line)]
    spans += [cell.span for t in tables(pages) for row in t.rows for cell in row.cells]
    for span in spans:
        for char, offset in zip(span.text, span.offsets, strict=True):
            assert offset < 0 or pages.source.text[offset] == char
    assert pages.source.quote(first_cell(pages).span) == ("a b\nc", (2, 3))


def test_pages_count_breaks_that_were_set_and_drawn_once():
    body = (
        p("a", runs=BREAK)
        + p(runs=DRAWN + r("b"))
        + p(runs=r("c") + DRAWN + r("d"))
        + p("e", "<w:pageBreakBefore/>")
    )
    pages = read(docx(body))
    assert [(b.span.text, b.halaman) for b in lines(pages)] == [("a", 1), ("b", 2), ("cd", 3), ("e", 4)]  # fmt: skip
    assert pages.halaman == 4 == len(pages.sheets)
    assert [place.halaman for place in pages.source.places] == [1, 2, 2, 3, 4]


def test_rows_begin_or_break_at_a_page():
    row = tr(tc(p(runs=DRAWN + r("2"))), tc("dua")), tr(tc("3"), tc(p(runs=r("ti") + DRAWN + r("ga"))), tc(p(runs=r("x") + DRAWN)))  # fmt: skip
    pages = read(docx(table(tr(tc("1"), tc("satu")), *row, tr(tc("4"), tc("empat")))))
    assert [row.cells[0].halaman for row in tables(pages)[0].rows] == [1, 2, 2, 3]


def test_sections_turn_the_page_and_its_paper():
    body = p("a", f"<w:sectPr>{LANDSCAPE}</w:sectPr>") + p(
        "b", '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'
    )
    pages = read(docx(body + p("c") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'))
    assert [b.halaman for b in lines(pages)] == [1, 2, 2]
    assert (round(pages.sheets[0].width), round(pages.sheets[1].width)) == (842, 595)


def test_header_and_footer_frame_their_section_without_page_numbers():
    edges = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    number = p("Halaman ", runs='<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    pages = read(docx(p("isi") + edges, header1=p("KOP"), footer1=number + p("Catatan")))
    assert texts(pages) == ["KOP", "isi", "Catatan"]


@pytest.mark.parametrize("preset", ["flowChartDecision", "rect", "ellipse"])
def test_a_symbol_in_a_cell_is_a_drawing_and_no_text(preset):
    pages = read(docx(p("x") + table(tr(tc("1"), tc(p(runs=shape(preset, "Berkas lengkap?")))))))
    cell = tables(pages)[0].rows[0].cells[1]
    (drawing,) = pages.sheets[0].drawings
    assert not cell.span
    assert (drawing.jenis, drawing.text) == (preset, "Berkas lengkap?")
    assert cell.box is not None
    assert cell.box.holds(*drawing.box.centre)
    assert (round(drawing.box.x0 - cell.box.x0, 1), drawing.box.width) == (15.4, 40)


def test_a_text_box_outside_tables_is_text_and_so_is_one_with_a_table_in_a_cell():
    box = shape("rect", inner=p("PEMERINTAH KABUPATEN") + p("DINAS"), flags='txBox="1"')
    held = shape("rect", inner=table(tr(tc("isi"), tc("tabel"))))
    pages = read(docx(p(runs=box) + table(tr(tc(p("a", runs=held))))))
    assert texts(pages) == ["PEMERINTAH KABUPATEN", "DINAS"]
    assert first_cell(pages).span.text == "a\x1disi tabel"


def test_inscriptions_of_symbols_outside_tables_are_no_text():
    body = p("isi", runs=shape("rect", "Mulai") + shape("flowChartProcess", "Memeriksa berkas"))
    assert texts(read(docx(body))) == ["isi"]


def test_connectors_run_towards_their_arrow():
    arrow = '<a:ln><a:headEnd type="triangle"/></a:ln>'
    body = p("x", runs=shape("straightConnector1", xfrm='flipV="1"', line=arrow))
    (drawing,) = read(docx(body)).sheets[0].drawings
    (x0, y0), (x1, y1) = drawing.points
    assert drawing.jenis == "connector"
    assert (x0 - x1, y1 - y0) == (40, 20)


def test_groups_scale_what_they_hold():
    def inner(x, width):
        frame = f'<a:xfrm><a:off x="{x}" y="100"/><a:ext cx="{width}" cy="100"/></a:xfrm>'
        return f'<wps:wsp><wps:spPr>{frame}<a:prstGeom prst="rect"/></wps:spPr></wps:wsp>'

    size = 'cx="1270000" cy="1270000"'
    frame = '<a:off x="0" y="0"/><a:ext {}/><a:chOff x="100" y="100"/><a:chExt cx="1000" cy="1000"/>'
    nested = (
        '<wpg:grpSp><wpg:grpSpPr><a:xfrm><a:off x="600" y="100"/><a:ext cx="500" cy="500"/>'
        f'<a:chOff x="0" y="100"/><a:chExt cx="100" cy="100"/></a:xfrm></wpg:grpSpPr>{inner(50, 50)}</wpg:grpSp>'
    )
    group = f"<wpg:wgp><wpg:grpSpPr><a:xfrm>{frame.format(size)}</a:xfrm></wpg:grpSpPr>{inner(100, 200)}{nested}</wpg:wgp>"
    pages = read(docx(p("x", runs=f"<w:r>{anchored(group, size, (0, 0))}</w:r>")))
    first, second = (drawing.box for drawing in pages.sheets[0].drawings)
    assert Box(72, 72, 92, 82) == Box(*(round(edge, 2) for edge in first))
    assert Box(147, 72, 172, 122) == Box(*(round(edge, 2) for edge in second))


@pytest.mark.parametrize(
    ("attributes", "start", "end"),
    [("", (10, 20), (60, 20)), ('flipH="1"', (90, 20), (40, 20)), ('rot="5400000"', (80, 10), (80, 60))],
)
def test_a_mirrored_or_turned_group_takes_along_what_it_holds(attributes, start, end):
    frame = '<a:xfrm><a:off x="10" y="20"/><a:ext cx="50" cy="0"/></a:xfrm>'
    line = f'<wps:wsp><wps:spPr>{frame}<a:prstGeom prst="straightConnector1"/></wps:spPr></wps:wsp>'
    size = 'cx="1270000" cy="1270000"'  # 100 points
    own = f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt cx="100" cy="100"/>'
    group = f"<wpg:wgp><wpg:grpSpPr><a:xfrm {attributes}>{own}</a:xfrm></wpg:grpSpPr>{line}</wpg:wgp>"
    (drawing,) = read(docx(p("x", runs=f"<w:r>{anchored(group, size, (0, 0))}</w:r>"))).sheets[0].drawings
    assert [(round(x - 72), round(y - 72)) for x, y in drawing.points] == [start, end]


def test_old_drawings_are_read_with_their_types_groups_and_lines():
    decision = "<v:shape type='#_x0000_t110' style='position:absolute;margin-left:10pt;margin-top:5pt;width:30pt;height:20pt'/>"
    group = (
        "<v:group style='position:absolute;width:60pt;height:40pt' coordorigin='0,0' coordsize='600,400'>"
        "<v:oval style='left:300;top:200;width:300;height:200'/>"
        "<v:line from='0,400' to='0,0'><v:stroke endarrow='block'/></v:line></v:group>"
    )
    body = "".join(table(tr(tc(p(runs=f"<w:r><w:pict>{old}</w:pict></w:r>")))) for old in (decision, group))
    drawings = read(docx(p("x") + body)).sheets[0].drawings
    assert [drawing.jenis for drawing in drawings] == ["flowChartDecision", "ellipse", "connector"]
    assert [(round(d.box.width), round(d.box.height)) for d in drawings] == [(30, 20), (30, 20), (0, 40)]
    assert drawings[2].points[0][1] > drawings[2].points[1][1]


def test_only_one_of_the_two_drawings_is_taken():
    pages = read(docx(p(runs=alternate("<w:drawing/>", "<w:pict/>")) + p("x", runs=shape("rect"))))
    assert len(pages.sheets[0].drawings) == 1


def test_a_frame_around_the_whole_form_is_no_table():
    form = table(tr(tc("No"), tc("Kegiatan")), tr(tc("1"), tc("Menerima")))
    pages = read(docx(table(tr(tc(p("KOP"))), tr(tc(form + p())))))
    assert texts(pages) == ["KOP"]
    assert [len(t.rows) for t in tables(pages)] == [2]


def test_an_identity_form_in_a_cell_is_a_table_of_its_own():
    rows = [tr(tc(label), tc("x")) for label in ("Nomor SOP", "Tanggal Revisi", "Nama SOP")]
    pages = read(docx(table(tr(tc("LOGO DINAS"), tc(table(*rows) + p())))))
    assert [len(t.rows) for t in tables(pages)] == [1, 3]


def test_a_table_with_the_same_columns_goes_on_behind_a_page_break():
    wide = [1000] * 6
    head = table(tr(*[tc(str(n)) for n in range(6)]), widths=wide)
    rest = table(tr(tc("a", span=2), *[tc("b") for _ in range(4)]), widths=wide)
    other = table(tr(*[tc("c") for _ in range(6)]), widths=[900] * 6)
    found = tables(read(docx(head + p(runs=BREAK) + rest + p() + other + p("teks") + other)))
    assert [len(t.rows) for t in found] == [2, 1, 1]
    assert [(cell.column, cell.width) for cell in found[0].rows[1].cells][:2] == [(0, 2), (2, 1)]
    assert [cell.halaman for row in found[0].rows for cell in row.cells[:1]] == [1, 2]


def test_rows_typed_with_tabs_are_rows():
    typed = "".join(p(text) for text in ("No&#9;Kegiatan&#9;Waktu", "1&#9;Menerima&#9;5 menit"))
    pages = read(docx(p("isi") + typed.replace("&#9;", "</w:t><w:tab/><w:t>")))
    assert [[cell.span.text for cell in row.cells] for row in tables(pages)[0].rows] == [
        ["No", "Kegiatan", "Waktu"],
        ["1", "Menerima", "5 menit"],
    ]


@pytest.mark.parametrize(
    ("name", "head", "ours"),
    [
        ("a.docx", b"PK\x03\x04", True),
        ("a.DOCM", b"PK\x03\x04", True),
        ("a.docx", b"\xd0\xcf\x11\xe0", True),
        ("a.xlsx", b"PK\x03\x04", False),
        ("a", b"PK\x03\x04", False),
        ("a.docx", b"%PDF-1.4", False),
    ],
)
def test_only_word_documents_are_claimed(name, head, ours):
    assert claims(name, head) is ours


def test_a_connector_names_what_it_is_glued_to():
    frame = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="100" cy="100"/></a:xfrm>'
    ends = '<wps:cNvCnPr><a:stCxn id="7" idx="2"/><a:endCxn id="8" idx="0"/></wps:cNvCnPr>'
    line = f'<wps:wsp><wps:cNvPr id="9" name=""/>{ends}<wps:spPr>{frame}<a:prstGeom prst="straightConnector1"/></wps:spPr></wps:wsp>'
    box = (
        f'<wps:wsp><wps:cNvPr id="7" name=""/><wps:spPr>{frame}<a:prstGeom prst="rect"/></wps:spPr></wps:wsp>'
    )
    size = 'cx="1270000" cy="1270000"'
    group = f"<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x='0' y='0'/><a:ext {size}/><a:chOff x='0' y='0'/><a:chExt cx='100' cy='100'/></a:xfrm></wpg:grpSpPr>{box}{line}</wpg:wgp>"
    shape, connector = (
        read(docx(p("x", runs=f"<w:r>{anchored(group, size, (0, 0))}</w:r>"))).sheets[0].drawings
    )
    assert (shape.nomor, connector.dari, connector.ke) == ("7", "7", "8")


def test_an_old_line_begins_where_its_flip_says():
    line = "<v:line style='position:absolute;flip:x' from='10pt,5pt' to='40pt,5pt'><v:stroke endarrow='block'/></v:line>"
    (drawing,) = read(docx(p("x", runs=f"<w:r><w:pict>{line}</w:pict></w:r>"))).sheets[0].drawings
    (x0, _), (x1, _) = drawing.points
    assert round(x0 - x1) == 30
    assert drawing.panah == (False, True)


@pytest.mark.parametrize("points", ["10pt,5pt,40pt,5pt,40pt,25pt", "10pt,5pt 40pt,5pt 40pt,25pt"])
def test_an_old_line_of_several_pieces_has_its_corners(points):
    line = (
        f"<v:polyline style='position:absolute' points='{points}'><v:stroke endarrow='block'/></v:polyline>"
    )
    (drawing,) = read(docx(p("x", runs=f"<w:r><w:pict>{line}</w:pict></w:r>"))).sheets[0].drawings
    (x0, y0), *rest = drawing.points
    assert [(round(x - x0), round(y - y0)) for x, y in rest] == [(30, 0), (30, 20)]
    assert (drawing.jenis, drawing.panah) == ("connector", (False, True))


@pytest.mark.parametrize(
    ("path", "corners"),
    [
        # moveTo and lnTo of a bent arrow
        ('<a:path w="20" h="10" fill="none">{0}{1}{2}</a:path>', [(0, 0), (40, 0), (40, 20)]),
        # an area, and one that only formulas give, are no lines
        ('<a:path w="20" h="10">{0}{1}{2}<a:close/></a:path>', []),
        ('<a:path w="20" h="10" fill="none">{0}<a:lnTo><a:pt x="x1" y="0"/></a:lnTo></a:path>', []),
    ],
    ids=["line", "area", "formulas"],
)
def test_a_freely_drawn_line_is_a_connector(path, corners):
    steps = ("moveTo", 0, 0), ("lnTo", 20, 0), ("lnTo", 20, 10)
    drawn = [f'<a:{name}><a:pt x="{x}" y="{y}"/></a:{name}>' for name, x, y in steps]
    geometry = f"<a:custGeom><a:avLst/><a:pathLst>{path.format(*drawn)}</a:pathLst></a:custGeom>"
    size = 'cx="508000" cy="254000"'
    line = '<a:ln><a:tailEnd type="triangle"/></a:ln>'
    frame = f"<a:xfrm><a:off x='0' y='0'/><a:ext {size}/></a:xfrm>"
    shape_ = f"<wps:wsp><wps:cNvCnPr/><wps:spPr>{frame}{geometry}<a:noFill/>{line}</wps:spPr></wps:wsp>"
    (drawing,) = read(docx(p("x", runs=f"<w:r>{anchored(shape_, size, (0, 0))}</w:r>"))).sheets[0].drawings
    (x0, y0), *_ = drawing.points or ((0, 0),)
    assert [(x - x0, y - y0) for x, y in drawing.points] == corners
    assert (drawing.jenis == "connector") == bool(corners)


def test_a_drawing_that_its_cell_does_not_hold_is_placed_on_the_page():
    size = 'cx="508000" cy="254000"'
    drawn = f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr></wps:wsp>'  # fmt: skip
    on_page = anchored(drawn, size, (127000, 127000)).replace('"column"', '"page"').replace('"paragraph"', '"page"')  # fmt: skip
    places = []
    for held in ("1", "0"):
        run = on_page.replace("<wp:anchor>", f"<wp:anchor layoutInCell='{held}'>")
        cell = tc(p(runs=f"<w:r>{run}</w:r>"))
        body = p("x") + table(tr(tc("a"), cell)) + f"<w:sectPr>{LANDSCAPE}</w:sectPr>"
        (drawing,) = read(docx(body)).sheets[0].drawings
        places.append((drawing.box.x0, drawing.box.y0))
    assert places[0][0] > 100
    assert places[0][1] > 60
    assert places[1] == (10.0, 10.0)


def test_older_drawings_say_so_with_a_letter():
    box = "<v:rect xmlns:o='urn:schemas-microsoft-com:office:office' o:allowincell='f' style='position:absolute;margin-left:10pt;margin-top:10pt;width:40pt;height:20pt;mso-position-horizontal-relative:page;mso-position-vertical-relative:page'/>"  # fmt: skip
    cell = tc(p(runs=f"<w:r><w:pict>{box}</w:pict></w:r>"))
    (drawing,) = read(docx(p("x") + table(tr(tc("a"), cell)))).sheets[0].drawings
    assert (drawing.box.x0, drawing.box.y0) == (10.0, 10.0)
