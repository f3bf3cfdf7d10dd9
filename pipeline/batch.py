"""A folder of files to a folder of outputs: read all files, judge the set, write what changed, clean up.

The files are worked on by a pool of processes; what one of them suffers, no other feels. What
needs the whole set (ids, duplicates) happens in between, in this process, in the order of the
paths: the number of workers never shows in the output. Every file is written whole or not at
all, and what is unchanged since the last run is not done again.
"""

import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from normalizers.model import Sop, Temuan
from pipeline import ids
from pipeline.cache import Cache, forget_others
from pipeline.compare.himpunan import Himpunan, himpunan
from pipeline.compare.kartu import semua
from pipeline.config import Settings
from pipeline.executors import TooLongError, WorkerDiedError, run_all
from pipeline.findings import check_set, urutan
from pipeline.findings.pilihan import terapkan
from pipeline.hasil import HasilBerkas
from pipeline.inputs import OUTPUT_FOLDERS, STATE_FOLDER, Masukan, WrongUseError, collect
from pipeline.ledger import INDEX
from pipeline.manifest import NAMA, Manifest, manifest
from pipeline.naskah import Naskah
from pipeline.outputs import WRITERS
from pipeline.publish import Kegagalan, Writers, write_findings, write_pictures, write_run, write_sops
from pipeline.putusan import load_accepted, load_baseline, split
from pipeline.run import run_file
from pipeline.sesama import sesama

Tahap = Literal["membaca", "memotret", "menulis"]
Progress = Callable[[Tahap, int, int, int], None]
"""Called with the stage, how many are done, of how many, and how many of them failed."""
Kerja = Callable[[Path, str, Settings, Cache], HasilBerkas]
Penilai = Callable[[Himpunan], Mapping[str, Sequence[Temuan]]]


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """What a run did.

    Attributes:
        manifest: as written.
        ditulis: how many SOPs had outputs to be written; the others were unchanged.
        log: tracebacks of unexpected errors, for whoever repairs the program.
        temuan: the findings, as ``outputs.temuan.rows`` gives them.
    """

    manifest: Manifest
    ditulis: int
    log: tuple[str, ...]
    temuan: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bagian:
    """The parts that a run is put together from; tests and other engines bring their own."""

    kerja: Kerja = run_file
    nilai_set: Penilai = check_set
    writers: Writers = field(default_factory=lambda: WRITERS)


BAGIAN_BAKU = Bagian()


def ingest(
    inputs: Sequence[Path],
    out: Path,
    settings: Settings,
    progress: Progress = lambda *_: None,
    bagian: Bagian = BAGIAN_BAKU,
) -> Ringkasan:
    """Works on all input files and leaves their outputs, and nothing older, in the output folder.

    Args:
        inputs: files and folders.
        out: the output folder; made when missing.
        settings: of the run.
        progress: is told after each file and each SOP.
        bagian: the parts to work with.

    Raises:
        WrongUseError: the inputs or the output folder cannot be used; nothing was written then.
        OSError: the output folder can no longer be written to.
    """
    files = collect(inputs, out)
    putusan = load_accepted(settings.pilihan.diterima)
    dasar = load_baseline(settings.pilihan.dasar)
    _claim(out)
    tugas = _tasks(files, out / STATE_FOLDER / "berkas", settings)
    read = _read(tugas, partial(_work, bagian.kerja), settings, partial(progress, "membaca"))
    judged, satu = _judge(read, bagian.nilai_set, settings)
    if settings.laporan:
        judged = _acquainted(judged, satu)
    judged = [replace(h, naskah=tuple(split(n, putusan) for n in h.naskah)) for h in judged]
    paths = [masukan.path for masukan in files]
    naskah, unseen = write_pictures(paths, judged, out, settings, partial(progress, "memotret"))
    written, failures = write_sops(naskah, out, bagian.writers, settings, partial(progress, "menulis"))
    final = _told(judged, [*unseen, *failures])
    rows = manifest([(hasil, [n.sop for n in hasil.naskah]) for hasil in final])
    write_run(out, rows, [n.sop for n in naskah], satu, settings)
    found = write_findings(out, naskah, dasar, putusan, settings)
    forget_others(
        out / STATE_FOLDER / "berkas", [(t.cache, hasil) for t, hasil in zip(tugas, read, strict=True)]
    )
    return Ringkasan(rows, written, tuple(hasil.log for hasil in final if hasil.log), found)


def _claim(out: Path) -> None:
    """Makes the output folder sopbaku's own.

    Raises:
        WrongUseError: something else's files stand where the outputs would go.
    """
    own = out / STATE_FOLDER
    if not own.is_dir():
        taken = [name for name in (*sorted(OUTPUT_FOLDERS), INDEX, NAMA) if (out / name).exists()]
        if taken:
            raise WrongUseError(
                f"Folder hasil '{out}' sudah berisi '{taken[0]}' yang bukan buatan sopbaku; pilih folder lain."
            )
    try:
        own.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUseError(f"Folder hasil '{out}' tidak dapat dibuat: {error.strerror}.") from error


