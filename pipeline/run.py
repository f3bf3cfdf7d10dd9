"""The recipe: one file to its canonical SOPs with findings. A bad file is a result, never an exception."""

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from extractors.errors import BerkasTidakTerbaca, SopError
from extractors.extract import extract
from extractors.pages import Pages, Source, on_first_page
from extractors.raw import RawSop
from extractors.read import load, read_bytes
from normalizers.data import table
from normalizers.model import Sumber
from normalizers.normalize import normalize
from normalizers.sefile import lengkapi
from pipeline import cache as simpan
from pipeline.cache import Cache
from pipeline.config import Settings
from pipeline.findings import check
from pipeline.gambar import turns
from pipeline.hasil import HasilBerkas, Status
from pipeline.naskah import Naskah, Sisa


def run_file(path: Path, berkas: str, settings: Settings, simpanan: Cache | None = None) -> HasilBerkas:
    """The SOPs of one file, or why there are none; never raises.

    Args:
        path: where the file is.
        berkas: what it is called in results and messages.
        settings: of the run.
        simpanan: results of earlier runs to take from and to add to.
    """
    digest: str | None = None
    try:
        content = read_content(path, settings)
        digest = sha256(content).hexdigest()
        if simpanan is not None and (known := simpan.recall(simpanan, berkas, digest)):
            return known
        pages = read_bytes(berkas, content, settings.ocr)
        hasil = HasilBerkas(berkas, digest, "ok", naskah=run_pages(pages, berkas, digest, settings))
    except SopError as error:
        status: Status = "bukan_sop" if error.status == "bukan_sop" else "gagal"
        hasil = HasilBerkas(berkas, digest, status, f"{berkas}: {error}")
    except Exception as error:
        hasil = _unexpected(path, berkas, digest, error)
    if simpanan is not None:
        simpan.remember(simpanan, hasil)
    return hasil


def read_content(path: Path, settings: Settings) -> bytes:
    """The bytes of an input file.

    Raises:
        SopError: they cannot be had; the message says why.
    """
    # A pipe or a device would be waited for without end. What is missing is for load to say.
    if path.exists() and not path.is_file():
        raise BerkasTidakTerbaca("bukan berkas biasa, atau folder yang tidak dapat dibuka")
    return load(path, settings.batas_byte)


def run_pages(pages: Pages, berkas: str, digest: str, settings: Settings) -> tuple[Naskah, ...]:
    """The SOPs of a file that has been read, in reading order.

    Raises:
        BukanSop: there is none.
    """
    menit_per = _menit_per(settings.aturan.menit_per_hari)
    raws = extract(pages)
    turned = turns(pages.sheets)
    found = []
    for raw in raws:
        sumber = Sumber.model_validate(
            {"berkas": berkas, "sha256": digest, "halaman": raw.halaman, "jenis": pages.jenis}
        )
        found.append(
            normalize(raw, sumber, menit_per, settings.aturan.register_tambahan, settings.pelaku_teks)
        )
    naskah = []
    for sop, (_, saksi), raw in zip(lengkapi([sop for sop, _ in found]), found, raws, strict=True):
        checked = sop.model_copy(update={"temuan": check(sop, saksi, settings.aturan)})
        naskah.append(Naskah(checked, tuple(saksi), _sisa(raw), putar=turned))
    return tuple(_with_lines(naskah, raws, pages.source))


def _unexpected(path: Path, berkas: str, digest: str | None, error: Exception) -> HasilBerkas:
    """The result of a file whose work ended in an error that nobody foresaw."""
    # The system's own messages quote the whole path, which says where this machine keeps its files.
    said = " ".join(str(error).replace(str(path), berkas).split())
    reason = f"{berkas}: kesalahan tak terduga: {type(error).__name__}" + (f": {said}" if said else "")
    return HasilBerkas(berkas, digest, "gagal", reason, log="".join(traceback.format_exception(error)))


@cache
def _menit_per(menit_per_hari: int) -> Mapping[str, float] | None:
    """Working minutes by unit for a day of another length than the standard's; None for the standard's own."""
    satuan = table("satuan")["satuan"]
    standard = satuan["hari"]["menit"]
    if menit_per_hari == standard:
        return None
    return {
        name: row["menit"] * menit_per_hari / standard
        for name, row in satuan.items()
        if row["menit"] >= standard
    }


def _sisa(raw: RawSop) -> tuple[Sisa, ...]:
    found = []
    for span in raw.sisa:
        if span.first < 0:
            continue
        places = raw.source.places_of(span) if raw.source.places else []
        halaman, kotak = on_first_page(places) if places else (1, None)
        found.append(Sisa(raw.source.line_of(span.first), span.text, halaman, kotak))
    return tuple(found)


def _with_lines(naskah: Sequence[Naskah], raws: Sequence[RawSop], source: Source) -> list[Naskah]:
    """Each SOP with the raw lines of its part of the file: all that stands before the next one begins."""
    lines = source.text.split("\n")
    starts = [1] + [source.line_of(raw.mulai) for raw in raws[1:]]
    ends = [start - 1 for start in starts[1:]] + [len(lines)]
    return [
        replace(n, baris_awal=start, baris=tuple(lines[start - 1 : max(end, start)]))
        for n, start, end in zip(naskah, starts, ends, strict=True)
    ]
