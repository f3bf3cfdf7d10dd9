"""The diff report of one SOP: each value as read against canonical, its evidence, and its findings beside it.

``diff_view`` gathers what the page shows, ``templates/diff.html.j2`` says how it looks.
"""

from collections.abc import Sequence

from pipeline.bentuk import FORMAT
from pipeline.data import table
from pipeline.diff import mentah
from pipeline.naskah import Naskah
from pipeline.outputs import perhatian
from pipeline.outputs.diff_flow import bagan
from pipeline.outputs.diff_pages import crop_of, sheets
from pipeline.outputs.diff_view import Baris, sections, tally
from pipeline.outputs.render import render as template

_MANY_LINES = 3_000
"""Lines of the source that the report carries whole."""


def render(naskah: Naskah, *, dokumen: Sequence[str] = FORMAT) -> str:
    """The report as one HTML page that needs no script, and no other file but the pictures of its pages.

    Args:
        naskah: the SOP with the lines of its source; the links go by its id.
        dokumen: the clean documents that the run writes, so that they can be linked.
    """
    sop = naskah.sop
    changes = mentah(sop)
    seksi = sections(naskah, changes)
    return template(
        "diff.html.j2",
        sop=sop,
        dokumen=dokumen,
        seksi=seksi,
        perlu=sum(section.perlu for section in seksi),
        jumlah=perhatian.hitung(sop.temuan),
        keputusan=[
            (perhatian.jangkar(perhatian.tempat(sop, hal.lokasi)), hal) for hal in perhatian.keputusan(sop)
        ],
        diterima=naskah.diterima,
        perubahan=tally(changes),
        sesama=naskah.sesama,
        bagan=bagan(naskah),
        sisa=[(sisa, crop_of(naskah, sisa)) for sisa in naskah.sisa],
        lembar=sheets(naskah, {b.jangkar: (_name(b), b.bukti) for s in seksi for b in s.baris}),
        berhalaman=any(bukti.kotak for bukti in sop.bukti.values()),
        nomor_sisa={sisa.baris for sisa in naskah.sisa},
        baris_awal=naskah.baris_awal,
        sumber=naskah.baris[:_MANY_LINES],
        terpotong=max(0, len(naskah.baris) - _MANY_LINES),
        tanpa_simbol=all(langkah.pelaksana is None for langkah in sop.prosedur),
        istilah=table("istilah"),
        kata_keyakinan=perhatian.kata_keyakinan,
    )


def _name(baris: Baris) -> str:
    """What a place on a page is called when it is pointed at."""
    value = baris.nilai.baku or "tidak terbaca"
    return f"{baris.nilai.label}: {value}"
