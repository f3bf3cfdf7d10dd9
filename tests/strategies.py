"""Strategies: texts such as OCR engines, dumps and copy-paste make of SOPs, and texts that are none at all.

Whole SOPs come from the corpus and from ``benchmarks.layouts``; single lines from a stock of
fragments. Both are then damaged: parts cut, doubled and swapped, letters misread, tags and
strange characters strewn in. ``STABIL`` makes a property try the same examples everywhere.
"""

import random
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from benchmarks.layouts import LAYOUTS, naskah_acak

STABIL = settings(derandomize=True, deadline=None, max_examples=100)
"""The same examples in every run; a slow machine fails nothing."""

CORPUS = Path(__file__).parents[1] / "corpus" / "inputs"
_SEED = 20
_PER_LAYOUT = 3

LABELS = (
    "Nomor SOP", "Tanggal Pembuatan", "TGL. REVISI", "Tanggal Efektif", "Tanggal Pengesahan", "Disahkan oleh", "NAMA SOP",
    "Dasar Hukum", "Kualifikasi Pelaksana", "KETERKAITAN", "Peralatan/ Perlengkapan", "Peringatan", "Pencatatan dan Pendataan",
)  # fmt: skip
VALUES = (
    "065/12/SOP/2021", "14 Januari 2021", "--", "02-03-2021", "L4 Maret 2O21", "31 Februari 2021", "Plt. CAMAT SUKAMAJU",
    "BAGAS WIRAYUDA, S.STP.", "Pembina Tk. I", "NIP. 19780315 200003 1 002", "NIP. 1978O315 20003 1 02", "PENGELOLAAN SURAT MASUK",
    "1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;2. PP No. 28 Tahun 2012", "9. Perbup Wanasari Nomor 7 Tahun 2019",
    "a. Komputerb. Printerc. ATK", "- Buku agenda", "Jika terlambat maka surat tidak tertangani", "Disimpan sebagai data elektronik",
    "PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU", "STANDAR OPERASIONAL PROSEDUR (SOP)", "Mengetahui,", "Sukamaju, 4 Mei 2021",
)  # fmt: skip
HEADINGS = (
    "No", "Uraian Kegiatan", "Pelaksana", "Mutu Baku", "Camat", "Sekretaris", "Kasi / Kasubag", "Staf", "Kelengkapan", "Waktu",
    "Output", "Keterangan", "1", "2", "3",
)  # fmt: skip
CELLS = (
    "1", "2.", "3", "4", "12", "Menerima dan mencatat surat masuk", "Memeriksa berkas, bila tidak lengkap dikembalikan",
    "surat kepada camat", "Surat masuk", "Lembar disposisi", "10 menit", "1O Menit", "± 2 hari kerja", "1-2 jam", "Tentatif", "-", "●",
    "□", "◇ Ya", "○ Tidak", "v", "",
)  # fmt: skip
JOINTS = ("\t", "\t", " | ", "   ", " : ", "\t: ", "</td><td>", "<br>", " ", "\n", "\n\n")
STRANGE = (
    "<table>", "</table>", "<tr>", "<td>", '<td colspan="3" rowspan=2>', "</td>", "<br>", "<li>", "<ol>", "<p>", "</p>", "**", "<!--",
    "-->", "<script>", "</head>", "&nbsp;", "&amp;", "&#0;", "&#x1c;", "&#55296;", "|", "|---|", "\t", "\n\n", "\f", '"', "\r", "<", ">",
    "\x1c", "\x1e", "\ue001", "\u2028", "\u200b", "\xad", "\x00", "²", "①", "١٢", "½", "İ", "ß", "ﬁ", "e\u0301", "\U0001f5ce", "  ", "    |    ",
    "9" * 30, "7" * 400, "a" * 3000, "Nomor 1 " * 200, ". . . . . .", "-----", "\n1. ", "10 menit",
)  # fmt: skip
_ALIKE = {"0": "OoQ", "1": "lI|!", "5": "S", "8": "B", "l": "1I", "i": "1l\u0131", "e": "c", "o": "0", "m": ["rn"], "n": ["ri"], " ": ["", "  ", "\n"]}  # fmt: skip
_DIGITS = "\u00b2\u2460\u0663\u07c0\uff15\u00bd"
"""Characters that some functions take for digits, or for letters read as such, and others do not."""
_LENGTHS = (1, 3, 10, 40, 200, 1000)
_BLANKS = ("", " ", "  ", "    ", "\t", "\n")


