"""The words at the ways out of decisions, read once more: one letter beside a line is easily passed over.

Around each diamond the marks of the size of letters, freed from rules and from the lines that lead away, are cut
out without anything else and read alone.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from extractors.boxes import Box, shared
from extractors.engines import Engine
from extractors.lexicon.branch_names import branch, branch_word
from extractors.raster.geometry.paper import Gray, Mask
from extractors.raster.writing.branch_phrases import Phrase, phrases
from extractors.raster.writing.crops import lone
from extractors.raster.writing.struck_words import (
    lacks,
    read_name,
    struck_name,
    struck_places,
    struck_views,
    zone,
)
from extractors.raster.writing.unread_names import WRITTEN, unread_names
from extractors.sheets import TAK_TERBACA, Drawing, Rule, Word

# Inches.
BEHIND: Final = 0.08
"""So far behind a rule the rest of a letter that it runs through may stand."""
# Shares.
COVERED, READ = 0.5, 0.75
"""Of the smaller of two pieces, that makes them one; and of a piece, that words cover which say all of it."""
SURE, WORD = 0.9, 4
"""A word of so many letters that an engine is so sure of names no branch if it does not say so."""
TOLD: Final = 2
"""Letters of a name that is read together with the rule through it, which may pass for one itself."""
LONE: Final = (0.55, 2.0)
"""Width of one letter, and the paper around it, in heights; a bend of a line is narrower, a piece of one broader."""
FLANK: Final = 3
"""Pixels of grey around letters."""


def branch_words(
    picture: Gray,
    engine: Engine,
    drawings: Sequence[Drawing],
    rules: Sequence[Rule],
    words: Sequence[Word],
    dpi: float,
) -> list[Drawing]:
    """The names of branches on a page that were not read with it.

    Args:
        picture: height x width greys, upright, stamps lightened.
        engine: reads them.
        drawings: shapes and lines of the page; boxes in pixels, as all here.
        rules: its ruled lines.
        words: read so far.
        dpi: pixels per inch.

    Returns:
        Drawings of the kind ``tulisan`` with their text, which is ``TAK_TERBACA`` where it is seen that there is writing beside
        a decision that lacks a name, but not what it says.
    """
    decisions = [d.box for d in drawings if d.raut == "wajik"]
    if not decisions:
        return []
    known = [word.box for word in words if branch_word(word.text) or _is_sure(word)]
    pieces: list[Phrase] = []
    for decision in decisions:
        for piece in phrases(picture, decision, drawings, rules, dpi):
            again = any(
                shared(piece.box, other.box) > COVERED * min(piece.box.area, other.box.area)
                for other in pieces
            )
            if not again and sum(shared(piece.box, box) for box in known) < READ * piece.box.area:
                pieces.append(piece)
    found: dict[int, Drawing] = {}
    seen: dict[int, list[int]] = {}
    alone = [(at, part.box, part.mask) for at, piece in enumerate(pieces) for part in (piece, *piece.alone)]
    _read(alone, 1, found, seen, picture, engine, dpi)
    ruled = [
        (at, box, None)
        for at, piece in enumerate(pieces)
        if at not in found
        for box in _upon(piece.box, rules, dpi)
    ]
    _read(ruled, TOLD, found, seen, picture, engine, dpi)
    lacking = [decision for decision in decisions if lacks(decision, words, found.values(), dpi)]
    plain = [
        (at, piece.box.grown(FLANK), None)
        for at, piece in enumerate(pieces)
        if at not in found and any(zone(decision, dpi).holds(*piece.box.centre) for decision in lacking)
    ]
    _read([view for view in plain if seen[view[0]] == [1]], 1, found, seen, picture, engine, dpi)
    _read([view for view in plain if seen[view[0]] != [1]], TOLD, found, seen, picture, engine, dpi)
    named = [found[at] for at in sorted(found)]
    said = [word.box for word in words if branch_word(word.text)]
    lacking = [decision for decision in lacking if lacks(decision, words, named, dpi)]
    named += _struck(picture, engine, drawings, lacking, said + [one.box for one in named], known, dpi)
    lacking = [decision for decision in decisions if lacks(decision, words, named, dpi)]
    unread = [
        piece.box for at, piece in enumerate(pieces) if at not in found and max(seen[at], default=0) >= TOLD
    ]
    unread = [box for box in unread if not any(shared(box, word.box) > 0 for word in words)]
    named += [
        Drawing(WRITTEN, box, text=TAK_TERBACA)
        for box in unread
        if any(zone(decision, dpi).holds(*box.centre) for decision in lacking)
    ]
    if len(decisions) > 1:
        near = [box for box in said if any(zone(decision, dpi).holds(*box.centre) for decision in decisions)]
        named = without_single_letter(named, len(near))
    read = [*known, *(one.box for one in named)]
    return named + unread_names(picture, drawings, rules, read, lacking, dpi)


def without_single_letter(named: Sequence[Drawing], said: int) -> list[Drawing]:
    """Names of several decisions without a letter that is the only one: ways are named everywhere or nowhere.

    The head of an arrow that is open looks like a Y.

    Args:
        named: what was read at decisions.
        said: how many names were read at decisions with the page.
    """
    names = [one for one in named if one.text != TAK_TERBACA]
    single = not said and len(names) == 1 and len(names[0].text) < TOLD
    return [one for one in named if not single or one is not names[0]]


def _struck(
    picture: Gray,
    engine: Engine,
    drawings: Sequence[Drawing],
    decisions: Sequence[Box],
    said: Sequence[Box],
    known: Sequence[Box],
    dpi: float,
) -> list[Drawing]:
    """Names through which a line seems to run, at decisions that lack one of their two: read as they stand."""
    found: list[Drawing] = []
    for decision in decisions:
        for place in struck_places(drawings, decision, dpi):
            views = struck_views(place, dpi)
            taken = (*known, *said, *(one.box for one in found))
            if any(shared(views[0], box) > 0 for box in taken):
                continue
            readings = engine.read_lines([_cut(picture, view, None, engine.huruf, dpi) for view in views])
            name = struck_name(readings)
            if name:
                found.append(Drawing(WRITTEN, views[0], text=name))
    return found


def _read(
    views: Sequence[tuple[int, Box, Mask | None]],
    least: int,
    found: dict[int, Drawing],
    seen: dict[int, list[int]],
    picture: Gray,
    engine: Engine,
    dpi: float,
) -> None:
    """Read views of phrases (number, place, what there is theirs), and note the first name of so many letters of each.

    ``seen`` gets for each phrase how many letters the words have that were read of it.
    """
    readings = engine.read_lines([_cut(picture, box, mask, engine.huruf, dpi) for _, box, mask in views])
    for (at, box, _), reading in zip(views, readings, strict=True):
        letters = [many for word in reading if (many := sum(char.isalpha() for char in word.text))]
        before = seen.setdefault(at, letters)
        name = read_name(reading)
        # A Ya in a piece of what has more words may be the rest of a Tidak.
        more = sum(many >= TOLD for many in before) > sum(many >= TOLD for many in letters)
        rest = name is not None and len(name) >= TOLD and branch(name) == "Ya" and more
        seen[at] = max(before, letters, key=len)
        lone = name is not None and len(name) < TOLD
        narrow, broad = (part * box.height for part in LONE)
        if name and len(name) >= least and not rest and (not lone or narrow <= box.width <= broad):
            found.setdefault(at, Drawing(WRITTEN, box, text=name))


def _upon(box: Box, rules: Sequence[Rule], dpi: float) -> Iterator[Box]:
    """Places of a phrase that a rule runs through, which took letters along: to be read as they stand."""
    x, middle = box.centre
    for rule in rules:
        if not rule.tegak and rule.start < x < rule.end and box.y0 - FLANK <= rule.at <= box.y1 + FLANK:
            yield box.grown(FLANK)
        beyond = rule.tebal / 2 + BEHIND * dpi
        if rule.tegak and rule.start < middle < rule.end and box.x0 - beyond < rule.at < box.x1 + beyond:
            yield box.grown(FLANK)
            if not box.x0 < rule.at < box.x1:
                yield box._replace(x0=min(box.x0, rule.at - beyond), x1=max(box.x1, rule.at + beyond)).grown(
                    FLANK
                )


def _is_sure(word: Word) -> bool:
    """Whether a word says too surely what it says to be another, misread."""
    return word.keyakinan >= SURE and sum(char.isalpha() for char in word.text) >= WORD


def _cut(picture: Gray, box: Box, own: Mask | None, good: float, dpi: float) -> Gray:
    """A phrase at the size that is read best: its marks on white, or what stands at its place."""
    top, left = max(0, int(box.y0)), max(0, int(box.x0))
    part = picture[top : max(top + 1, int(box.y1)), left : max(left + 1, int(box.x1))].copy()
    if own is not None:
        part[own == 0] = 255
    return lone(part, min(box.height, 0.12 * dpi), good)
