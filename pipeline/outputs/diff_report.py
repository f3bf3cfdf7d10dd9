"""The diff report of one SOP: each value as read against canonical, its evidence, and its findings beside it.

``diff_view`` gathers what the page shows, ``templates/diff.html.j2`` says how it looks.
"""

from pipeline.data import table
from pipeline.diff import mentah
from pipeline.naskah import Naskah
from pipeline.outputs import perhatian
from pipeline.outputs.diff_view import sections, tally
from pipeline.outputs.render import render as template

_MANY_LINES = 3_000
"""Lines of the source that the report carries whole."""


def render(naskah: Naskah, *, dokumen: bool = True) -> str:
    """The report as one self-contained HTML page that needs no other file and no script.

    Args:
        naskah: the SOP with the lines of its source; the links go by its id.
        dokumen: whether the run writes clean documents, so that they can be linked.
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
        perubahan=tally(changes),
        sisa=naskah.sisa,
        nomor_sisa={sisa.baris for sisa in naskah.sisa},
        baris_awal=naskah.baris_awal,
        sumber=naskah.baris[:_MANY_LINES],
        terpotong=max(0, len(naskah.baris) - _MANY_LINES),
        tanpa_simbol=all(langkah.pelaksana is None for langkah in sop.prosedur),
        istilah=table("istilah"),
        kata_keyakinan=perhatian.kata_keyakinan,
    )
