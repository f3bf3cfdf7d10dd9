"""Rows of lines: where each begins, known only the line of its number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.layouts.partition import partition
from tests.strategies import STABIL


def at(*lines: int, gain: float = 3.0) -> list[float]:
    """Gains that speak for a border at these lines."""
    return [gain if line in lines else 0.0 for line in range(40)]


@pytest.mark.parametrize(
    ("anchors", "count", "gains", "starts"),
    [
        ([], 5, at(), []),
        ([0], 5, at(), [0]),
        ([0, 3, 5], 8, at(), [0, 3, 5]),
        ([0, 3, 5], 8, at(3, 5), [0, 3, 5]),
        ([1, 4, 7], 9, at(3, 6), [0, 3, 6]),
        ([2, 7], 10, at(5), [0, 5]),
        ([0, 1, 2], 3, at(), [0, 1, 2]),
    ],
    ids=[
        "none",
        "one",
        "top",
        "top-with-signs",
        "middle",
        "middle-tall",
        "one-line-each",
    ],
)
def test_starts(anchors: list[int], count: int, gains: list[float], starts: list[int]) -> None:
    assert partition(anchors, count, gains.__getitem__) == starts


def test_a_text_that_goes_on_holds_its_lines_together() -> None:
    gains = [-2.0 if line == 3 else 0.0 for line in range(9)]
    assert partition([0, 4], 6, gains.__getitem__) == [0, 4]


@given(
    st.sets(st.integers(0, 30), min_size=1, max_size=8), st.lists(st.floats(-4, 4), min_size=40, max_size=40)
)
@STABIL
def test_every_row_holds_its_number(lines: set[int], gains: list[float]) -> None:
    anchors = sorted(lines)
    starts = partition(anchors, 31, gains.__getitem__)
    assert len(starts) == len(anchors)
    assert starts == sorted(set(starts))
    for start, anchor, following in zip(starts, anchors, [*starts[1:], 31], strict=True):
        assert start <= anchor < following


def test_a_gap_of_thousands_of_lines_costs_no_more_than_its_sides() -> None:
    asked: set[int] = set()

    def border(line: int) -> float:
        asked.add(line)
        return 3.0 if line == 4998 else 0.0

    assert partition([0, 5000], 5010, border) == [0, 4998]
    assert len(asked) < 200
