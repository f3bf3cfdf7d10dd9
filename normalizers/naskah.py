"""The text of a legal basis made ready for its grammar, every character knowing where it stood.

Owns the repairs that are certain inside a citation: lost blanks, words damaged by OCR, letters
inside numbers. Which words those are stands in ``data/ejaan_hukum.toml``.
"""

import re
from difflib import SequenceMatcher
from functools import cache

from extractors.spans import GLUE, Span
from normalizers import kata_rusak, prose
from normalizers.data import table
from normalizers.kata_rusak import Ganti

_MAKS_PUTARAN = 6
_KATA = re.compile(r"[A-Za-z0-9]+")

# "Undang-undangNomor 17", "2003tentangKeuangan", "PANRBNo. 35": a word begins where case or digits change.
# "PermenPan", "KepmenPan" are written that way.
_SELA_HILANG = re.compile(
    r"(?<=[a-z]{3})(?<![Pp]ermen)(?<![Kk]epmen)(?<![Ii]nmen)(?=[A-Z][a-z]{2})"
    r"|(?<=[A-Za-z0-9])(?=No(?:mor)?[\s.:]*[\dZ])"
    r"|(?<=[A-Z])(?=NOMOR[\s.:]*\d)"
    r"|(?<=\d)(?=(?i:tahun|tentang|thn?|ttg|dan)\b)|(?<=\d)(?=(?i:tahun|tentang))"
    r"|(?<=\d[Tt]ahun)(?=\d)|(?<=\d[Tt]entang)(?=[A-Z])"
    r"|(?<=[a-z])(?=(?:nomor|tahun)\s*\d)"
    r"|(?<=\b[Nn]omor)(?=\d)|(?<=\b[Tt]ahun)(?=\d)|(?<=\b[Nn]o)(?=\d)|(?<=\bNOMOR)(?=\d)|(?<=\bTAHUN)(?=\d)"
)

# Letters read for digits, in a token that has digits too: 2O16, 20l4, l35. i and L only inside a year.
_ANGKA_RUSAK = re.compile(r"(?<![\w|])(?=[OoIl|]*\d)[0-9OoIl|]*[OoIl|][0-9OoIl|]*(?![\w|])")
_TAHUN_RUSAK = re.compile(r"(?<![\w|])[12lI|](?=[OoIl|iL]*\d)[0-9OoIl|iL]{3}(?![\w|])")
_SERUPA = str.maketrans("OoIl|iL", "0011111")

# Other letters stand for digits only where nothing but a digit can stand: in a year behind its word or a slash, and
# in a number that they begin, end or make up alone. A letter B or A behind a number is part of it: "12B".
_TAHUN_KATA = r"(?:\b(?:[Tt]ahun|TAHUN|[Tt]h[nm]?|TH|THN)\b[\s.:]*|/\s?)"
_TAHUN_SALAH = re.compile(rf"{_TAHUN_KATA}(?P<angka>(?=[\dOIlSZB]*\d)[12IlZ][09OSB][\dOIlSZB]{{2}})(?![\w/])")
_NOMOR_KATA = r"\b(?:[Nn]omor|NOMOR|[Nn][Oo0])\b[\s.:]*"
_NOMOR_SALAH = re.compile(
    rf"{_NOMOR_KATA}(?P<angka>[SZB](?=[\s,]*(?:[Tt][Aa]?[Hh]|/\s?[12]))|[OSZB][\dOIl]{{1,3}}|[1-9IlZ][\dOIl]{{0,2}}[SZ])(?![\w.\-])"
)
_ANGKA_SERUPA = str.maketrans("OIlSZB", "011528")
# … and between the digits of a code: "18B.45/Z35/2013".
_KODE_SALAH = re.compile(
    r"(?<=\d)[SZB](?=[.\d]*\d/)|(?<=/)[OSZB](?=\d+/)|(?<=\.\d)[SZB](?=/)|(?<=/\d)[SZ](?=/)|(?<=/\d\d)[SZ](?=/)"
)
# "PerwaIi"
_I_BESAR = re.compile(r"(?<=[a-z])I(?=[a-z])")
# "U.U. Nomor", "P.P. Nomor"
_BERTITIK = re.compile(r"(?<![\w.])(?:U\.\s?U|P\.\s?P|[UP] [UP](?= (?:[Nn]o|NO|RI|\d)))\b\.?(?=\s)")

# The outline of a text: a for small letters, A for capitals, 0 for digits. Where none of these meet,
# nothing is glued together and no digit damaged; looking for that is cheaper than any pattern.
_GARIS = str.maketrans(
    {
        chr(code): "aA0"[(chr(code).isupper()) + 2 * chr(code).isdigit()]
        for code in range(128)
        if chr(code).isalnum()
    }
)
_BUKAN_HURUF = {code: " " for code in range(128) if not chr(code).isalnum()}
_ANGKA_HURUF = ("0a", "0A", "a0", "A0", "0|", "|0")
_HURUF_LEKAT = ("aA", "AAa")


def siapkan(text: str) -> Span:
    """The text as one clean line with the certain repairs applied; offsets are positions in the given text.

    Doing it twice changes nothing.
    """
    clean = prose.bersih(text)
    span = Span(clean, range(len(text))) if clean == text else _sejajar(text, clean)
    for _ in range(_MAKS_PUTARAN):
        ganti = _perbaikan(span.text)
        if not ganti:
            break
        span = _terapkan(span, ganti)
    return span


