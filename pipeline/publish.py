"""What is written of a run: the outputs of each SOP, then those of the whole run, then the clean-up.

Each SOP, and each table or page of the whole run, is a unit of ``ledger``; a unit whose
ingredients have not changed and whose files are still there is left alone.
"""

import json
import os
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from normalizers.model import Sop
from pipeline import atomic, gambar, ledger, manifest
from pipeline.compare.himpunan import Himpunan
from pipeline.compare.kegiatan import Kegiatan
from pipeline.config import Settings, sidik_program
from pipeline.executors import TooLongError, WorkerDiedError, run_all
from pipeline.findings import ATURAN
from pipeline.hasil import HasilBerkas
from pipeline.inputs import OUTPUT_FOLDERS
from pipeline.manifest import Manifest
from pipeline.naskah import Gambar, Naskah
from pipeline.outputs import Writer, temuan
from pipeline.putusan import Jejak, Putusan

_NASKAH: Final = TypeAdapter(Naskah)
_TABEL: Final = "run/tabel"
_INDEKS: Final = "run/indeks"
_HIMPUNAN: Final = "run/himpunan"
_TEMUAN: Final = "run/temuan"


@dataclass(frozen=True, slots=True)
class Kegagalan:
    """An output of one SOP that could not be made: the SOP's id, which output, why, and the traceback.

    Texts only: not every exception survives the way from a worker to this process.
    """

    id: str
    keluaran: str
    alasan: str
    log: str


Writers = Mapping[str, Writer]


def write_pictures(
    paths: Sequence[Path],
    results: Sequence[HasilBerkas],
    out: Path,
    settings: Settings,
    progress: Callable[[int, int, int], None],
) -> tuple[list[Naskah], list[Kegagalan]]:
    """All SOPs with the pictures of their pages, and whose pictures could not be made; none without reports.

    Args:
        paths: where the input files are.
        results: what was read from each of them.
        out: the output folder.
        settings: of the run.
        progress: is told how many files are done, of how many, and how many failed.
    """
    naskah = [n for hasil in results for n in hasil.naskah]
    if not settings.laporan:
        return naskah, []
    tasks = {}
    for path, hasil in zip(paths, results, strict=True):
        if hasil.sha256 and (pages := gambar.pages_shown(hasil.naskah)):
            tasks[hasil.sha256] = gambar.Tugas(path, hasil.sha256, pages)
    found, errors = gambar.make(list(tasks.values()), out, settings, progress)
    failures = [
        _failure(n.sop.id, "gambar halaman", errors[n.sop.sumber.sha256])
        for n in naskah
        if n.sop.sumber.sha256 in errors
    ]
    return [_with_pictures(n, found.get(n.sop.sumber.sha256, {})) for n in naskah], failures


def _with_pictures(naskah: Naskah, pictures: Mapping[int, Gambar]) -> Naskah:
    own = {page: pictures[page] for page in gambar.pages_shown([naskah]) if page in pictures}
    turned = {page: replace(picture, putar=naskah.putar.get(page, 0)) for page, picture in own.items()}
    return replace(naskah, gambar=turned)


def write_sops(
    naskah: Sequence[Naskah],
    out: Path,
    writers: Writers,
    settings: Settings,
    progress: Callable[[int, int, int], None],
) -> tuple[int, list[Kegagalan]]:
    """How many SOPs had something to be written, and what could not be made.

    Args:
        naskah: with their final ids.
        out: the output folder.
        writers: all outputs of each SOP; the settings may leave some of them out.
        settings: of the run.
        progress: is told how many are done, of how many, and how many failed.
    """
    on = {None: True, "dokumen": settings.dokumen, "laporan": settings.laporan}
    writers = {name: writer for name, writer in writers.items() if on[writer.pilihan]}
    looks = {id(own): own.sidik_dokumen() for own in (settings, *settings.subfolder.values())}
    changed = []
    for n in naskah:
        own = settings.untuk(n.sop.sumber.berkas)
        names = (*writers, looks[id(own)] if settings.dokumen else "")
        if not ledger.intact(out, _unit(n.sop), sidik := _sidik(n, names)):
            changed.append((n, sidik))
    work = partial(_write_sop, out, writers, settings)
    failures: list[Kegagalan] = []
    broken = 0
    for done, (index, result) in enumerate(
        run_all(changed, work, settings.jobs, settings.batas_menit * 60), start=1
    ):
        found = (
            result if isinstance(result, list) else _rescue(changed[index][0], out, writers, settings, result)
        )
        failures += found
        broken += bool(found)
        progress(done, len(changed), broken)
    return len(changed), sorted(failures, key=lambda failure: failure.id)