@dataclass(frozen=True, slots=True)
class _Tugas:
    """One file to read, with the settings of its folder and where its result is kept."""

    masukan: Masukan
    settings: Settings
    cache: Cache


def _tasks(files: Sequence[Masukan], folder: Path, settings: Settings) -> list[_Tugas]:
    # The fingerprint asks the engines for their versions: once per settings file, not once per input file.
    caches = {id(own): Cache(folder, own.sidik()) for own in (settings, *settings.subfolder.values())}
    found = ((masukan, settings.untuk(masukan.berkas)) for masukan in files)
    return [_Tugas(masukan, replace(own, subfolder={}), caches[id(own)]) for masukan, own in found]


def _work(kerja: Kerja, tugas: _Tugas) -> HasilBerkas:
    return kerja(tugas.masukan.path, tugas.masukan.berkas, tugas.settings, tugas.cache)


def _read(
    files: Sequence[_Tugas],
    work: Callable[[_Tugas], HasilBerkas],
    settings: Settings,
    progress: Callable[[int, int, int], None],
) -> list[HasilBerkas]:
    """The result of each file, in the order of the files."""
    results: dict[int, HasilBerkas] = {}
    failed = 0
    for index, result in run_all(files, work, settings.jobs, settings.batas_menit * 60):
        berkas = files[index].masukan.berkas
        hasil = result if isinstance(result, HasilBerkas) else _lost(berkas, result, settings)
        results[index] = hasil
        failed += hasil.status == "gagal"
        progress(len(results), len(files), failed)
    return [results[index] for index in range(len(files))]


def _lost(berkas: str, error: Exception, settings: Settings) -> HasilBerkas:
    """The result of a file whose work did not come back."""
    if isinstance(error, TooLongError):
        reason = f"belum selesai dibaca setelah {settings.batas_menit:g} menit, batas waktu tiap berkas"
        return HasilBerkas(berkas, None, "gagal", f"{berkas}: {reason} (--max-minutes)")
    if isinstance(error, WorkerDiedError):
        reason = "proses pembacanya mati dua kali, mungkin karena kehabisan memori"
        return HasilBerkas(berkas, None, "gagal", f"{berkas}: {reason}")
    reason = f"{berkas}: kesalahan tak terduga: {type(error).__name__}"
    return HasilBerkas(berkas, None, "gagal", reason, log="".join(traceback.format_exception(error)))


def _judge(
    read: Sequence[HasilBerkas], nilai_set: Penilai, settings: Settings
) -> tuple[list[HasilBerkas], Himpunan]:
    """The same results with the ids of their SOPs and the findings that are wanted; and the set.

    Findings that only the whole set shows are added first: what is wanted is asked of all of them alike.
    """
    named = iter(ids.assign(n.sop for hasil in read for n in hasil.naskah))
    results = [
        _with_sops(hasil, [n.sop.model_copy(update={"id": next(named)}) for n in hasil.naskah])
        for hasil in read
    ]
    satu = himpunan(semua(n.sop for hasil in results for n in hasil.naskah))
    more = nilai_set(satu)
    judged = [
        _with_sops(hasil, [_judged(n.sop, more.get(n.sop.id, ()), settings) for n in hasil.naskah])
        for hasil in results
    ]
    return judged, satu


def _judged(sop: Sop, more: Sequence[Temuan], settings: Settings) -> Sop:
    berkas = sop.sumber.berkas
    wanted = terapkan(settings.untuk(berkas).pilihan, berkas, [*sop.temuan, *more])
    return sop.model_copy(update={"temuan": sorted(wanted, key=urutan)})


def _acquainted(judged: Sequence[HasilBerkas], satu: Himpunan) -> list[HasilBerkas]:
    """The same results, each SOP with what the set knows of it."""
    known = iter(sesama(satu))
    return [
        replace(hasil, naskah=tuple(replace(n, sesama=next(known)) for n in hasil.naskah)) for hasil in judged
    ]


def _with_sops(hasil: HasilBerkas, sops: Sequence[Sop]) -> HasilBerkas:
    naskah: tuple[Naskah, ...] = tuple(replace(n, sop=s) for n, s in zip(hasil.naskah, sops, strict=True))
    return replace(hasil, naskah=naskah)


def _told(judged: Sequence[HasilBerkas], failures: Sequence[Kegagalan]) -> list[HasilBerkas]:
    """The results, those whose outputs could not all be made as failed."""
    by_id: dict[str, list[Kegagalan]] = {}
    for failure in failures:
        by_id.setdefault(failure.id, []).append(failure)
    results = []
    for hasil in judged:
        own = [failure for n in hasil.naskah for failure in by_id.get(n.sop.id, ())]
        if own:
            outputs = ", ".join(dict.fromkeys(failure.keluaran for failure in own))
            reason = f"{hasil.berkas}: sudah dibaca, tetapi tidak dapat ditulis: {outputs} ({own[0].alasan})"
            log = "\n".join(failure.log for failure in own)
            hasil = replace(hasil, status="gagal", alasan=reason, log=log)
        results.append(hasil)
    return results
