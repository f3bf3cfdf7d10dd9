"""JSON Pointers of findings: whether they point somewhere, and in which order a reader meets them."""

from functools import lru_cache
from typing import Final

from pydantic import BaseModel

from normalizers.model import (
    Alur,
    DasarHukum,
    Identitas,
    Instansi,
    Langkah,
    Lembaran,
    Pejabat,
    Pelaksana,
    Pengubah,
    Sop,
    Sumber,
    Tanda,
    Waktu,
)

TIADA: Final = object()
"""What a pointer that leads nowhere leads to; null is a value."""

_MODEL: Final[dict[str, tuple[type[BaseModel], ...]]] = {
    "": (Sop,),
    "sumber": (Sumber,),
    "instansi": (Instansi,),
    "identitas": (Identitas,),
    "disahkan_oleh": (Pejabat,),
    "dasar_hukum": (DasarHukum,),
    "lembaran": (Lembaran,),
    "diubah_dengan": (Pengubah,),
    "pelaksana": (Pelaksana, Tanda),
    "prosedur": (Langkah,),
    "waktu": (Waktu,),
    "alur": (Alur,),
}
_URUTAN: Final = {
    induk: {nama: i for i, nama in enumerate(dict.fromkeys(n for m in models for n in m.model_fields))}
    for induk, models in _MODEL.items()
}


@lru_cache(maxsize=4096)
def order(lokasi: str) -> tuple[int, ...]:
    """A sort key: places in the order in which the SOP's JSON shows them, a whole before its parts."""
    kunci = []
    induk = ""
    for bagian in lokasi.split("/")[1:]:
        if bagian.isdecimal():
            kunci.append(int(bagian))
        else:
            tempat = _URUTAN.get(induk, {})
            kunci.append(tempat.get(bagian, len(tempat)))
            induk = bagian
    return tuple(kunci)


def resolves(sop: Sop, lokasi: str) -> bool:
    """Whether the pointer leads to a key or item of the SOP; one whose value is null counts."""
    return value(sop, lokasi) is not TIADA


def value(sop: Sop, lokasi: str) -> object:
    """What the pointer leads to: a model, list, dict or scalar; TIADA where it leads nowhere."""
    kepala, *bagian = lokasi.split("/")
    nilai: object = sop if kepala == "" else TIADA
    for nama in bagian:
        nilai = _step(nilai, nama.replace("~1", "/").replace("~0", "~"))
    return nilai


def ancestor(sop: Sop, lokasi: str) -> str:
    """The pointer itself, or its nearest parent that leads somewhere; "" (the whole SOP) at worst."""
    while lokasi and not resolves(sop, lokasi):
        lokasi = lokasi.rpartition("/")[0]
    return lokasi


def _step(nilai: object, nama: str) -> object:
    if isinstance(nilai, BaseModel):
        return getattr(nilai, nama) if nama in type(nilai).model_fields else TIADA
    if isinstance(nilai, list):
        return nilai[int(nama)] if _is_index(nama) and int(nama) < len(nilai) else TIADA
    if isinstance(nilai, dict):
        return nilai.get(nama, TIADA)
    return TIADA


def _is_index(nama: str) -> bool:
    # A list index has no sign, no leading zero and no digits of other scripts; "0" itself is one.
    return nama.isascii() and nama.isdigit() and (nama == "0" or nama[0] != "0") and len(nama) < 10
