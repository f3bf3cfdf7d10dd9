"""Names of persons: titles before and behind in their canonical form, the name in title case.

A name itself is never repaired: which of two spellings is right, only its bearer knows.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from normalizers.data import table

_TEPI = " \t\n()[]{}_-–—.,:;*'\"/\\|"
_KATA = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)?")
_DEPAN = re.compile(r"([^\W\d_]{1,5}(?:\.[^\W\d_]{1,2})?)(?:\s*[.,]+\s*|\s+)(?=[^\W\d_])")
_HURUF = re.compile(r"[^\W\d_]+")
_INISIAL = re.compile(r"[A-Za-z]{1,2}\.")
_INISIAL_AKHIR = re.compile(r" [A-Z]$")
_KOP, _BUKAN_NAMA, _PARTIKEL = (
    frozenset(table("gelar")["nama"][key]) for key in ("kop", "bukan", "partikel")
)
_HURUF_PALING_SEDIKIT = 3
_KATA_PALING_BANYAK = 9
_PENGGAL_GELAR = 4


@lru_cache(maxsize=2048)
def rapikan(text: str) -> str | None:
    """The name in canonical form ("Drs. H. Ahmad Fulan, S.H., M.M."); None when the text is no name."""
    front, name, back = _urai(_tanpa_kop(text))
    words = name.split()
    letters = sum(map(str.isalpha, name))
    if (
        name.casefold() in _BUKAN_NAMA
        or letters < _HURUF_PALING_SEDIKIT
        or len(words) > _KATA_PALING_BANYAK
        or _gelar_depan(words[-1])
    ):
        return None
    if letters < 0.7 * len(re.sub(r"[\s.]", "", name)) or max(map(len, words)) == 1:
        return None
    return ", ".join([" ".join([*front, _huruf(name)]), *back])


def _tanpa_kop(text: str) -> str:
    """The text without a letterhead that stood to its left: "KANTOR KECAMATAN SUKAMAJU H. AHMAD"; nothing where no title is."""
    words = list(re.finditer(r"\S+", text))
    if not words or words[0].group().casefold() not in _KOP:
        return text
    return next((text[word.start() :] for word in words[1:] if awal_bergelar(text[word.start() :])), "")


def bergelar(text: str) -> bool:
    """Whether a line carries a title before or behind, as names do and offices do not."""
    front, name, back = _urai(text)
    return bool(name) and (bool(front) or any(title in _bentuk_belakang() for title in back))


def adalah_gelar(word: str) -> bool:
    """Whether a word is a title, or several, that stand behind names: "S.Sos", "SH.MM"."""
    return bool(_pecah(_HURUF.findall(word)))


def bersambung(line: str, following: str) -> bool:
    """Whether a name goes on in the next line: its titles stand there, or its end with them."""
    if adalah_gelar(following):
        return not line.rstrip().endswith(":") and _urai(line)[1] != ""
    front, _, back = _urai(line)
    next_front, rest, next_back = _urai(following)
    cut = bool(front) and not back and any(title in _bentuk_belakang() for title in next_back)
    initial = bool(next_back) and max(map(len, _HURUF.findall(rest)), default=0) == 1
    return (cut or initial) and not next_front


def awal_bergelar(text: str) -> bool:
    """Whether a text begins with a title that stands before names: "Drs. ", "H. "."""
    match = _DEPAN.match(text)
    return match is not None and _gelar_depan(match[1]) is not None and (len(match[1]) > 1 or "." in match[0])


@lru_cache(maxsize=2048)
def inti(name: str) -> str:
    """The name without titles, case and dots, for comparing two writings of it."""
    return " ".join(_HURUF.findall(_urai(name)[1].casefold()))


@lru_cache(maxsize=4096)
def _urai(text: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Titles before, the name as printed, titles behind."""
    rest = " ".join(text.split()).strip(_TEPI)
    front: list[str] = []
    while (match := _DEPAN.match(rest)) and (title := _gelar_depan(match[1])):
        if not front and len(match[1]) == 1 and "." not in match[0] and match[1] != "H":
            break  # "R Agus" may be an initial
        front.append(title)
        rest = rest[match.end() :]
    name, _, behind = rest.partition(",")
    titles = tuple(_gelar_belakang(behind))
    name, trailing = _lepas_gelar(name.strip(), any(title in _bentuk_belakang() for title in titles))
    return tuple(front), name.strip(" ,;:-."), (*trailing, *titles)