@cache
def whole_texts() -> tuple[str, ...]:
    """The corpus as text, and random SOPs in every layout."""
    corpus = [path.read_bytes() for path in sorted(CORPUS.iterdir())]
    acak = [naskah_acak(name, _SEED, number).teks for name in LAYOUTS for number in range(_PER_LAYOUT)]
    return (*(content.decode("utf-8", errors="replace") for content in corpus), *acak)


def _misread(piece: str, rng: random.Random) -> str:
    return "".join(rng.choice(_ALIKE[c]) if c in _ALIKE and rng.random() < 0.3 else c for c in piece)


def _odd_digits(piece: str, rng: random.Random) -> str:
    return "".join(
        rng.choice((c + odd, odd)) if c.isdigit() and (odd := rng.choice(_DIGITS)) else c for c in piece
    )


def _stretched(piece: str, rng: random.Random) -> str:
    count = rng.choice((2, 5, 30))
    return "".join(c * count if c.isdigit() and rng.random() < 0.1 else c for c in piece)


def _reblanked(piece: str, rng: random.Random) -> str:
    return piece.replace(rng.choice(" \n\t"), rng.choice(_BLANKS))


_DAMAGES: Sequence[Callable[[str, random.Random], str]] = (
    lambda piece, rng: "",
    lambda piece, rng: piece * 2,
    lambda piece, rng: piece[::-1],
    lambda piece, rng: piece.swapcase(),
    lambda piece, rng: rng.choice(STRANGE) + piece,
    lambda piece, rng: chr(rng.choice((rng.randrange(32), rng.randrange(32, 0xD800)))) + piece,
    lambda piece, rng: "\n" + rng.choice((*LABELS, *VALUES, *CELLS)) + "\n" + piece,
    lambda piece, rng: piece + rng.choice(rng.choice(whole_texts()).split("\n")) + "\n",
    _misread,
    _odd_digits,
    _stretched,
    _reblanked,
)


def damaged(text: str, seed: int, times: int) -> str:
    """The text after some damages at random places; a piece that is damaged may end up elsewhere."""
    rng = random.Random(seed)
    for _ in range(times):
        at = rng.randrange(len(text) + 1)
        end = min(at + rng.choice(_LENGTHS), len(text))
        piece, text = rng.choice(_DAMAGES)(text[at:end], rng), text[:at] + text[end:]
        to = at if rng.random() < 0.8 else rng.randrange(len(text) + 1)
        text = text[:to] + piece + text[to:]
    return text


def _with_damage(texts: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.builds(damaged, texts, st.integers(0, 2**32), st.integers(0, most))


def sop_texts() -> st.SearchStrategy[str]:
    """Whole SOPs, damaged."""
    return _with_damage(st.sampled_from(whole_texts()), 24)


def patchworks() -> st.SearchStrategy[str]:
    """Lines of fragments put together at random, damaged: labels, values, headings and cells in any order."""
    words = st.sampled_from((*LABELS, *VALUES)) | st.sampled_from((*HEADINGS, *CELLS))
    lines = st.builds(str.join, st.sampled_from(JOINTS), st.lists(words, min_size=1, max_size=9))
    table = st.builds(
        lambda joint, rows: "\n".join(joint.join(row) for row in [list(HEADINGS[:12]), *rows]),
        st.sampled_from(JOINTS),
        st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=13), max_size=8),
    )
    box = st.builds(
        lambda joint, pairs: "\n".join(f"{label}{joint}{value}" for label, value in pairs),
        st.sampled_from(JOINTS),
        st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from(VALUES)), max_size=10),
    )
    parts = st.lists(lines | table | box, max_size=10)
    return _with_damage(st.builds("\n".join, parts), 4)


def garbage() -> st.SearchStrategy[str]:
    """Anything: unicode, strange characters, runs of one character, and huge lines."""
    run = st.builds(lambda piece, count: piece * count, st.sampled_from(STRANGE), st.sampled_from((1, 7, 90)))
    return st.builds("".join, st.lists(st.text(max_size=40) | run, max_size=12))
