"""The edges between symbols: lines followed, branches named, halves on two pages joined, gaps left to row order."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractors.boxes import Box
from extractors.flow.branches import BRANCHES, begins_at_its_end, labels, without_heads
from extractors.flow.drawn_through import with_drawn_through
from extractors.flow.handover import Torn, beside, over_connectors, over_pages
from extractors.flow.headless import FARTHER, as_rows_go, row_of, turned_round
from extractors.flow.led_back import TURNED, led_back, with_turned, without_leaps
from extractors.flow.level import along_rows
from extractors.flow.on_rules import without_borders, without_unnamed_borders
from extractors.flow.other_names import with_names_beside, with_other_names
from extractors.flow.phrases import Phrase, phrases_of
from extractors.flow.shifted import begun_aside
from extractors.flow.strokes import length, strokes_of
from extractors.flow.tracing import Way, drawn_past, nearest, ways
from extractors.flow.whole import Nature, chosen
from extractors.flow.written_ways import without_written
from extractors.lexicon.branch_names import Cabang
from extractors.sheets import Drawing, Sheet
from extractors.symbols import Edge, Symbol

INFERRED: Final = 0.5
"""Confidence of an edge that only the order of the rows suggests."""
SAME: Final = 1.5
"""Points by which the box of a symbol may differ from that of its drawing."""
TOLD: Final = 1.4
"""A line without a head is so many times as sure where its name leads as it does."""
TOGETHER: Final = 1.0
"""Points within which two ways begin on one line."""
LETTERS, NEIGHBOUR = 12.0, 6.0
"""Points that a way runs through a name, and between the beginnings of such a one and the line beside it."""
ELSEWHERE: Final = 8.0
"""Points by which a corner of a line that leads round about lies off the straight one."""
KEPT: Final = 0.5
"""Ways less sure than this are not taken for edges."""


def edges_of(sheets: Sequence[Sheet], symbols: Sequence[Symbol], steps: Mapping[int, int]) -> list[Edge]:
    """The edges of a flow.

    Args:
        sheets: the pages it is drawn on.
        symbols: the symbols of the file; edges count in this list.
        steps: for symbols (by their place in the list) the number of the row that they stand in, counted over
            all pages; a connector without one only hands the flow over. Rows say which way a line without
            arrows goes, and what follows what where nothing is drawn.
    """
    decisions = {at for at, symbol in enumerate(symbols) if symbol.simbol == "keputusan"}
    nature = Nature(steps, decisions)
    traced: list[tuple[Sheet, Way]] = []
    torn: list[Torn] = []
    placed: dict[int, dict[int, Box]] = {}
    for sheet in sheets:
        boxes = {at: s.box for at, s in enumerate(symbols) if s.halaman == sheet.halaman}
        placed[sheet.halaman] = boxes
        found_here = ways(strokes_of(sheet), boxes, _glued(sheet.drawings, boxes), worn=sheet.pindaian)
        if sheet.pindaian:
            found_here = without_written(found_here, phrases_of(sheet, list(boxes.values())))
            found_here = with_drawn_through(found_here, boxes, nature)
        traced += [(sheet, way) for way in _meant(sheet, found_here, nature)]
        for way in found_here:
            if (way.dari is None) != (way.ke is None) and not way.dari_panah and not way.ke_polos:
                torn.extend(Torn(sheet.halaman, each) for each in _both(way))
    by_page = {sheet.halaman: sheet for sheet in sheets}
    level = [(sheet, way) for sheet, way in traced if _is_level(way, steps)]
    traced = [(sheet, way) for sheet, way in traced if not _is_level(way, steps)]
    joined = over_pages(torn, placed)
    traced.extend((by_page[symbols[way.dari].halaman], way) for way in joined if way.dari is not None)
    gone_on = {way.dari for way in joined}
    for each in torn:
        past = drawn_past(each.way, placed[each.halaman])
        if each.way.dari not in gone_on and past is not None:
            traced.append((by_page[each.halaman], past))
    out = Counter(way.dari for _, way in traced)
    lacking = {at for at in decisions if out[at] < BRANCHES}
    traced += [(by_page[each.halaman], each.way) for each in begun_aside(torn, placed, lacking)]
    traced = _as_they_lead(traced, level, symbols, nature)
    found = _named(traced, symbols, steps)
    scanned = {sheet.halaman for sheet in sheets if sheet.pindaian}
    found = without_leaps(led_back(found, symbols, steps, scanned), symbols, steps, scanned)
    found = without_unnamed_borders(found, symbols, steps, [sheet for sheet in sheets if sheet.pindaian])
    found = with_other_names(found, symbols, steps, [sheet for sheet in sheets if sheet.pindaian])
    handing = {at for at, s in enumerate(symbols) if s.simbol == "konektor" and at not in steps}
    found = over_connectors([*found, *beside(symbols, handing, steps, found)], symbols, handing, steps)
    found = _once(edge for edge in found if edge.keyakinan >= KEPT)
    scans = [sheet for sheet in sheets if sheet.pindaian]
    concluded = list(_inferred(found, steps)) if found or scans else []
    return [*found, *with_names_beside(concluded, found, symbols, scans)]


def _meant(sheet: Sheet, found: Sequence[Way], nature: Nature) -> list[Way]:
    """Of the ways between symbols those that are meant; lines that a program drew say it themselves."""
    whole = [way for way in found if None not in (way.dari, way.ke) and way.dari != way.ke]
    if not sheet.pindaian:
        return [way for way in whole if not way.dari_panah and not way.ke_polos]
    whole = without_borders(whole, sheet.rules, nature)
    directed = chosen([way for way in whole if way.directed], nature)
    sure = [replace(way, keyakinan=way.keyakinan * share) for way, share in directed]
    return _there_and_back(sure, nature) + _untied([way for way in whole if not way.directed], sure)


def _untied(bare: Sequence[Way], sure: Sequence[Way]) -> list[Way]:
    """Ways without arrows but those over lines of several symbols whose ends an arrow ties elsewhere: it is not they who are meant."""
    ends: defaultdict[int, set[int | None]] = defaultdict(set)
    for way in bare:
        ends[way.bagian] |= {way.dari, way.ke}
    tied = {frozenset((way.dari, way.ke)) for way in sure}
    return [
        way for way in bare if len(ends[way.bagian]) <= BRANCHES or frozenset((way.dari, way.ke)) not in tied
    ]


def _there_and_back(ways: Sequence[Way], nature: Nature) -> list[Way]:
    """Ways with those turned that go round to the decision that another line leads to: nobody draws an arrow twice."""
    shortest: dict[tuple[int | None, int | None], Way] = {}
    for way in sorted(ways, key=lambda way: length(way.course)):
        shortest.setdefault((way.dari, way.ke), way)
    found = []
    for way in ways:
        first = shortest[way.dari, way.ke]
        round_about = first is not way and (way.ke, way.dari) not in shortest
        if round_about and way.ke in nature.decisions and _leads_round(way, first):
            way = replace(turned_round(way), keyakinan=way.keyakinan * TURNED)
        found.append(way)
    return found


def _leads_round(way: Way, other: Way) -> bool:
    """Whether a way is no second trace of another: it runs elsewhere."""
    far = [min(off for off, _ in nearest(point, other.course)) for point in way.course]
    return way.bagian != other.bagian and max(far) > ELSEWHERE


def _is_level(way: Way, steps: Mapping[int, int]) -> bool:
    """Whether a line without arrows stays in one row."""
    rows = {steps.get(end) for end in (way.dari, way.ke) if end is not None}
    return not way.directed and len(rows) == 1 and None not in rows


def _both(way: Way) -> Iterator[Way]:
    yield way
    if not way.directed:
        yield turned_round(way)


def _glued(drawings: Sequence[Drawing], boxes: Mapping[int, Box]) -> dict[str, int]:
    """The number of each symbol by the number that connectors give it."""
    found: dict[str, int] = {}
    for drawing in drawings:
        if not drawing.nomor or drawing.jenis == "connector":
            continue
        for number, box in boxes.items():
            if all(abs(a - b) <= SAME for a, b in zip(box, drawing.box, strict=True)):
                found.setdefault(drawing.nomor, number)
    return found


def _as_they_lead(
    traced: Sequence[tuple[Sheet, Way]],
    level: Sequence[tuple[Sheet, Way]],
    symbols: Sequence[Symbol],
    nature: Nature,
) -> list[tuple[Sheet, Way]]:
    """Ways with those without arrows turned as the rows go, or within a row as the flow needs them."""
    known = {(way.dari, way.ke) for _, way in traced if way.directed}
    sharing = Counter((sheet.halaman, way.bagian) for sheet, way in traced)
    alone = {key for key, many in sharing.items() if many == 1}
    turned = [
        (sheet, as_rows_go(way, symbols, nature, known, (sheet.halaman, way.bagian) in alone))
        for sheet, way in traced
    ]
    sheets = {frozenset((way.dari, way.ke)): sheet for sheet, way in level}
    within = along_rows([way for _, way in level], [way for _, way in turned], nature)
    return turned + [(sheets[frozenset((way.dari, way.ke))], way) for way in within]


def _named(
    traced: Sequence[tuple[Sheet, Way]], symbols: Sequence[Symbol], steps: Mapping[int, int]
) -> list[Edge]:
    """Ways as edges, those from decisions named."""
    by_sheet: defaultdict[int, list[Way]] = defaultdict(list)
    sheets: dict[int, Sheet] = {}
    for sheet, way in traced:
        sheets[sheet.halaman] = sheet
        by_sheet[sheet.halaman].append(way)
    found: list[Edge] = []
    for halaman, own in by_sheet.items():
        phrases = phrases_of(sheets[halaman], [s.box for s in symbols if s.halaman == halaman])
        decisions = {
            at: s.box for at, s in enumerate(symbols) if s.halaman == halaman and s.simbol == "keputusan"
        }
        only_named: set[int] = set()
        scanned = sheets[halaman].pindaian
        phrases = without_heads(phrases, own, decisions) if scanned else phrases
        own = _without_letters(own, phrases) if scanned else own
        own = list(_from_names(own, phrases, decisions, steps, drawn=not scanned))
        own = with_turned(own, phrases, decisions, steps) if scanned else own
        if scanned:
            back = _both_ways(own, phrases, decisions, steps)
            only_named = set(range(len(own), len(own) + len(back)))
            own += back
        onward = [row_of(way.dari, steps) <= row_of(way.ke, steps) for way in own]
        leaving = Counter(way.dari for way in own)
        deciding = [_may_decide(symbols[way.dari], leaving[way.dari]) for way in own if way.dari is not None]
        named = _on_trunks(labels(own, phrases, onward, deciding, decisions), own, steps)
        found.extend(
            Edge(
                way.dari,
                way.ke,
                named.get(at),
                True,
                round(_sureness(way, named.get(at), onward[at]), 3),
                ((halaman, way.course), *way.jalan),
                way.directed,
                way.selisih,
            )
            for at, way in enumerate(own)
            if way.dari is not None and way.ke is not None and (at not in only_named or named.get(at))
        )
    return found


def _sureness(way: Way, label: Cabang | None, onward: bool) -> float:
    """How sure a way is: of one without a head the name tells the direction that it has."""
    told = not way.directed and label is not None and onward == (label == "Ya")
    return way.keyakinan * (TOLD if told else 1.0)


def _without_letters(ways: Sequence[Way], phrases: Sequence[Phrase]) -> list[Way]:
    """Ways without those that begin as letters of a name, right beside the line that the name stands at."""

    def is_written(way: Way) -> bool:
        first = next((b for b in way.course if math.dist(way.course[0], b) > LETTERS), way.course[0])
        share = LETTERS / max(math.dist(way.course[0], first), LETTERS)
        a, b = (
            tuple(p + part * share * (q - p) for p, q in zip(way.course[0], first, strict=True))
            for part in (0.5, 1.0)
        )
        return any(phrase.box.holds(*a) and phrase.box.holds(*b) for phrase in phrases)

    written = [is_written(way) for way in ways]
    return [
        way
        for at, way in enumerate(ways)
        if not written[at]
        or not any(
            other.dari == way.dari
            and not written[n]
            and 0 < math.dist(other.course[0], way.course[0]) <= NEIGHBOUR
            for n, other in enumerate(ways)
        )
    ]


def _on_trunks(
    named: Mapping[int, Cabang], ways: Sequence[Way], steps: Mapping[int, int]
) -> dict[int, Cabang]:
    """The labels of ways, those included that begin on one line with a named one and lead to other symbols of its row."""
    found = dict(named)
    for at, label in named.items():
        row = row_of(ways[at].ke, steps)
        for other, way in enumerate(ways):
            together = math.dist(way.course[0], ways[at].course[0]) <= TOGETHER
            if way.dari == ways[at].dari and together and row_of(way.ke, steps) == row:
                found.setdefault(other, label)
    return found


def _from_names(
    ways: Sequence[Way],
    phrases: Sequence[Phrase],
    decisions: Mapping[int, Box],
    steps: Mapping[int, int],
    drawn: bool,
) -> Iterator[Way]:
    """Ways with those turned that would lead on to a decision where the name of the way back stands: no head is there.

    They lead past a row, or along a second line between two symbols. Where a program drew them, a head is where it says so.
    """
    nature = Nature(steps, decisions.keys())
    tied = Counter(frozenset((way.dari, way.ke)) for way in ways)
    for way in ways:
        past = nature.passes(way.dari, way.ke) or (drawn and tied[frozenset((way.dari, way.ke))] > 1)
        leads_on = row_of(way.dari, steps) < row_of(way.ke, steps) and not (drawn and way.directed)
        if past and leads_on and begins_at_its_end(way, ways, phrases, decisions):
            # Of a line without a head the name alone tells where it begins.
            sure = way.keyakinan * TURNED if way.directed else way.keyakinan / FARTHER
            way = replace(turned_round(way), keyakinan=sure)
        yield way


def _both_ways(
    ways: Sequence[Way], phrases: Sequence[Phrase], decisions: Mapping[int, Box], steps: Mapping[int, int]
) -> list[Way]:
    """The ways back along lines from the row before to a decision, where their name stands and the decision has no other one.

    Such a line has a head at either end, of which the name hides the one.
    """
    found = []
    for way in ways:
        row = row_of(way.ke, steps)
        others = [other for other in ways if other.dari == way.ke]
        lacking = len(others) < BRANCHES and all(row_of(other.ke, steps) > row for other in others)
        leads_on = way.ke in decisions and row_of(way.dari, steps) < row
        if lacking and leads_on and begins_at_its_end(way, ways, phrases, decisions):
            found.append(replace(turned_round(way), keyakinan=way.keyakinan * TURNED))
    return found


def _may_decide(symbol: Symbol, leaving: int) -> bool | None:
    """Whether a symbol is a decision; None where it cannot be one: it has one way out, and its form is another's."""
    if symbol.simbol == "keputusan":
        return True
    return None if leaving == 1 and symbol.simbol is not None and not symbol.asing else False