def _gelar_depan(word: str) -> str | None:
    if word == "dr":  # a physician; in any other case a doctor
        return "dr."
    key = word.replace(".", "").casefold()
    return _bentuk_depan().get(key)


def _lepas_gelar(name: str, bergelar_lain: bool) -> tuple[str, list[str]]:
    """The name and the titles that follow it without a comma: "SLAMET SH", "BUDI S.STP".

    Where others stand behind the comma (``bergelar_lain``), what may be a name is a title sooner: "SLAMET SE, M.Si".
    """
    words = name.split()
    found: list[str] = []
    while len(words) > 1:
        for size in (2, 1):
            tail = words[-size:]
            if len(words) > size and (titles := _gelar_di_akhir(tail, len(words) - size + bergelar_lain)):
                found[:0] = titles
                del words[-size:]
                break
        else:
            break
    return " ".join(words), found


def _gelar_di_akhir(tail: list[str], before: int) -> list[str] | None:
    """The titles that the last words of a name are; a word that may be a name is none."""
    if len(tail) == 2 and not _INISIAL.fullmatch(tail[0]):  # "S. Sos", but not "Budi Sos"
        return None
    word = tail[-1]
    dotted = "." in tail[0].rstrip(".")
    titles = _pecah(_HURUF.findall(" ".join(tail)))
    if titles is None or dotted or len(tail) == 2:
        return titles
    key = _lipat(word)
    if key in table("gelar")["ragu"]:
        return titles if before > 1 and word.isupper() else None
    return titles if word.isupper() or (word[0].isupper() and len(key) > 3) else None


def _gelar_belakang(text: str) -> Iterator[str]:
    """The titles of what stands behind the comma, canonical where known, else as printed."""
    for chunk in text.split(","):
        pieces = _HURUF.findall(chunk)
        known = _pecah(pieces)
        if known is not None:
            yield from known
        elif chunk.strip(_TEPI) and not any(map(str.isdigit, chunk)):
            yield chunk.strip(" ;:-()")


def _pecah(pieces: list[str]) -> list[str] | None:
    """The titles that letters between dots and blanks make up, longest first; None when some letters stay over."""
    found: list[str] = []
    position = 0
    while position < len(pieces):
        for size in range(min(_PENGGAL_GELAR, len(pieces) - position), 0, -1):
            key = _lipat("".join(pieces[position : position + size]))
            if key in _belakang():
                found.append(_belakang()[key])
                position += size
                break
        else:
            return None
    return found


def _huruf(name: str) -> str:
    """The name in title case when it stands in capitals; a last initial gets its dot."""
    upper, lower = sum(map(str.isupper, name)), sum(map(str.islower, name))
    if upper > 0.7 * (upper + lower):
        name = _KATA.sub(lambda m: _kata(m[0], first=m.start() == 0), name)
    return f"{name}." if _INISIAL_AKHIR.search(name) else name


def _kata(word: str, *, first: bool) -> str:
    if word.lower() in _PARTIKEL and len(word) > 2 and not first:
        return word.lower()
    return word[:1] + word[1:].lower()


def _lipat(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


@cache
def _bentuk_depan() -> dict[str, str]:
    data = table("gelar")
    forms = {_lipat(title): title for title in data["depan"] if title != "dr."}
    return forms | dict(data["depan_lain"])


@cache
def _belakang() -> dict[str, str]:
    return {_lipat(title): title for title in table("gelar")["belakang"]["bentuk"]}


@cache
def _bentuk_belakang() -> frozenset[str]:
    return frozenset(table("gelar")["belakang"]["bentuk"])
