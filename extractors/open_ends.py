"""Lines that end in the middle of a sentence: behind their last word something is still to come."""

from functools import cache

from extractors.data import table


def is_open(text: str) -> bool:
    """Whether a line ends with a word behind which its sentence goes on; an empty one does not."""
    return not _words().isdisjoint(text.casefold().split()[-1:])


@cache
def _words() -> frozenset[str]:
    return frozenset(table("tanda")["terbuka"]["kata"])
