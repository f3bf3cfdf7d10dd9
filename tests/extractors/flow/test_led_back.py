"""Ways on scans that the flow denies: heads where none are, ways past rows, runs through names, borders."""

from dataclasses import replace

from extractors.boxes import Box
from extractors.flow.edges import edges_of
from extractors.flow.led_back import without_leaps
from extractors.flow.on_rules import without_unnamed_borders
from extractors.flow.phrases import Phrase
from extractors.flow.tracing import Way
from extractors.flow.written_ways import without_written
from extractors.sheets import Drawing, Rule, Sheet, Word
from extractors.symbols import Edge, Symbol
from tests.extractors.flow.test_edges import BAWAH, KOTAK, pairs, scanned, symbol

LAGI = Box(300, 260, 340, 280)


def said(edges: list[Edge]) -> set[tuple[int, int, str | None]]:
    return {(edge.dari, edge.ke, edge.label) for edge in edges if edge.terlacak}


def test_a_line_whose_head_is_the_name_of_the_way_on_leads_on_with_that_name() -> None:
    symbols = [symbol(KOTAK), symbol(BAWAH, "keputusan"), symbol(LAGI)]
    into = ((120.0, 120.0), (120.0, 190.0), (200.0, 190.0))
    up = ((320.0, 260.0), (320.0, 190.0), (240.0, 190.0))
    rows = {0: 0, 1: 1, 2: 2}
    ya = (Word("Ya", Box(242, 180, 254, 188)),)
    assert said(edges_of([scanned(into, up, words=ya)], symbols, rows)) == {(0, 1, None), (1, 2, "Ya")}
    plain = [symbols[0], replace(symbols[1], simbol="proses"), symbols[2]]
    assert (1, 2, "Ya") not in said(edges_of([scanned(into, up, words=ya)], plain, rows))


def test_a_way_past_a_row_from_no_decision_is_none_unless_its_line_is_whole() -> None:
    symbols = [symbol(KOTAK), symbol(BAWAH), symbol(LAGI)]
    rows = {0: 0, 1: 1, 2: 2}
    leap = Edge(0, 2, None, True, 0.8)

    def kept(edge: Edge, simbol: str = "proses", scans: tuple[int, ...] = (1,)) -> bool:
        begun = [symbol(KOTAK, simbol), *symbols[1:]]
        return without_leaps([edge], begun, rows, scans) == [edge]

    assert not kept(leap)
    assert kept(replace(leap, keyakinan=0.95))
    assert kept(replace(leap, label="Tidak"))
    assert kept(leap, simbol="keputusan")
    assert kept(leap, scans=())
    assert kept(replace(leap, ke=1))


def test_a_way_within_a_name_is_a_run_through_its_letters() -> None:
    name = Phrase("Tidak", Box(100, 100, 140, 110))
    run = Way(0, 1, ((104.0, 105.0), (142.0, 106.0)), True, 0.8)
    below = Way(0, 1, ((104.0, 110.0), (136.0, 110.0)), True, 0.8)
    through = Way(0, 1, ((80.0, 105.0), (160.0, 105.0)), True, 0.8)
    assert without_written([run, below, through], [name]) == [below, through]


def test_a_border_past_rows_from_a_decision_is_no_way_where_only_its_other_way_out_has_a_name() -> None:
    border = Rule(True, 100.0, 0.0, 400.0, 1.0)
    page = Sheet(1, 842, 595, rules=(border,), pindaian=True)
    symbols = [Symbol("keputusan", 1, KOTAK, 0.9), symbol(BAWAH), symbol(LAGI)]
    rows = {0: 0, 1: 1, 2: 2}
    along = Edge(0, 2, None, True, 0.9, ((1, ((120.0, 120.0), (100.0, 120.0), (100.0, 260.0))),))
    on = Edge(0, 1, "Ya", True, 0.9)
    assert without_unnamed_borders([on, along], symbols, rows, [page]) == [on]
    for other, edge in ((replace(on, label=None), along), (on, replace(along, label="Tidak"))):
        assert without_unnamed_borders([other, edge], symbols, rows, [page]) == [other, edge]
    aside = replace(along, jalan=((1, ((120.0, 120.0), (120.0, 260.0))),))
    assert without_unnamed_borders([on, aside], symbols, rows, [page]) == [on, aside]
    assert without_unnamed_borders([on, along], symbols, rows, []) == [on, along]


def test_a_line_without_a_head_that_ends_short_of_its_symbol_is_surer_where_its_name_leads_as_it_does() -> (
    None
):
    symbols = [symbol(KOTAK), symbol(BAWAH), symbol(LAGI, "keputusan")]
    course = ((285.0, 270.0), (70.0, 270.0), (70.0, 110.0), (86.0, 110.0))
    back = Drawing("connector", Box(70, 110, 285, 270), course, stroke="#000000", panah=(False, False))
    rows = {0: 0, 1: 1, 2: 2}
    for words, found in (((), []), ((Word("Tidak", Box(256, 258, 280, 267)),), [(2, 0)])):
        page = Sheet(1, 842, 595, words=words, drawings=(back,), pindaian=True)
        assert [pair for pair in pairs(edges_of([page], symbols, rows)) if pair == (2, 0)] == found


def test_a_concluded_way_on_has_the_ya_that_stands_beside_its_decision() -> None:
    symbols = [symbol(KOTAK), symbol(BAWAH, "keputusan"), symbol(LAGI)]
    rows = {0: 0, 1: 1, 2: 2}
    into = ((120.0, 120.0), (120.0, 190.0), (200.0, 190.0))
    ya = Word("Ya", Box(224, 204, 236, 212))
    for words, label in (((ya,), "Ya"), ((), None), ((replace(ya, text="Tidak"),), None)):
        edges = edges_of([scanned(into, words=words)], symbols, rows)
        assert [(edge.ke, edge.label) for edge in edges if not edge.terlacak] == [(2, label)]
