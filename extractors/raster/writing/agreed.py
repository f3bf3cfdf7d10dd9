"""Several readings of one field made one: what most of them say of a date, or of the number of an SOP, part by part.

Handwriting is hardly ever read whole, and each reading fails elsewhere. So the day, the month and the year of a date, and
what stands between the strokes of a number, are decided apart. A letter among figures stands for the figure that it
looks like; what no majority says is not known.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final

from extractors.data import table
from extractors.lexicon.vocabulary import known
from extractors.sheets import TAK_TERBACA

FEWEST: Final = 3
"""So many readings must have the shape of a date or a number."""
LONGEST: Final = 20
"""Longer parts between strokes are of a sentence."""
LAST_DAY: Final = 31
MONTH: Final = 0.6
"""How much a word must be like the name of a month, letters and figures told apart."""
_DAY, _YEAR = (1, 2), 4
_FIGURES = str.maketrans("OoQDIl|ZzASsGbTBgq", "000011122455667899")
_LETTERS = str.maketrans("01456789", "oiasgtbg")
_SIGNS = " .,:;'"

Said = tuple[str, float]
"""A part of a text, and the share of the readings that say so, 0..1."""


def date(readings: Iterable[str]) -> list[Said] | None:
    """Day, month and year that readings of a field agree on; None where they are no date.

    A part that most of them do not agree on is the sign of what cannot be read.
    """
    found = [parts for text in readings if (parts := date_parts(text))]
    if len(found) < FEWEST:
        return None
    days, months, years = zip(*found, strict=True)
    return [_most(days), _most(months), _most(years)]


def number(readings: Iterable[str], elsewhere: Collection[str] = ()) -> list[Said] | None:
    """What readings of a field agree on between the strokes of a number; None where they are no number of as many parts.

    ``elsewhere``: words of the page, in small letters. A part that one reading has as one of them is no other word.
    """
    split = [tuple(bare.split("/")) for text in readings if "/" in (bare := _bare(text))]
    sizes = Counter(map(len, split))
    size, count = max(sizes.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if count < FEWEST or 2 * count <= len(split):
        return None
    whole = [parts for parts in split if len(parts) == size]
    said = [_part([parts[at] for parts in whole], elsewhere) for at in range(size)]
    figured = any(text == TAK_TERBACA or any(map(str.isdigit, text)) for text, _ in (said[0], said[-1]))
    return said if figured and all(len(text) <= LONGEST for text, _ in said) else None


def date_parts(text: str) -> tuple[str | None, str, str | None] | None:
    """Day, month and year of a text that is a date with the name of a month, its letters put together; None for others.

    A day or a year that figures hardly tell is None.
    """
    bare, first = _bare(text), _bare(text.strip(_SIGNS).partition(" ")[0])
    likely: list[tuple[bool, float, str, str, str]] = []
    for size in (len(first),) if len(first) in _DAY else _DAY:
        day, word, year = _figures(bare[:size]) or "", bare[size:-_YEAR].strip(".,-"), bare[-_YEAR:]
        if len(bare) > size + _YEAR and (told := _month(word)):
            likely.append((day.isdecimal() and 1 <= int(day) <= LAST_DAY, told[0], day, told[1], year))
    if not likely:
        return None
    possible, _, day, month, year = max(likely)
    return day if possible else None, month, _year(year)


def _bare(text: str) -> str:
    return "".join(text.split()).strip(_SIGNS)


def _most(parts: Sequence[str | None]) -> Said:
    """What more than half of all say."""
    said, count = Counter(parts).most_common(1)[0]
    sure = said is not None and 2 * count > len(parts)
    return (said or "", count / len(parts)) if sure else (TAK_TERBACA, 0.0)


def _part(said: Sequence[str], elsewhere: Collection[str]) -> Said:
    """What stands between two strokes: figures alone or letters alone, where readings have them; a word of the page first."""
    if len(years := [year for text in said if len(text) == _YEAR and (year := _year(text))]) * 2 > len(said):
        return _most(years)
    if written := next((text for text in said if text.casefold() in elsewhere), None):
        return written, sum(_likeness(text, written) for text in said) / len(said)
    meant = Counter(_meant(text, said) for text in said)
    words = [text for text, count in meant.items() if count > 1 and known(text)]
    best = max(words or meant, key=lambda text: meant[text])
    if best.isdigit() and 2 * meant[best] <= len(said):
        return TAK_TERBACA, 0.0
    return best, meant[best] / len(said)


def _meant(text: str, said: Iterable[str]) -> str:
    """A part with letters and figures mixed is the one without that it looks like, where another reading has that."""
    if not _mixed(text):
        return text
    letters = _folded(text)
    pure = [other for other in said if not _mixed(other)]
    return next((other for other in pure if _figured(text, other) or _folded(other) == letters), text)


def _figured(text: str, figures: str) -> bool:
    """Whether a text has the figures of another reading but where it has letters: "14C" beside "146"."""
    return (
        figures.isdigit()
        and len(text) == len(figures)
        and all(own == other or own.isalpha() for own, other in zip(text, figures, strict=True))
    )


def _mixed(text: str) -> bool:
    return any(map(str.isdigit, text)) and any(map(str.isalpha, text))


def _figures(text: str) -> str | None:
    figures = text.translate(_FIGURES)
    return str(int(figures)) if figures.isdecimal() else None


def _year(text: str) -> str | None:
    """A year of this or the last century; its first figure says nothing that the second one does not."""
    century, rest = text[1:2].translate(_FIGURES), _figures(text[2:])
    if century not in ("0", "9") or rest is None or len(text) != _YEAR:
        return None
    return f"{'20' if century == '0' else '19'}{rest:0>2}"


def _month(word: str) -> tuple[float, str] | None:
    """The name of the month that a word is like, more than any other, and how much."""
    names = map(str, table("bulan")["indonesia"]["bulan"])
    likely = sorted(((_likeness(word, name), name) for name in names), reverse=True)
    return likely[0] if likely[0][0] >= MONTH and likely[0][0] > likely[1][0] else None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _folded(one), _folded(other)).ratio()


def _folded(text: str) -> str:
    return text.casefold().translate(_LETTERS)
