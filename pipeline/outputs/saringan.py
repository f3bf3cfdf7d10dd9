"""Facets of the index: by what its SOPs can be sifted, and which of it each SOP has. Small enough for ten thousand."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from normalizers.model import DasarHukum, Sop
from pipeline.compare.himpunan import Himpunan
from pipeline.compare.kegiatan import Kegiatan
from pipeline.data import table

LAMA_TERTINGGI: Final = "lebih dari 20 hari"
TAK_TERHITUNG: Final = "tidak terhitung"


@dataclass(frozen=True, slots=True)
class Saringan:
    """One facet.

    Attributes:
        kunci: its name in the address of the page.
        judul: its name on the page.
        nilai: its values: key in the address, name to show; those with most SOPs first, or in their own order.
        milik: for each SOP the places of its values in ``nilai``.
    """

    kunci: str
    judul: str
    nilai: Sequence[tuple[str, str]]
    milik: Sequence[Sequence[int]]


def saringan(
    sops: Sequence[Sop], tindakan: Sequence[str], satu: Himpunan | None, judul_aturan: Mapping[str, str]
) -> list[Saringan]:
    """All facets of the index.

    Args:
        sops: in the order of the rows.
        tindakan: what each asks of a person.
        satu: the set, for the procedures that several units have; None without it.
        judul_aturan: titles of the rules by code.
    """
    istilah = table("istilah")
    names = dict(istilah["tindakan"])
    procedure = _prosedur(satu)
    roles = {actor.id: actor.nama for sop in sops for actor in sop.pelaksana}
    lengths = [*istilah["lama"], LAMA_TERTINGGI, TAK_TERHITUNG]
    return [
        _tersusun("status", "Status", [[key] for key in tindakan], list(names), names.get),
        _tertinggi("unit", "Unit", [_ada(sop.instansi.unit) for sop in sops], str),
        _tertinggi(
            "prosedur",
            "Prosedur",
            [[procedure[sop.id].slug] if sop.id in procedure else [] for sop in sops],
            {kegiatan.slug: kegiatan.nama for kegiatan in procedure.values()}.get,
        ),
        _tertinggi(
            "kode",
            "Temuan",
            [sorted({temuan.kode for temuan in sop.temuan}) for sop in sops],
            lambda kode: f"{kode} {judul_aturan.get(kode, '')}".strip(),
        ),
        _tertinggi(
            "peraturan",
            "Peraturan",
            [[n for d in sop.dasar_hukum if (n := _peraturan(d))] for sop in sops],
            str,
        ),
        _tertinggi("peran", "Pelaksana", [[actor.id for actor in sop.pelaksana] for sop in sops], roles.get),
        _tersusun("waktu", "Waktu", [[_lama(sop)] for sop in sops], lengths, str),
        _tersusun(
            "jenis",
            "Berkas",
            [[sop.sumber.jenis] for sop in sops],
            list(istilah["jenis"]),
            istilah["jenis"].get,
        ),
    ]


def ringkas(facets: Sequence[Saringan]) -> list[dict[str, Any]]:
    """The facets as the page's script takes them."""
    return [{"kunci": f.kunci, "nilai": f.nilai, "milik": f.milik} for f in facets]


def _prosedur(satu: Himpunan | None) -> dict[str, Kegiatan]:
    if satu is None:
        return {}
    return {satu.kartu[i].id: kegiatan for kegiatan in satu.kegiatan for i in kegiatan.anggota}


def _tertinggi(
    kunci: str, judul: str, values: Sequence[Sequence[str]], name: Callable[[str], str | None]
) -> Saringan:
    """A facet whose values stand by name; codes and regulations sort well so, too."""
    every = Counter(value for own in values for value in set(own))
    return _susun(kunci, judul, values, sorted(every, key=lambda v: ((name(v) or v).casefold(), v)), name)


def _tersusun(
    kunci: str,
    judul: str,
    values: Sequence[Sequence[str]],
    order: Iterable[str],
    name: Callable[[str], str | None],
) -> Saringan:
    """A facet whose values have an order of their own; those that no SOP has are left out."""
    every = {value for own in values for value in own}
    return _susun(kunci, judul, values, [value for value in order if value in every], name)


def _susun(
    kunci: str,
    judul: str,
    values: Sequence[Sequence[str]],
    order: Sequence[str],
    name: Callable[[str], str | None],
) -> Saringan:
    place = {value: i for i, value in enumerate(order)}
    owned = [sorted({place[value] for value in own}) for own in values]
    return Saringan(kunci, judul, [(value, name(value) or value) for value in order], owned)


def _ada(value: str | None) -> list[str]:
    return [value] if value else []


def _peraturan(dasar: DasarHukum) -> str:
    """The short name of a cited regulation; "" where it has no number."""
    if dasar.jenis is None or dasar.nomor is None:
        return ""
    number = dasar.nomor if "/" in dasar.nomor or dasar.tahun is None else f"{dasar.nomor}/{dasar.tahun}"
    return " ".join(filter(None, (dasar.jenis, dasar.lembaga, number)))


def _lama(sop: Sop) -> str:
    minutes = [step.waktu.menit for step in sop.prosedur if step.waktu and step.waktu.menit is not None]
    if not minutes:
        return TAK_TERHITUNG
    limits: Mapping[str, int] = table("istilah")["lama"]
    return next((name for name, limit in limits.items() if sum(minutes) <= limit), LAMA_TERTINGGI)