def write_run(out: Path, content: Manifest, sops: Sequence[Sop], satu: Himpunan, settings: Settings) -> None:
    """Writes what is of the whole run, and removes whatever an earlier run wrote and this one has not.

    Args:
        out: the output folder.
        content: what became of each file.
        sops: all SOPs, with their final ids and findings.
        satu: the set that they make.
        settings: of the run.

    Raises:
        OSError: the output folder can no longer be written to.
    """
    wanted = {_TEMUAN, *(_unit(sop) for sop in sops)}
    wanted |= {_TABEL} if settings.tabel else set()
    wanted |= {_banding(kegiatan) for kegiatan in satu.kegiatan} if settings.laporan else set()
    wanted |= (
        {_INDEKS, _HIMPUNAN, *(gambar.unit(sop.sumber.sha256) for sop in sops)} if settings.laporan else set()
    )
    for unit in ledger.units(out):
        if unit not in wanted:
            ledger.drop(out, unit)
    for folder in (out, *(out / name for name in OUTPUT_FOLDERS)):
        atomic.sweep(folder)
    rows = manifest.to_bytes(content)
    atomic.write(out / manifest.NAMA, rows)
    digest = sha256(f"{sidik_program()}|{settings.tabel}|".encode() + rows)
    for sop in sops:
        digest.update(repr(settings.untuk(sop.sumber.berkas).format()).encode())
        digest.update(sop.model_dump_json().encode())
    sidik = digest.hexdigest()
    if settings.tabel and not ledger.intact(out, _TABEL, sidik):
        from pipeline.outputs import tables  # pandas takes a second to import: not for a run without tables

        ledger.write(out, _TABEL, sidik, tables.render(sops, satu))
    if settings.laporan:
        _write_comparisons(out, sops, satu, settings, sidik)
    if settings.laporan and not ledger.intact(out, _INDEKS, sidik):
        from pipeline.outputs import index

        titles = {aturan.kode: aturan.judul for aturan in ATURAN}
        formats = {sop.id: settings.untuk(sop.sumber.berkas).format() for sop in sops}
        page = index.render(content, sops, titles, satu, dokumen=formats, tabel=settings.tabel)
        ledger.write(out, _INDEKS, sidik, {ledger.INDEX: page.encode()})


def _write_comparisons(
    out: Path, sops: Sequence[Sop], satu: Himpunan, settings: Settings, sidik: str
) -> None:
    """The pages of the whole set; a procedure whose SOPs have not changed is not compared again."""
    if ledger.intact(out, _HIMPUNAN, sidik):
        return
    from pipeline.compare.banding import bandingkan
    from pipeline.outputs import compare_report, himpunan_pages

    lines = []
    for kegiatan in satu.kegiatan:
        # One procedure at a time: the comparison of another is no longer in memory.
        banding = bandingkan(kegiatan.nama, [sops[i] for i in kegiatan.anggota])
        lines.append(himpunan_pages.ringkas(kegiatan.slug, banding))
        medoid = banding.kolom[banding.medoid].sop
        formats = settings.untuk(medoid.sumber.berkas).format()
        digest = sha256(f"{sidik_program()}|{formats}|{kegiatan.nama}|".encode())
        for i in kegiatan.anggota:
            digest.update(sops[i].model_dump_json().encode())
        if not ledger.intact(out, _banding(kegiatan), own := digest.hexdigest()):
            page = compare_report.render(banding, dokumen=formats)
            ledger.write(out, _banding(kegiatan), own, {f"compare/{kegiatan.slug}.html": page.encode()})
    pages = {
        "compare/index.html": himpunan_pages.antarunit(satu, lines),
        "compare/duplicates.html": himpunan_pages.kembar(satu),
        "compare/relations.html": himpunan_pages.kaitan(satu),
    }
    ledger.write(out, _HIMPUNAN, sidik, {name: page.encode() for name, page in pages.items()})


