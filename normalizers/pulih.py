"""Parts of an officer's block that a stamp garbled, told by what they can only be: the head of the page's own unit, a rank.

"KEPALAFDINAS PERHUBUNGAN" below the letterhead of the Dinas Perhubungan is its head; of the ranks one
reads like "Pempina Utama Madya". Nothing is told from a text that does not itself have all of it.
"""

import re
from functools import cache

from normalizers import fuzzy, kamus, prose
from normalizers.data import table
from normalizers.reading import KOREKSI, Bagian

_YAKIN = 0.8
_SERUPA = 0.86
"""How alike the letters of a line must be to what it is taken for."""
_SERUPA_AWAL = 0.5
"""How alike those of its first word must be: without the word that names the head nobody says who it is."""
_HURUF = re.compile(r"[^\W\d_]")
_WILAYAH = re.compile(r"\W*(provinsi|kabupaten|kota)\s*([^\W\d_][^\n,;:]*)", re.IGNORECASE)
_PROVINSI = "Provinsi"
_NIP = re.compile(r"NIP|\d{6}", re.IGNORECASE)


def jabatan(text: str, unit: str | None, tertulis: str | None = None) -> tuple[str, Bagian] | None:
    """The head of the unit where a line of the block, garbled, says so, with the region of the line below it.

    Args:
        text: the block, a line for each printed one.
        unit: the unit as the letterhead names it: "Dinas Perhubungan".
        tertulis: the office as it stands elsewhere in the document, which a garbled line reads like, too.
    """
    for start, line in _baris(text) if tertulis else ():
        if _serupa(line, tertulis or "") >= _SERUPA:
            return tertulis or "", Bagian(start, start + len(line), KOREKSI, _YAKIN)
    kind = (unit or "").split(" ")[0].casefold()
    heads = table("jabatan")["kantor"]["pemimpin"]
    if not unit or kind not in heads:
        return None
    head = heads[kind]
    whole = f"{head} {unit}" if head == "Kepala" else f"{head} {unit.partition(' ')[2]}"
    for start, line in _baris(text):
        likeness = _serupa(line, whole)
        if likeness >= _SERUPA and likeness > _serupa(line, unit) and _berawal(line, head):
            end = start + len(line)
            below = text[end + 1 :].partition("\n")[0].rstrip(" ,;:.")
            if region := _wilayah(below):
                whole = f"{whole} {region}"
                end += 1 + len(below)
            return whole, Bagian(start, end, KOREKSI, _YAKIN)
    return None


def pangkat(text: str) -> tuple[str, Bagian] | None:
    """The rank that a line of the block reads like; none where two are equally near, or the line has a NIP."""
    for start, line in _baris(text):
        if _NIP.search(line):
            continue
        scored = sorted(((_serupa(line, rank), rank) for rank in _pangkat()), reverse=True)
        if scored[0][0] >= _SERUPA and scored[0][0] > scored[1][0]:
            return _pangkat()[scored[0][1]], Bagian(start, start + len(line), KOREKSI, _YAKIN)
    return None


def _baris(text: str) -> list[tuple[int, str]]:
    """Each line that has letters, with its place in the text, without blanks around it."""
    found, start = [], 0
    for line in text.split("\n"):
        bare = line.strip()
        if _HURUF.search(bare):
            found.append((start + line.index(bare), bare))
        start += len(line) + 1
    return found


def _wilayah(line: str) -> str | None:
    """The region that a line names and nothing else; of a province the name tells what a garbled word before it says."""
    if said := _WILAYAH.fullmatch(line):
        return f"{prose.judul(said[1])} {prose.judul(said[2].strip())}"
    # A single letter or figure is of a paraph, or of the stamp.
    words = [word for word in line.split() if len(_lipat(word)) > 1]
    for at in range(1, len(words)):
        name = " ".join(words[at:])
        if name.casefold() in kamus.nama_provinsi() and _serupa(words[at - 1], _PROVINSI) >= _SERUPA_AWAL:
            return f"{_PROVINSI} {prose.judul(name)}"
    return None


def _serupa(line: str, meant: str) -> float:
    return fuzzy.ratio(_lipat(line), _lipat(meant))


def _berawal(line: str, head: str) -> bool:
    """Whether a line has letters of the word that names the head before the rest."""
    return fuzzy.ratio(_lipat(line)[: len(head)], _lipat(head)) >= _SERUPA_AWAL


def _lipat(text: str) -> str:
    return "".join(_HURUF.findall(text)).casefold()


@cache
def awal_pangkat() -> frozenset[str]:
    """The words that ranks begin with, which no person is named: "Penata", "Pembina"."""
    return frozenset(rank.split()[0].casefold() for rank in table("pangkat")["pangkat"].values())


@cache
def _pangkat() -> dict[str, str]:
    """Ranks as they are printed, "Tingkat I" and "Tk. I", to their canonical form."""
    ranks = table("pangkat")["pangkat"].values()
    return {form: rank for rank in ranks for form in (rank, rank.replace("Tk.", "Tingkat"))}
