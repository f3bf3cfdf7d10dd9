"""Names of actors that copying wore, put right by the names that there are and by what else the document says.

A heading is a few words without a sentence around them, so nothing in it shows which letters are lost; but who
acts in an office is called by some hundred names. A name is put right where one of them is near and no other
one nearly as near. Words that were surely read stay what they are, and so do names without any unsure word.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations
from typing import Final

from normalizers import fuzzy
from normalizers.data import table
from normalizers.pelaksana import kunci, nama_lazim

KEYAKINAN_AUS: Final = 0.85
"""Factor on the confidence of a name that was put right."""
KEYAKINAN_TERDUGA: Final = 0.5
"""The same of one that no reading shows, but all of them together are nearest to."""
_PASTI, _PASTI_ASING = 0.85, 0.9
"""A word of names that is surer than this stays as it is, and any other that is surer than that …"""
_SEPOTONG = 3
"""… and has more letters: pieces of words have no more."""
_TERBACA = 0.6
"""A longer word of names or of the document that is as sure stays, too."""
_TERSINGKAT = 4
"""Fewer letters are near to too many names; a name must have more to be told by likeness."""
_DEKAT = 0.27
"""The distance up to which a name is near, per letter of it."""
_DEKAT_KATA = 0.22
"""The same for a single word, which other words are nearer to than names to names."""
_SELISIH, _SELISIH_KATA = 0.08, 0.6
"""By so much must the next name be farther, per letter, and the next word, in letters."""
_SEBARIS = 2
"""So many letters more show that a line of a name was not read."""
_BACAAN, _TERDEKAT = 3, 3
"""So many readings at least can agree on a name; those count that are nearest to it."""
_MIRIP = 0.7
"""How much alike two readings of one word are, 0..1."""
_SEPAKAT, _SELISIH_SEPAKAT = 0.36, 0.05
"""The distance up to which readings are near to a name on average, per letter of it, and by how much the next must be farther."""
_LEBIH = 1
"""So many letters more than the name may be read."""
_TERPILIH = ((0.22, 0.08), (0.3, 0.1))
"""How far all readings may be from a name on average, per letter of it, and by how much the next must be farther then."""
_TERDUGA, _BANYAK = (0.42, 0.05), 5
"""The same where nothing of a heading was legible; so many readings at least."""
_TERSEBUT = 0.75
"""How much nearer a name is that the document has elsewhere, in letters."""
_SINGKATAN = re.compile(r"[A-Z]{2,4}")
_HURUF = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Kata:
    """A word of a heading, and how sure its engine is of it, 0..1."""

    teks: str
    keyakinan: float

    @property
    def pasti(self) -> bool:
        """Whether it stays as it is."""
        letters = _huruf(self.teks)
        if letters in _kosakata():
            return self.keyakinan > _PASTI
        return self.keyakinan > _PASTI_ASING and len(letters) > _SEPOTONG


@dataclass(frozen=True)
class Konteks:
    """What else the document says, in texts that were surely read."""

    teks: tuple[str, ...]

    @cached_property
    def kata(self) -> frozenset[str]:
        """Its words that are long enough to be told from others."""
        return frozenset(word for word in self._rangkai.split() if len(word) > _TERSINGKAT and word.isalpha())

    @cached_property
    def _rangkai(self) -> str:
        return " ".join(("", *(_huruf(word) for text in self.teks for word in text.split()), ""))

    def menyebut(self, nama: str) -> bool:
        """Whether it has the words of a name in a row."""
        return f" {' '.join(map(_huruf, nama.split()))} " in self._rangkai


def dipulihkan(words: Sequence[Kata], konteks: Konteks, lain: Sequence[str] = ()) -> str | None:
    """The name that worn words are; None where they need no repair, or nothing tells which name they are.

    Args:
        words: of the heading, in the order of reading.
        konteks: what else the document says.
        lain: what else the heading was read as.
    """
    words = _dirangkai(words)
    letters = "".join(_huruf(word.teks) for word in words)
    whole = " ".join(word.teks for word in words)
    named = bool(letters) and (kunci(whole) in _kunci_lazim() or konteks.menyebut(whole))
    sure = bool(letters) and (named or all(_tetap(word, konteks) for word in words if _huruf(word.teks)))
    alone = [] if named else _berselisih(words, lain)
    if sure and not alone and not _lebih_panjang(lain, letters):
        return None
    noise = [word for word in alone if not _terulang(word, lain)]
    right = None if named else _nama_huruf().get(letters, (None,))[0] or _tanpa_noda(words, noise, konteks)
    agreed = _sepakat(words, alone, lain, konteks)
    # What readings agree on may be a line more than what one of them shows: "Kepala Desa" where "Desa" is a name, too.
    right = agreed if agreed and (right is None or _memuat(agreed, right)) else right
    if right is None and not sure and len(letters) >= _TERSINGKAT:
        right = _nama(words, letters, konteks) or _sekata(words, konteks)
    return None if right == whole else right


def terpilih(words: Sequence[Kata], konteks: Konteks, lain: Sequence[str]) -> tuple[str, bool] | None:
    """The usual name that all readings of a heading together are nearest to, if no other is nearly as near.

    For headings of which no single reading, nor its words, told what they are. A name that one reading has as it is
    spelled, and no other one has, needs no distance to the next.

    Args:
        words: of the best reading.
        konteks: what else the document says.
        lain: all readings.

    Returns:
        The name, and whether that is only a guess: nothing was legible, and the readings are like no name but this one.
    """
    whole = " ".join(word.teks for word in words)
    if len(lain) < _BACAAN or (_huruf(whole) and (lazim(whole) or konteks.menyebut(whole))):
        return None
    if words and all(word.pasti for word in words):
        return None
    texts = {letters for text in lain for letters in (_rangkai(text), _tanpa_kelompok(text))}
    texts = {letters for letters in texts if len(letters) >= _SEPOTONG}
    near: dict[str, tuple[float, str]] = {}
    for letters, (nama, id_) in _nama_huruf().items():
        if len(letters) >= _TERSINGKAT and texts:
            nearest = sorted(fuzzy.worn(text, letters, *_rupa()) for text in texts)[:_TERDEKAT]
            far = sum(nearest) / len(nearest) / len(letters)
            near[id_] = min(near.get(id_, (far, nama)), (far, nama))
    if not near:
        return None
    (far, nama), *others = sorted(near.values())
    shown = {name[1] for text in texts if (name := _nama_huruf().get(text))}
    apart = others[0][0] - far if others and shown != {_nama_huruf()[_huruf(nama)][1]} else 1.0
    if any(far <= most and apart >= least for most, least in _TERPILIH):
        return nama, False
    blind = not any(word.keyakinan >= _TERBACA for word in words) and len(lain) >= _BANYAK
    return (nama, True) if blind and far <= _TERDUGA[0] and apart >= _TERDUGA[1] else None


def lazim(nama: str) -> bool:
    """Whether columns are usually called so."""
    return kunci(nama) in _kunci_lazim()


def terbaca(words: Sequence[Kata], konteks: Konteks) -> bool:
    """Whether a heading that nothing puts right says anything: one word of it was read, or is like one that there is.

    Args:
        words: of the heading.
        konteks: what else the document says.
    """
    vocabulary = _kosakata() | konteks.kata
    return any(
        word.keyakinan > _PASTI_ASING
        or (word.keyakinan >= _TERBACA and _SINGKATAN.fullmatch(word.teks))
        or (len(letters) >= _SEPOTONG and (word.keyakinan >= _TERBACA or letters in vocabulary))
        for word in words
        if (letters := _huruf(word.teks))
    )


def _berselisih(words: Sequence[Kata], lain: Sequence[str]) -> list[Kata]:
    """The words that most readings do not have; an engine is sure of what specks and the back of the sheet look like, too.

    Abbreviations stay: what else they are read as is nothing like them.
    """
    texts = ["".join(map(_huruf, text.split())) for text in lain]
    if len(texts) < _BACAAN:
        return []
    return [
        word
        for word in words
        if (letters := _huruf(word.teks))
        and not _SINGKATAN.fullmatch(word.teks)
        and 2 * sum(letters in text for text in texts) < len(texts)
    ]


def _terulang(word: Kata, lain: Sequence[str]) -> bool:
    """Whether most readings have a word like it at least: specks are read as something else each time."""
    alike = (
        any(fuzzy.ratio(_huruf(word.teks), _huruf(other)) >= _MIRIP for other in text.split())
        for text in lain
    )
    return 2 * sum(alike) >= len(lain)


def _tanpa_noda(words: Sequence[Kata], alone: Sequence[Kata], konteks: Konteks) -> str | None:
    """The usual name that stands among words that are none of any name or of the document and that hardly a reading has."""
    strays = [word for word in alone if _huruf(word.teks) not in _kosakata() | konteks.kata]
    for first, last in combinations(range(len(words) + 1), 2):
        rest = (*words[:first], *words[last:])
        name = " ".join(word.teks for word in words[first:last])
        if (
            rest
            and kunci(name) in _kunci_lazim()
            and all(word in strays or not _huruf(word.teks) for word in rest)
        ):
            return name
    return None


def _dirangkai(words: Sequence[Kata]) -> list[Kata]:
    """The words, those whole again that a narrow cell broke: two pieces that are none make one of names together."""
    whole: list[Kata] = []
    for word in words:
        before = whole[-1] if whole else None
        pieces = (_huruf(before.teks), _huruf(word.teks)) if before else ()
        if before and "".join(pieces) in _kosakata() and not any(piece in _kosakata() for piece in pieces):
            whole[-1] = Kata(before.teks + word.teks, min(before.keyakinan, word.keyakinan))
        else:
            whole.append(word)
    return whole


def _nama(words: Sequence[Kata], letters: str, konteks: Konteks) -> str | None:
    """The one name that is near to the whole heading."""
    sure = {_huruf(word.teks) for word in words if _tetap(word, konteks)}
    found: list[tuple[float, str, str]] = []
    for nama, id_ in nama_lazim().items():
        target = _huruf(nama)
        # Wear takes letters; who reads many more than a name has reads another name.
        enough = max(_TERSINGKAT + 1, len(letters) - _LEBIH)
        if len(target) >= enough and sure <= set(map(_huruf, nama.split())):
            far = fuzzy.worn(letters, target, *_rupa()) - _TERSEBUT * konteks.menyebut(nama)
            found.append((far, nama, id_))
    found.sort(key=lambda one: (one[0], one[1].count(" "), one[1]))
    if not found or found[0][0] > _DEKAT * len(_huruf(found[0][1])):
        return None
    far, nama, id_ = found[0]
    others = [one for one, _, other in found[1:] if other != id_]
    if others and others[0] - far < _SELISIH * len(_huruf(nama)):
        return None
    if any(one == far and _huruf(other) != _huruf(nama) for one, other, _ in found[1:]):
        return None
    return nama.upper() if all(word.teks.isupper() for word in words) else nama


def _tetap(word: Kata, konteks: Konteks) -> bool:
    """Whether a word stays: surely read, or hardly come about by wear, as words of names and of the document are.

    Abbreviations stay, too: PMD and PMK are two things.
    """
    letters = _huruf(word.teks)
    known = letters in _kosakata() or letters in konteks.kata
    meant = (known and len(letters) >= _TERSINGKAT) or bool(_SINGKATAN.fullmatch(word.teks))
    return word.pasti or (meant and word.keyakinan >= _TERBACA)


def _lebih_panjang(lain: Sequence[str], letters: str) -> bool:
    """Whether several other readings have a line more than what was read: only a part of the name was."""
    longer = {text for text in map(_tanpa_kelompok, lain) if len(text) >= len(letters) + _SEBARIS}
    return len(longer) >= _BACAAN


def _sepakat(
    words: Sequence[Kata], alone: Sequence[Kata], lain: Sequence[str], konteks: Konteks
) -> str | None:
    """The one name that several readings of a worn heading are near to, each of which lost other letters.

    Args:
        words: of the best reading.
        alone: those of them that hardly another one has.
        lain: all readings.
        konteks: what else the document says.
    """
    texts = {letters for text in lain if len(letters := _tanpa_kelompok(text)) >= _TERSINGKAT - 1}
    if len(texts) < _BACAAN:
        return None
    # Specks are read as two capitals, too; what several readings say is more than a hardly read abbreviation.
    heard = (word for word in words if word not in alone)
    kept = (word for word in heard if word.pasti or not _SINGKATAN.fullmatch(word.teks))
    sure = {_huruf(word.teks) for word in kept if _huruf(word.teks) and _tetap(word, konteks)}
    found: list[tuple[float, str, str]] = []
    for nama, id_ in nama_lazim().items():
        target = _huruf(nama)
        if len(target) <= _TERSINGKAT or not sure <= set(map(_huruf, nama.split())):
            continue
        nearest = sorted(fuzzy.worn(text, target, *_rupa()) for text in texts)[:_TERDEKAT]
        far = sum(nearest) / len(nearest) - _TERSEBUT * konteks.menyebut(nama)
        found.append((far / len(target), nama, id_))
    found.sort()
    if not found or found[0][0] > _SEPAKAT:
        return None
    far, nama, id_ = found[0]
    if any(other != id_ and one - far < _SELISIH_SEPAKAT for one, _, other in found[1:]):
        return None
    return nama.upper() if words and all(word.teks.isupper() for word in words) else nama


def _sekata(words: Sequence[Kata], konteks: Konteks) -> str | None:
    """The heading with each of its unsure words as the one word that it is near to; None where one is near to none."""
    parts: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.pasti or _huruf(word.teks) in _kosakata() | {""}:
            parts.append(word.teks)
            at += 1
            continue
        for width in (1, 2):
            piece = words[at : at + width]
            right = _kata("".join(_huruf(one.teks) for one in piece), konteks)
            if right and not any(one.pasti for one in piece):
                parts.append(_berkapital(right, piece[0].teks))
                at += width
                break
        else:
            return None
    return " ".join(parts)


def _kata(letters: str, konteks: Konteks) -> str | None:
    """The one word that letters are near to; themselves where they are one."""
    if len(letters) < _TERSINGKAT:
        return None
    vocabulary = _kosakata() | konteks.kata
    if letters in vocabulary:
        return letters
    found = sorted(
        (fuzzy.worn(letters, word, *_rupa()), word) for word in vocabulary if len(word) > _TERSINGKAT
    )
    if not found or found[0][0] > _DEKAT_KATA * len(found[0][1]):
        return None
    return None if len(found) > 1 and found[1][0] - found[0][0] < _SELISIH_KATA else found[0][1]


@cache
def _nama_huruf() -> Mapping[str, tuple[str, str]]:
    """The usual names and their ids by their letters alone."""
    return {_huruf(nama): (nama, id_) for nama, id_ in nama_lazim().items()}


def _rangkai(text: str) -> str:
    """The letters of a reading in a row."""
    return "".join(map(_huruf, text.split()))


def _memuat(name: str, part: str) -> bool:
    """Whether a name has the words of another and more."""
    return set(map(_huruf, part.split())) < set(map(_huruf, name.split()))


def _berkapital(word: str, model: str) -> str:
    return word.upper() if model.isupper() and len(model) > 1 else word.capitalize()


def _tanpa_kelompok(text: str) -> str:
    """The letters of a reading without a first line that names all actors: it stands above them, and no line may part them."""
    lines = ["".join(map(_huruf, line.split())) for line in text.splitlines()]
    if len(lines) > 1 and any(
        fuzzy.worn(lines[0], group, *_rupa()) <= _DEKAT * len(group) for group in table("sebutan")["kelompok"]
    ):
        lines = lines[1:]
    return "".join(lines)


def _huruf(text: str) -> str:
    return "".join(_HURUF.findall(text.casefold()))


@cache
def _kosakata() -> frozenset[str]:
    """The words of all names, others that offices are named with, and foreign ones that actors are."""
    office = table("jabatan")["kantor"]
    names = (word for nama in nama_lazim() for word in nama.split())
    return frozenset(map(_huruf, (*names, *office["bidang"], *office["wilayah"], *office["asing"]))) - {""}


@cache
def _kunci_lazim() -> frozenset[str]:
    return frozenset(map(kunci, nama_lazim()))


@cache
def _rupa() -> tuple[Mapping[int, str], tuple[tuple[str, str], ...]]:
    """Letters that copies make of each other, each as one of its kind, and pairs that look like one letter."""
    data = table("sebutan")
    alike = {ord(letter): group[0] for group in data["serupa"] for letter in group}
    return alike, tuple((pair, one) for pair, one in data["lekat"])
