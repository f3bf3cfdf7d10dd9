"""Rules that hold the wording of a step against its drawn edges. Silent where the drawing was not read."""

import re
from collections.abc import Iterator
from typing import Final

from normalizers.model import Tingkat
from normalizers.pelaksana import peran
from pipeline.findings.peran import setara, umum
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.simbol import digital

_SYARAT: Final = r"\b(?:jika|bila|bilamana|apabila|kalau|dalam hal)\b[^.;]*?\b(?:tidak|belum|kurang|salah|ditolak|keliru)\b"
_BALIK: Final = re.compile(
    rf"{_SYARAT}[^.;]*?\b(?:dikembalikan|kembalikan|mengembalikan|kembali|diserahkan kembali)\s+(?:ke|kepada|pada)\s+"
    r"(?P<tujuan>[^.;,]+)",
    re.I,
)
_KE_LANGKAH: Final = re.compile(r"(?:langkah|tahap|nomor|no\.?|poin|butir)\s*(?:ke-?\s*)?(\d{1,3})\b", re.I)
_SEBUTAN: Final = 5


@rule("PR011", "peringatan")
def tanpa_garis_balik(dok: Dokumen) -> Iterator[Hit]:
    """Kalimat menyebut pengembalian, tetapi garisnya tidak digambar.

    Yang berbunyi "jika tidak … dikembalikan kepada Staf" memerlukan garis dari langkah itu ke kolom Staf, atau ke
    langkah yang disebut. Hanya dinilai bila garis alur terbaca; pada pindaian garis dapat hilang, jadi hanya info.
    Tujuan yang tidak mempunyai kolom dilaporkan PL006.

    Buruk: "Memeriksa konsep, jika tidak setuju dikembalikan kepada Staf", hanya ada garis ke Camat
    Baik: langkah yang sama dengan garis "Tidak" kembali ke kolom Staf
    Sumber: PermenPAN-RB 35/2012, lampiran (simbol keputusan dan arah alur); perkiraan menurut kata.
    """
    tingkat: Tingkat | None = None if digital(dok) else "info"
    keluar: dict[int, set[tuple[int, str]]] = {}
    for tepi in dok.sop.alur:
        keluar.setdefault(tepi.dari.no, set()).add((tepi.ke.no, tepi.ke.pelaksana))
    for i, langkah in enumerate(dok.sop.prosedur):
        garis = keluar.get(langkah.no or 0)
        if not garis:
            continue
        for key in ("uraian", "keterangan"):
            m = _BALIK.search(getattr(langkah, key) or "")
            tujuan = m["tujuan"].strip() if m else ""
            if tujuan and not _tergambar(dok, tujuan, garis):
                singkat = " ".join(tujuan.split()[:_SEBUTAN])
                pesan = f"Langkah {langkah.no} menyebut pengembalian kepada “{singkat}”, tetapi garis ke sana tidak ada; gambar garisnya."
                yield Hit(f"/prosedur/{i}/{key}", pesan, tingkat=tingkat)


def _tergambar(dok: Dokumen, tujuan: str, garis: set[tuple[int, str]]) -> bool:
    """Whether a line leads to the named step or actor; so too where the name says nothing that has a column."""
    if m := _KE_LANGKAH.match(tujuan):
        return any(no == int(m[1]) for no, _ in garis)
    kolom = {p.id: {setara(id_) for id_ in (p.id, *p.anggota, *peran(p.label))} for p in dok.sop.pelaksana}
    dicari = {setara(id_) for id_ in peran(" ".join(tujuan.split()[:_SEBUTAN]), dok.sop.instansi.unit)}
    dicari |= {induk for id_ in dicari for induk in umum(id_)}
    milik = {id_ for id_, semua in kolom.items() if semua & dicari}
    return not milik or any(pelaksana in milik for _, pelaksana in garis)


ATURAN: tuple[Aturan, ...] = (tanpa_garis_balik,)