def siapkan_lagi(span: Span) -> Span:
    """The same for a part that was cut out of a text made ready: its new ends may bare what is to be cleaned."""
    again = siapkan(span.text)
    return Span(again.text, [GLUE if offset == GLUE else span.offsets[offset] for offset in again.offsets])


def _perbaikan(text: str) -> list[Ganti]:
    """The repairs of the first kind that the text needs, left to right."""
    garis = text.translate(_GARIS)
    campur = any(map(garis.__contains__, _ANGKA_HURUF))
    if campur or "NOMOR" in text or any(map(garis.__contains__, _HURUF_LEKAT)):
        sela = [(match.start(), match.start(), " ") for match in _SELA_HILANG.finditer(text)]
        if sela:
            return sela
    if ganti := kata_rusak.lekat(text) or kata_rusak.patah(text):
        return ganti
    rusak: dict[str, str] = table("ejaan_hukum")["kata"]
    if not rusak.keys().isdisjoint(text.lower().translate(_BUKAN_HURUF).split()) and (
        kata := _kata_rusak(text, rusak)
    ):
        return kata
    if angka := _angka_rusak(text):
        return angka
    if huruf := [(*m.span(), "l") for m in _I_BESAR.finditer(text)]:
        return huruf
    if titik := [(m.start(), m.end(), re.sub(r"[.\s]", "", m[0])) for m in _BERTITIK.finditer(text)]:
        return titik
    if ganti := kata_rusak.salah(text):
        return ganti
    ejaan = prose.ejaan(text).nilai
    return _beda(text, ejaan) if ejaan != text else []


def _kata_rusak(text: str, rusak: dict[str, str]) -> list[Ganti]:
    return [
        (m.start(), m.end(), _seperti(m[0], rusak[m[0].lower()]))
        for m in _KATA.finditer(text)
        if m[0].lower() in rusak
    ]


def _seperti(model: str, kata: str) -> str:
    """The word in the capitals of the model."""
    if model.isupper():
        return kata.upper()
    # A word that lost its first letter lost its capital with it: "raturan Pemerintah".
    return kata.capitalize() if model[0].isupper() or kata.endswith(model) else kata


def _angka_rusak(text: str) -> list[Ganti]:
    found = {
        m.span(): (m.start(), m.end(), m[0].translate(_SERUPA))
        for pattern in (_ANGKA_RUSAK, _TAHUN_RUSAK)
        for m in pattern.finditer(text)
    }
    for pattern, group in ((_TAHUN_SALAH, "angka"), (_NOMOR_SALAH, "angka"), (_KODE_SALAH, 0)):
        for m in pattern.finditer(text):
            found.setdefault(m.span(group), (*m.span(group), m[group].translate(_ANGKA_SERUPA)))
    ganti = [entry for _, entry in sorted(found.items()) if entry[2] != text[entry[0] : entry[1]]]
    return [entry for n, entry in enumerate(ganti) if not n or entry[0] >= ganti[n - 1][1]]


def _beda(before: str, after: str) -> list[Ganti]:
    """The replacements, word by word, that make one text of another."""
    old, new = list(_KATA.finditer(before)), list(_KATA.finditer(after))
    matcher = SequenceMatcher(None, [m[0] for m in old], [m[0] for m in new], autojunk=False)
    return [
        (old[a].start(), old[b - 1].end(), after[new[c].start() : new[d - 1].end()])
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag == "replace"
    ]


def _terapkan(span: Span, ganti: list[Ganti]) -> Span:
    """The span with parts replaced; a new character stands where the old one stood that it is level with."""
    text: list[str] = []
    offsets: list[int] = []
    last = 0
    for start, end, baru in ganti:
        asal = span.offsets[start:end]
        text += (span.text[last:start], baru)
        offsets += span.offsets[last:start]
        offsets += [asal[i * len(asal) // len(baru)] if asal else GLUE for i in range(len(baru))]
        last = end
    return Span("".join((*text, span.text[last:])), [*offsets, *span.offsets[last:]])


def _sejajar(raw: str, clean: str) -> Span:
    """The clean text with the offsets that its characters have in the raw one."""
    offsets: list[int] = []
    at = 0
    for word in re.split(r"(\s)", clean):
        if word.isspace():
            offsets.append(at if raw[at : at + 1].isspace() else GLUE)
            continue
        place = raw.find(word, at)
        if place >= 0 and not any(map(str.isalnum, raw[at:place])):
            offsets += range(place, place + len(word))
            at = place + len(word)
            continue
        for char in word:  # an accent dropped, a ligature spelled out, a hyphen joined
            place = _tempat(raw, char, at)
            offsets.append(place)
            at = max(at, place + (raw[place : place + 1] == char))
    return Span(clean, offsets)


@cache
def _huruf(char: str) -> str:
    return prose.bersih(char)


def _tempat(raw: str, char: str, at: int) -> int:
    """Where a character of the clean text stands in the raw one, at or soon behind a position."""
    passed = 0
    for place in range(at, min(at + 12, len(raw))):
        if raw[place] == char or char in _huruf(raw[place]):
            return place
        passed += raw[place].isalnum()
        if passed > 1:
            break
    return max(min(at, len(raw) - 1), 0)