def _banding(kegiatan: Kegiatan) -> str:
    return f"banding/{kegiatan.slug}"


def write_findings(
    out: Path,
    naskah: Sequence[Naskah],
    dasar: Mapping[Jejak, int] | None,
    putusan: Mapping[Jejak, Putusan],
    settings: Settings,
) -> Mapping[str, Any]:
    """Writes the findings of the run, and where decisions about them are kept; gives them as they were written.

    Args:
        out: the output folder.
        naskah: all SOPs, their accepted findings apart.
        dasar: the frozen findings.
        putusan: the accepted ones.
        settings: of the run.

    Raises:
        OSError: the output folder can no longer be written to.
    """
    content = temuan.rows(naskah, dasar, putusan)
    files = {temuan.JSON: temuan.to_json(content), temuan.SARIF: temuan.sarif(content, ATURAN)}
    ledger.write(out, _TEMUAN, sha256(b"".join(files.values())).hexdigest(), files)
    places = (settings.pilihan.diterima, settings.pilihan.dasar)
    # Relative, so that the folders may be moved together and no output tells how this machine names its folders.
    kept = [None if place is None else os.path.relpath(place, out) for place in places]
    atomic.write(out / temuan.TEMPAT, json.dumps(kept).encode())
    return content


def _write_sop(out: Path, writers: Writers, settings: Settings, task: tuple[Naskah, str]) -> list[Kegagalan]:
    """Writes one SOP; an output that cannot be made does not keep the others from being written."""
    naskah, sidik = task
    settings = settings.untuk(naskah.sop.sumber.berkas)
    files: dict[str, bytes] = {}
    failures = []
    for name, writer in writers.items():
        try:
            files |= writer.tulis(naskah, settings)
        except Exception as error:
            failures.append(_failure(naskah.sop.id, name, error))
    ledger.write(out, _unit(naskah.sop), ledger.UNFINISHED if failures else sidik, files)
    return failures


def _rescue(
    naskah: Naskah, out: Path, writers: Writers, settings: Settings, error: Exception
) -> list[Kegagalan]:
    """Writes at least the outputs without an engine when the process died on the others."""
    plain = {name: writer for name, writer in writers.items() if writer.pilihan is None}
    failures = [_failure(naskah.sop.id, "dokumen dan laporan", error)]
    try:
        return failures + _write_sop(out, plain, settings, (naskah, ledger.UNFINISHED))
    except OSError as disk:
        return [*failures, _failure(naskah.sop.id, "data kanonik", disk)]


def _failure(sop_id: str, keluaran: str, error: Exception) -> Kegagalan:
    if isinstance(error, WorkerDiedError):
        reason = "proses penulisnya mati dua kali"
    elif isinstance(error, TooLongError):
        reason = "melewati batas waktu, --max-minutes"
    elif isinstance(error, OSError) and error.strerror:  # str() would quote a path of this machine
        reason = error.strerror
    else:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
    return Kegagalan(sop_id, keluaran, reason, "".join(traceback.format_exception(error)))


def _sidik(naskah: Naskah, names: Sequence[str]) -> str:
    """The fingerprint of all that shapes the outputs of one SOP."""
    ingredients = f"{sidik_program()}|{'|'.join(names)}|".encode() + _NASKAH.dump_json(naskah)
    return sha256(ingredients).hexdigest()


def _unit(sop: Sop) -> str:
    return f"sop/{sop.id}"
