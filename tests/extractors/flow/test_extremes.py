"""Symbols whose form hardly shows, told by where in the flow they stand."""

from collections.abc import Mapping

from extractors.flow.extremes import MEANT, with_ends
from extractors.raw import RawMark, RawStep
from extractors.spans import Span

SEEN: dict[int, float] = {}


def mark(at: int, simbol: str, sure: float, *, asing: bool = False) -> RawMark:
    """A mark whose offset tells how sure its form is: that of the sureness in hundredths."""
    SEEN[100 * at + round(100 * sure)] = sure
    return RawMark(at % 3, Span("□", (100 * at + round(100 * sure),)), simbol, 0.9, asing)


def steps(*rows: tuple[RawMark, ...]) -> tuple[RawStep, ...]:
    return tuple(RawStep(None, None, None, None, None, None, marks) for marks in rows)


def told(made: tuple[RawStep, ...], seen: Mapping[int, float] = SEEN) -> list[list[str | None]]:
    return [[mark.simbol for mark in step.tanda] for step in with_ends(made, seen)]


def flow(first: RawMark, last: tuple[RawMark, ...]) -> tuple[RawStep, ...]:
    between = ((mark(at, "proses", 0.97),) for at in (2, 3, 4))
    return steps((first,), *between, last)


def test_a_doubtful_box_at_either_end_is_a_terminator_and_says_so() -> None:
    made = flow(mark(1, "proses", 0.72), (mark(5, "proses", 0.97), mark(6, "proses", 0.8)))
    assert told(made) == [["terminator"], ["proses"], ["proses"], ["proses"], ["proses", "terminator"]]
    first = with_ends(made, SEEN)[0].tanda[0]
    assert (first.disimpulkan, first.keyakinan) == (True, MEANT)


def test_a_box_as_sure_as_the_others_or_of_a_foreign_form_stays() -> None:
    made = flow(mark(1, "proses", 0.95), (mark(5, "proses", 0.7, asing=True),))
    assert told(made)[0] == told(made)[-1] == ["proses"]
    worn = steps(*((mark(at, "proses", 0.7),) for at in range(5)))
    assert told(worn) == [["proses"]] * 5


def test_what_a_program_drew_stays() -> None:
    made = flow(mark(1, "proses", 0.72), (mark(5, "proses", 0.72),))
    assert told(made, {})[0] == ["proses"]


def test_a_terminator_hardly_seen_between_boxes_is_one() -> None:
    made = steps(
        (mark(0, "terminator", 0.97),),
        (mark(1, "proses", 0.97),),
        (mark(2, "terminator", 0.75),),
        (mark(3, "proses", 0.95),),
        (mark(4, "terminator", 0.97),),
    )
    assert told(made)[2] == ["proses"]
    ended = (*made[:3], *steps((mark(5, "terminator", 0.97),)), *made[3:])
    assert told(ended)[2] == ["terminator"]


def test_a_flow_with_round_corners_has_no_boxes() -> None:
    forms = ("terminator", "proses", "terminator", "terminator", "proses", "terminator")
    made = steps(*((mark(at, form, 0.7),) for at, form in enumerate(forms)))
    assert told(made) == [["terminator"], ["proses"], ["proses"], ["proses"], ["proses"], ["terminator"]]
    round_ = steps(*((mark(at, form, 0.7),) for at, form in enumerate((*forms[:4], *forms[2:4]))))
    assert told(round_) == [["terminator"]] * 6
    sure = (*round_[:1], *steps((mark(9, "proses", 0.97),)), *round_[1:])
    assert ["proses"] in told(sure)