def _once(edges: Iterator[Edge]) -> list[Edge]:
    """Edges without those that say the same twice; the surer one stays, and a label is kept."""
    best: dict[tuple[int, int], Edge] = {}
    for edge in edges:
        if edge.dari == edge.ke:
            continue
        key = edge.dari, edge.ke
        before = best.get(key)
        if before is None:
            best[key] = edge
        else:
            surer = max(before, edge, key=lambda e: e.keyakinan)
            best[key] = replace(surer, label=before.label or edge.label)
    return list(best.values())


def _inferred(edges: Sequence[Edge], steps: Mapping[int, int]) -> Iterator[Edge]:
    """What the order of the rows suggests: from a row with no way on to the next one, where nothing leads in.

    Only between the one symbol of a row that goes on to none beside it and the one that none beside it leads to: nobody
    knows which of several goes on. Ways back leave a row only until they have come round.
    """
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for symbol, row in steps.items():
        rows[row].append(symbol)
    last = len(steps) + 1
    ways = [(edge.dari, edge.ke, steps.get(edge.dari, -1), steps.get(edge.ke, last)) for edge in edges]
    left, entered = ({way[at] for way in ways if way[2] < way[3]} for at in (2, 3))
    going = {dari for dari, _, one, other in ways if one <= other}
    reached = {ke for _, ke, one, other in ways if one <= other}
    for row in sorted(rows):
        ends = [symbol for symbol in rows[row] if symbol not in going]
        begins = [symbol for symbol in rows.get(row + 1, []) if symbol not in reached]
        if len(ends) == len(begins) == 1 and row not in left and row + 1 not in entered:
            yield Edge(ends[0], begins[0], None, False, INFERRED)
