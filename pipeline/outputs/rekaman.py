"""The rows of all tables of a run, as plain values; ``data/tabel.toml`` says which tables and columns there are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from normalizers.model import Sop, Waktu
from pipeline.compare.himpunan import Himpunan
from pipeline.data import table

Cell = str | int | float | bool | None
Record = Mapping[str, Cell]

TABEL: Final[tuple[str, ...]] = tuple(table("tabel"))
"""The names of the tables, in order."""


def columns(name: str) -> dict[str, str]:
    """The columns of a table: name -> text, integer, real or boolean; in order."""
    return {column: kind for column, kind, _ in table("tabel")[name]["kolom"]}


def rows(name: str, sops: Sequence[Sop], satu: Himpunan) -> list[tuple[Cell, ...]]:
    """The rows of one table.

    Args:
        name: of the table.
        sops: of the run.
        satu: the set that they make.
    """
    order = tuple(columns(name))
    records = (
        _DARI_SET[name](satu) if name in _DARI_SET else (r for sop in sops for r in _DARI_SOP[name](sop))
    )
    return [tuple(record[column] for column in order) for record in records]


def _sop(sop: Sop) -> Iterator[Record]:
    levels = [temuan.tingkat for temuan in sop.temuan]
    minutes = [step.waktu.menit for step in sop.prosedur if step.waktu and step.waktu.menit is not None]
    yield {
        "id": sop.id,
        "berkas": sop.sumber.berkas,
        **sop.instansi.model_dump(),
        **sop.identitas.model_dump(exclude={"disahkan_oleh"}),
        **sop.identitas.disahkan_oleh.model_dump(),
        "langkah": len(sop.prosedur),
        "menit": sum(minutes) if minutes else None,
        "galat": levels.count("galat"),
        "peringatan": levels.count("peringatan"),
        "info": levels.count("info"),
    }


def _prosedur(sop: Sop) -> Iterator[Record]:
    names = {actor.id: actor.nama for actor in sop.pelaksana}
    for place, step in enumerate(sop.prosedur, start=1):
        waktu = step.waktu or Waktu(teks="")
        yield {
            "id": sop.id,
            "urutan": place,
            "no": step.no,
            "uraian": step.uraian,
            "pelaksana": "; ".join(names.get(mark.id, mark.id) for mark in step.pelaksana or ()) or None,
            "kelengkapan": step.kelengkapan,
            "waktu": waktu.teks or None,
            **waktu.model_dump(exclude={"teks"}),
            "kalender": waktu.kalender if step.waktu else None,
            "output": step.output,
            "keterangan": step.keterangan,
        }


def _tanda(sop: Sop) -> Iterator[Record]:
    for place, step in enumerate(sop.prosedur, start=1):
        for mark in step.pelaksana or ():
            yield {"id": sop.id, "urutan": place, "pelaksana": mark.id, "simbol": mark.simbol}


def _dasar_hukum(sop: Sop) -> Iterator[Record]:
    for number, dasar in enumerate(sop.dasar_hukum, start=1):
        entries = (f"{e.jenis} {e.tahun or ''} Nomor {e.nomor}".replace("  ", " ") for e in dasar.lembaran)
        changes = (f"{u.jenis or ''} {u.nomor}/{u.tahun or ''}".strip(" /") for u in dasar.diubah_dengan)
        yield {
            "id": sop.id,
            "urutan": number,
            **dasar.model_dump(exclude={"lembaran", "diubah_dengan"}),
            "lembaran": "; ".join(entries) or None,
            "diubah_dengan": "; ".join(changes) or None,
        }


def _pelaksana(sop: Sop) -> Iterator[Record]:
    for number, actor in enumerate(sop.pelaksana, start=1):
        yield {
            "id": sop.id,
            "urutan": number,
            "pelaksana": actor.id,
            "nama": actor.nama,
            "label": actor.label,
            "anggota": "; ".join(actor.anggota) or None,
        }


def _temuan(sop: Sop) -> Iterator[Record]:
    for temuan in sop.temuan:
        yield {"id": sop.id, **temuan.model_dump()}


def _keterkaitan(satu: Himpunan) -> Iterator[Record]:
    for item in satu.kaitan:
        said: dict[str, Cell] = {
            "id": satu.kartu[item.dari].id,
            "urutan": item.butir + 1,
            "teks": item.teks,
            "tempat": item.tempat,
        }
        for i in item.ke or (None,):
            yield said | {"id_terkait": None if i is None else satu.kartu[i].id}


def _kelompok(satu: Himpunan) -> Iterator[Record]:
    for kegiatan in satu.kegiatan:
        for i in kegiatan.anggota:
            yield {
                "kelompok": kegiatan.slug,
                "jenis": "prosedur",
                "nama": kegiatan.nama,
                "id": satu.kartu[i].id,
            }
    for number, group in enumerate(satu.kembar, start=1):
        for i in group.anggota:
            k = satu.kartu[i]
            yield {"kelompok": f"{group.jenis}-{number}", "jenis": group.jenis, "nama": k.nama, "id": k.id}


_DARI_SOP: Final[Mapping[str, Callable[[Sop], Iterator[Record]]]] = {
    "sop": _sop,
    "prosedur": _prosedur,
    "tanda": _tanda,
    "dasar_hukum": _dasar_hukum,
    "pelaksana": _pelaksana,
    "temuan": _temuan,
}
_DARI_SET: Final[Mapping[str, Callable[[Himpunan], Iterator[Record]]]] = {
    "keterkaitan": _keterkaitan,
    "kelompok": _kelompok,
}
