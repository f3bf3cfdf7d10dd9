"""Pieces of lines put together: what a program drew cell by cell, dash by dash, twice or in steps."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from extractors.sheets import Rule
from extractors.vector.strokes import Piece

# Points.
COLLINEAR: Final = 0.8
"""Pieces of one line stand at most so far apart across it."""
TOUCH: Final = 2.5
"""Pieces of one line follow each other at most so far apart."""
DASH: Final = 9.0
"""A piece shorter than this may be a dash or dot of a broken line."""
DASH_GAP: Final = 5.0
"""Dashes of one line follow each other at most so far apart."""
DOUBLE: Final = 3.4
"""Two lines side by side no further apart than this are a double line."""
TWIN: Final = 0.85
"""... if they run along each other for this share of the longer."""
SHORTEST: Final = 5.0
"""A shorter line is no rule."""


def rule_of(piece: Piece) -> Rule:
    """A piece as a rule."""
    return Rule(piece.tegak, piece.at, piece.start, piece.end, piece.tebal)


def merged(pieces: Sequence[Piece]) -> list[Rule]:
    """Rules from pieces: first the plain ones, then rows of dots, whose direction the row gives."""
    lines = merged_rules([rule_of(p) for p in pieces if not p.dot])
    dots = [p for p in pieces if p.dot]
    for tegak in (False, True):
        turned = [rule_of(_facing(dot, tegak)) for dot in dots]
        rows = merged_rules([*turned, *(r for r in lines if r.tegak == tegak)])
        lines = [r for r in lines if r.tegak != tegak] + [
            r for r in rows if r.end - r.start >= SHORTEST or not dots
        ]
    return lines


def _facing(dot: Piece, tegak: bool) -> Piece:
    """A dot as a piece of a line of the given direction."""
    if dot.tegak == tegak:
        return dot
    half = dot.tebal / 2
    middle = (dot.start + dot.end) / 2
    return replace(
        dot, tegak=tegak, at=middle, start=dot.at - half, end=dot.at + half, tebal=dot.end - dot.start
    )


def merged_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line put together."""
    merged: list[Rule] = []
    for tegak in (False, True):
        band: list[Rule] = []
        for rule in sorted((r for r in rules if r.tegak == tegak), key=lambda r: r.at):
            if band and rule.at - band[0].at > COLLINEAR:
                merged.extend(_chained(band))
                band = []
            band.append(rule)
        merged.extend(_chained(band))
    return merged


def _chained(band: Sequence[Rule]) -> list[Rule]:
    chains: list[list[Rule]] = []
    end = 0.0
    for rule in sorted(band, key=lambda r: r.start):
        if chains and rule.start - end <= _reach(chains[-1][-1], rule):
            chains[-1].append(rule)
            end = max(end, rule.end)
        else:
            chains.append([rule])
            end = rule.end
    return [_whole(chain) for chain in chains]


def _reach(before: Rule, rule: Rule) -> float:
    short = before.end - before.start <= DASH and rule.end - rule.start <= DASH
    return DASH_GAP if short else TOUCH


def _whole(chain: Sequence[Rule]) -> Rule:
    if len(chain) == 1:
        return chain[0]
    weights = [max(rule.end - rule.start, 0.01) for rule in chain]
    at = sum(rule.at * weight for rule, weight in zip(chain, weights, strict=True)) / sum(weights)
    thickness = max(chain, key=lambda rule: rule.end - rule.start).tebal
    return Rule(
        chain[0].tegak, at, min(rule.start for rule in chain), max(rule.end for rule in chain), thickness
    )


def single(rules: Sequence[Rule]) -> list[Rule]:
    """Double lines made one, in the middle of both."""
    kept: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.tegak, r.at)):
        twin = next(
            (at for at, other in enumerate(kept[-8:], max(0, len(kept) - 8)) if _twins(other, rule)), None
        )
        if twin is None:
            kept.append(rule)
        else:
            other = kept[twin]
            thickness = abs(rule.at - other.at) + (rule.tebal + other.tebal) / 2
            kept[twin] = Rule(
                rule.tegak,
                (rule.at + other.at) / 2,
                min(rule.start, other.start),
                max(rule.end, other.end),
                thickness,
            )
    return kept


def _twins(one: Rule, other: Rule) -> bool:
    if one.tegak != other.tegak or abs(one.at - other.at) > DOUBLE:
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= TWIN * max(one.end - one.start, other.end - other.start)
