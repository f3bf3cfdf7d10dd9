"""Things that hang together through their neighbours, as groups."""

from collections.abc import Iterable


def connected(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers 0 to ``count`` - 1 as groups linked by pairs; groups and members in ascending order."""
    owner = list(range(count))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    for a, b in pairs:
        owner[root(a)] = root(b)
    groups: dict[int, list[int]] = {}
    for at in range(count):
        groups.setdefault(root(at), []).append(at)
    return list(groups.values())
