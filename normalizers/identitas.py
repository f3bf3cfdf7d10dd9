"""The upper right of the identity page: number, dates, name, and the officer who approved."""

import re
from collections.abc import Mapping, Sequence

from extractors.raw import RawField
from normalizers import fuzzy, nama_sop, nomor, pejabat, tanggal
from normalizers.bukti import Catatan
from normalizers.model import Identitas, Pejabat
from normalizers.reading import Reading, Saksi

_TANGGAL = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "tanggal_pengesahan")
_JELAS = 0.7
_KABUR = 0.6
"""Below this a reading is damaged, above the other clear; between them a heading is no better."""
_LEBIH_YAKIN, _SERUPA = 0.12, 0.75
"""So much surer must a heading be that is so much like the name, to be believed where neither is plainly damaged."""
_KATA_BERARTI = 5
_KATA = re.compile(r"\w+")
_LOKASI_PEJABAT = "/identitas/disahkan_oleh"


def parse(
    identitas: Mapping[str, RawField],
    judul: Sequence[RawField],
    tanda_tangan: RawField | None,
    unit: str | None,
    catatan: Catatan,
    singkatan: frozenset[str] = frozenset(),
) -> Identitas:
    """The identity page; what its labels leave out may come from a heading or the signature block.

    Args:
        identitas: the labelled values as read, by contract key.
        judul: headings that repeat the name of the SOP.
        tanda_tangan: the signature block below the procedure.
        unit: the unit as the letterhead names it, for an office that is printed without one.
        catatan: takes the evidence and the witnesses.
        singkatan: abbreviations that the SOP uses, for its name in capitals.
    """
    nomor_sop = None
    if raw := identitas.get("nomor_sop"):
        hasil = nomor.parse(raw.text)
        nomor_sop = hasil.nilai
        if nomor_sop is not None:
            catatan.nilai("/identitas/nomor_sop", raw, hasil)
    dates = {key: _tanggal(f"/identitas/{key}", identitas.get(key), catatan) for key in _TANGGAL}
    return Identitas(
        nomor_sop=nomor_sop,
        **dates,
        nama_sop=_nama(identitas.get("nama_sop"), judul, catatan, singkatan),
        disahkan_oleh=_pejabat(identitas.get("disahkan_oleh"), tanda_tangan, unit, catatan),
    )


def _tanggal(lokasi: str, raw: RawField | None, catatan: Catatan) -> str | None:
    if raw is None:
        return None
    hasil = tanggal.parse(raw.text)
    catatan.dengar(lokasi, hasil)
    if hasil.nilai is not None:
        catatan.bagian(lokasi, raw, hasil.bagian["tanggal"])
    return hasil.nilai


def _nama(
    raw: RawField | None, judul: Sequence[RawField], catatan: Catatan, singkatan: frozenset[str]
) -> str | None:
    """The name under the label, else of the first heading; a heading that says otherwise is a witness "judul"."""
    headings = [RawField(nama_sop.dari_judul(field.span), field.cara, field.keyakinan) for field in judul]
    headings = [field for field in headings if field.text]
    if raw and (clearer := next((h for h in headings if _lebih_jelas(h, raw, catatan)), None)):
        catatan.saksi.append(Saksi("/identitas/nama_sop", "tercetak", nama_sop.parse(raw.text).nilai or ""))
        named = nama_sop.tanpa_tempat(clearer.span, raw.text)
        raw = RawField(named, clearer.cara, clearer.keyakinan)
    candidates = [raw, *headings] if raw else headings
    readings = ((field, nama_sop.parse(field.text, singkatan)) for field in candidates)
    found = next(((field, hasil) for field, hasil in readings if hasil.nilai is not None), None)
    if found is None:
        return None
    source, hasil = found
    catatan.nilai("/identitas/nama_sop", source, hasil)
    heard = {"", nama_sop.inti(hasil.nilai or "")}
    for heading in headings:
        other = nama_sop.parse(heading.text).nilai or ""
        if nama_sop.inti(other) not in heard:
            heard.add(nama_sop.inti(other))
            catatan.saksi.append(Saksi("/identitas/nama_sop", "judul", other))
    return hasil.nilai


def _lebih_jelas(judul: RawField, raw: RawField, catatan: Catatan) -> bool:
    """Whether a heading is to be believed instead of the name under the label.

    That is damaged: it has words which the heading does not confirm and of which the engines are unsure, or which
    are only pieces of the heading's, or is nearly the same and read far less surely. The heading is clear, and speaks of the same: it shares a word with the name.
    """
    if catatan.kejelasan(judul.span) < _JELAS or catatan.kejelasan(raw.span) == 1.0:
        return False
    said = set(_kata(judul.text))
    name = nama_sop.dari_judul(raw.span)  # "SOP …", which headings are without
    words = [name.cut(*match.span()) for match in _KATA.finditer(name.text)]
    odd = [word for word in words if not said.issuperset(_kata(word.text))]
    letters = "".join(_kata(judul.text))
    torn = all("".join(_kata(word.text)) in letters for word in odd)
    unsure = any(catatan.kejelasan(word) <= _KABUR for word in odd)
    damaged = bool(odd) and (torn or unsure or _pudar(judul, raw, catatan))
    shared = any(len(word) >= _KATA_BERARTI for word in said.intersection(_kata(raw.text)))
    return damaged and shared


def _pudar(judul: RawField, raw: RawField, catatan: Catatan) -> bool:
    """Whether a name is read far less surely than a heading that is nearly the same, letter by letter."""
    heard, said = ("".join(_kata(field.text)) for field in (raw, judul))
    lead = catatan.kejelasan(judul.span) - catatan.kejelasan(raw.span)
    return lead >= _LEBIH_YAKIN and fuzzy.ratio(heard, said) >= _SERUPA


def _kata(text: str) -> list[str]:
    return [match[0].casefold() for match in _KATA.finditer(text)]


def _pejabat(
    identitas: RawField | None, tanda_tangan: RawField | None, unit: str | None, catatan: Catatan
) -> Pejabat:
    """The officer of the identity page, completed from the signature block below the procedure."""
    stated = pejabat.parse(identitas.text, unit) if identitas else Reading(Pejabat())
    signed = pejabat.parse(tanda_tangan.text, unit, stated.nilai.jabatan) if tanda_tangan else None
    hasil = pejabat.gabung(stated, signed)
    catatan.dengar(_LOKASI_PEJABAT, hasil)
    for key in Pejabat.model_fields:
        for raw, name in ((identitas, key), (tanda_tangan, f"tanda_tangan/{key}")):
            if raw is not None and name in hasil.bagian:
                catatan.bagian(f"{_LOKASI_PEJABAT}/{key}", raw, hasil.bagian[name])
    return hasil.nilai
