"""What is written over each column of a procedure table: the role that it names, and the one heading that is its own.

A column may stand under several headings, and a group's stands over several columns.
"""

from collections.abc import Sequence

from extractors.lexicon.labels import GROUPS, heading
from extractors.pages import Row
from extractors.spans import EMPTY, Span
from extractors.tables.column_contents import holds_texts, mostly_written

Named = tuple[str | None, Span]
"""The role of a column, None where no heading names one, and its heading, empty without one."""
_STEPS = 2
"""What is done stands in one of so many first columns."""


def own_headings(texts: Sequence[Sequence[Span]], body: Sequence[Row]) -> list[Named]:
    """Each column with its role and heading.

    Args:
        texts: the headings over each column, from the top down.
        body: the rows below them.
    """
    return _with_steps([_named(column, texts) for column in texts], body)


def _named(column: Sequence[Span], texts: Sequence[Sequence[Span]]) -> Named:
    """The role that the headings over a column name, from the lowest up, and the heading that is its own.

    Args:
        column: its headings, from the top down.
        texts: those of all columns.
    """
    own = [span for span in reversed(column) if not _is_of_others(span, texts)]
    leaf = next((span for span in own if heading(span.text) not in GROUPS), None)
    if len(column) > 1 and heading(column[-1].text) == "pelaksana":
        leaf = column[-1]  # below the heading of a group an actor who is called as groups are
    role = next((r for span in reversed(column) if (r := heading(span.text)) and r not in GROUPS), None)
    span = next((s for s in reversed(column) if heading(s.text) == role), leaf) if role else leaf
    return role, span or (column[-1] if column and not _is_of_others(column[-1], texts) else EMPTY)


def _with_steps(named: list[Named], body: Sequence[Row]) -> list[Named]:
    """The columns, each with its role and heading, with the first one that holds texts named that of the steps.

    So where no other one is read as theirs, or one in which nobody writes: an actor's name is worn as headings are.
    """
    told = next((at for at, (role, _) in enumerate(named) if role == "uraian"), len(named))
    if told < len(named) and (not body or mostly_written(body, told)):
        return named
    first = next((at for at in range(min(told, _STEPS)) if holds_texts(body, at)), None)
    if first is None or named[first][0] is not None:
        return named
    roles = [role if at != told else None for at, (role, _) in enumerate(named)]
    roles[first] = "uraian"
    return [(role, span) for role, (_, span) in zip(roles, named, strict=True)]


def _is_of_others(group: Span, texts: Sequence[Sequence[Span]]) -> bool:
    """Whether a heading stands over columns that have names of their own: what it says is the name of none."""
    return any(len(column) > 1 and column[0] is group for column in texts)
