"""Names of actors whose two lines a dump printed one below the other for all columns at once.

"Bendahara Wajib Pajak Pemungut Seksi" below "Petugas Kepala" names Bendahara, Wajib Pajak, Petugas Pemungut and Kepala Seksi:
each name is one word or two of the lower line, one of the upper line, or one of both. The likeliest way is taken, if it is likely.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from extractors.data import table
from extractors.lexicon.actors import is_actor
from extractors.lexicon.labels import fold
from extractors.lexicon.word_forms import is_form
from extractors.spans import Span, join

_LONGEST = 3
"""Words of the lower line in one name."""
_BARE, _STRANGE, _SMALL = 1.0, 1.0, 3.0
"""What it costs that a name that needs a second word has none, that nothing speaks for one, that it begins with a small letter."""
_WHOLE = 0.8
"""What it costs that a name which may stand alone goes on in the lower line."""
_ANOTHER = 1.2
"""What it costs that a word inside a name begins another."""
_MORE = 0.3
_LIKELY = 0.55
"""What a name costs at most on the average where they are believed."""
_FEWEST = 3


def joined_names(upper: Sequence[Span], lower: Sequence[Span]) -> list[Span]:
    """The names in the order of their columns; none where no way to put the words together is likely.

    Args:
        upper: the words of the upper line.
        lower: those of the lower one.
    """
    if not upper or not lower:
        return []
    best: dict[tuple[int, int], tuple[float, list[Span]]] = {(0, 0): (0.0, [])}
    for i in range(len(upper) + 1):
        for j in range(len(lower) + 1):
            if (i, j) not in best:
                continue
            cost, names = best[i, j]
            for more, name, place in _names(upper, lower, i, j):
                if place not in best or cost + more < best[place][0]:
                    best[place] = (cost + more, [*names, name])
    cost, names = best.get((len(upper), len(lower)), (0.0, []))
    return names if len(names) >= _FEWEST and cost <= _LIKELY * len(names) else []


def _names(
    upper: Sequence[Span], lower: Sequence[Span], i: int, j: int
) -> Iterator[tuple[float, Span, tuple[int, int]]]:
    """The names that may come next, what they cost, and where they end in both lines."""
    if i < len(upper):
        yield _alone(upper[i].text), upper[i], (i + 1, j)
    for end in range(j + 1, min(j + _LONGEST, len(lower)) + 1):
        words = lower[j:end]
        yield _alone(*(word.text for word in words)), join(words), (i, end)
        if i < len(upper):
            name = join((join((upper[i], words[0]), ""), *words[1:])) if _broken(upper[i], words[0]) else None
            cost = _MORE * len(words[1:]) + (_MORE if name else _joined(upper[i].text, words[0].text))
            cost += sum(_ANOTHER for word in words[1:] if is_actor(word.text))
            yield cost, name or join((upper[i], *words)), (i + 1, end)


def _alone(first: str, *others: str) -> float:
    """What a name costs that stands in one line."""
    if not first[:1].isupper():
        return _SMALL
    needs = fold(first) in _needy()
    cost = 0.0 if needs or is_actor(first) else _STRANGE
    if not others:
        return cost + _BARE * needs
    cost += _MORE * len(others) + (0.0 if needs else _WHOLE)
    return cost + sum(_ANOTHER for word in others if is_actor(word) or word[:1].islower())


def _joined(first: str, second: str) -> float:
    """What a name costs of which the second word stands below the first."""
    cost = _MORE if fold(first) in _needy() else _WHOLE if is_actor(first) else _STRANGE
    another = is_actor(second) and fold(second) not in table("aktor")["lanjutan"].get(fold(first), ())
    return cost + _ANOTHER * another + _BARE * second[:1].islower()


def _broken(first: Span, second: Span) -> bool:
    """Whether a word was broken between two lines."""
    whole = (first.text + second.text).casefold()
    return second.text.islower() and whole.isalpha() and not is_form(second.text) and is_form(whole)


@cache
def _needy() -> frozenset[str]:
    return frozenset(table("aktor")["bersambung"])
