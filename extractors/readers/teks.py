"""Plain text, Markdown and HTML, in the encodings that Windows and the web leave behind."""

import re
from pathlib import PurePath

from extractors.dumps.dump import blocks_of_data, carried_text
from extractors.errors import BerkasKosong, BerkasTerlaluBesar, JenisTidakDikenal
from extractors.pages import Pages, Source
from extractors.sheets import Ketelitian
from extractors.spans import GLUE, Span
from extractors.texts.blocks import blocks
from extractors.texts.markup import Clean, clean

_SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".tsv", ".csv", ".log", ".ocr", "")
)
_EXPORTED = frozenset((".doc", ".dot", ".docx"))
"""What web pages call the HTML that they hand out to be opened in Word."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_IS_HTML = re.compile(
    r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|body|head|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_BREAKS = re.compile("\r\n?|\x0b|\x85|\u2028|\u2029")
_OWN_MARKS = re.compile("[\x1c-\x1f\ue001-\ue005]")
_MAX_CONTROL = 0.01
_MOST_BYTES = 20_000_000
_UNREADABLE = "\ufffd"


def claims(name: str, head: bytes) -> bool:
    """Whether a file of this name and beginning is a text."""
    suffix = PurePath(name).suffix.casefold()
    if suffix in _EXPORTED:
        return bool(_IS_HTML.match(head.decode("latin-1").lstrip("\ufeffï»¿")))
    return suffix in _SUFFIXES and not _is_packed(head)


def read(data: bytes, _: Ketelitian = "cepat") -> Pages:
    """The blocks of a text.

    Raises:
        BerkasKosong: nothing but white space.
        BerkasTerlaluBesar: no text of SOPs is as long.
        JenisTidakDikenal: the bytes are no text in any encoding we know.
    """
    if len(data) > _MOST_BYTES:
        raise BerkasTerlaluBesar(
            f"teks terlalu panjang: {len(data) / 1e6:.1f} MB, batasnya {_MOST_BYTES / 1e6:.0f} MB"
        )
    text = decode(data)
    if not text.strip():
        raise BerkasKosong("berkas kosong: tidak ada teks di dalamnya")
    source = Source(text)
    if told := blocks_of_data(text):
        return Pages("teks", source, tuple(told))
    jenis = "html" if _IS_HTML.match(text[:2000]) else "teks"
    carried = carried_text(text)
    return Pages(jenis, source, tuple(blocks(_placed(carried) if carried else clean(source))))


def _placed(carried: Span) -> Clean:
    """The clean text of a part of a file, its characters at their places in the file."""
    found = clean(Source(carried.text))
    offsets = [GLUE if at == GLUE else carried.offsets[at] for at in found.span.offsets]
    return Clean(Span(found.span.text, offsets), found.widths)


def decode(data: bytes) -> str:
    """The text of the bytes, lines ended by newlines alone and without our own control marks.

    Raises:
        JenisTidakDikenal: the bytes are no text in any encoding we know.
    """
    text = _decoded(data)
    if len(_CONTROL.findall(text[:20000])) > _MAX_CONTROL * min(len(text), 20000):
        raise JenisTidakDikenal("isi berkas bukan teks (data biner)")
    return _OWN_MARKS.sub(" ", _BREAKS.sub("\n", text))


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    if b"\x00" in data[:4000]:
        return _wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        damaged = text.count(_UNREADABLE)
        sound = sum(not char.isascii() for char in text) - damaged
        # What is written in cp1252 hardly ever makes a valid sequence of UTF-8.
        return text if sound >= damaged else data.decode("cp1252", errors="replace")


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark: every other byte of western text is zero."""
    head = data[:4000]
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if max(odd, even) < 0.4 * (len(head) // 2):
        raise JenisTidakDikenal("isi berkas bukan teks (data biner)")
    return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")


def _is_packed(head: bytes) -> bool:
    """Whether the bytes begin like a PDF, an image, an archive or a program."""
    return head.startswith(
        (
            b"%PDF",
            b"PK\x03\x04",
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF8",
            b"II*\x00",
            b"MM\x00*",
            b"\xd0\xcf\x11\xe0",
            b"\x7fELF",
            b"MZ\x90",
            b"\x1f\x8b",
            b"Rar!",
            b"7z\xbc",
        )
    )
