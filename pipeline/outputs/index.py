"""The run at a glance: what became of each file, and all SOPs, those first that need a person most."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from normalizers.model import Sop
from pipeline.bentuk import FORMAT
from pipeline.compare.himpunan import Himpunan
from pipeline.data import table
from pipeline.outputs.perhatian import Hal, hitung, jangkar, keputusan, mendesak, tempat, terendah
from pipeline.outputs.render import render as template
from pipeline.outputs.saringan import ringkas, saringan

SEHALAMAN: Final = 100
"""Rows of a page: what a browser lays out without a pause, and all that shows where no script runs."""


@dataclass(frozen=True, slots=True)
class Ringkas:
    """One SOP in the table.

    Attributes:
        sop: the SOP.
        jumlah: number of findings by level.
        tindakan: what it asks of a person: keputusan | tinjau | bersih.
        hal: what to look at first; None when nothing asks for it.
        jangkar: the HTML id of that place in the report.
        keyakinan: the lowest confidence of its values.
        dokumen: the clean documents that it has.
    """

    sop: Sop
    jumlah: Mapping[str, int]
    tindakan: str
    hal: Hal | None
    jangkar: str
    keyakinan: float
    dokumen: Sequence[str]


def render(
    manifest: Mapping[str, Any],
    sops: Sequence[Sop],
    judul_aturan: Mapping[str, str] | None = None,
    satu: Himpunan | None = None,
    *,
    dokumen: Mapping[str, Sequence[str]] | None = None,
    tabel: bool = True,
) -> str:
    """The overview as one self-contained HTML page; a plain table where no script runs.

    Args:
        manifest: what the run wrote to ``manifest.json``.
        sops: the SOPs of the run, in any order.
        judul_aturan: titles of rules by code, shown where one filters by code.
        satu: the set that the SOPs make, for what only that shows; None leaves it out.
        dokumen: the clean documents that the run wrote of each SOP, by its id, so that they can be linked; without
            it all.
        tabel: whether it wrote tables.
    """
    written = {sop.id: FORMAT for sop in sops} if dokumen is None else dokumen
    lines = sorted((_line(sop, written.get(sop.id, ())) for sop in sops), key=_urgency)
    berkas: Sequence[Mapping[str, Any]] = manifest["berkas"]
    status = Counter(entry["status"] for entry in berkas)
    facets = saringan(
        [line.sop for line in lines], [line.tindakan for line in lines], satu, judul_aturan or {}
    )
    known = [name for name in ("ok", "bukan_sop", "gagal") if name in status]
    return template(
        "index.html.j2",
        versi=manifest["versi"],
        baris=lines,
        gagal=[entry for entry in berkas if entry["status"] != "ok"],
        berkas=len(berkas),
        status=[(name, status[name]) for name in (*known, *sorted(status.keys() - known))],
        tindakan=[
            (name, [line.tindakan for line in lines].count(name)) for name in table("istilah")["tindakan"]
        ],
        jumlah={tingkat: sum(line.jumlah[tingkat] for line in lines) for tingkat in hitung(())},
        saringan=facets,
        data=ringkas(facets),
        satu_set=satu,
        sehalaman=SEHALAMAN,
        tabel=tabel,
        istilah=table("istilah"),
    )


def _line(sop: Sop, dokumen: Sequence[str]) -> Ringkas:
    hal = mendesak(sop)
    tindakan = "bersih" if hal is None else "keputusan" if keputusan(sop) else "tinjau"
    return Ringkas(
        sop=sop,
        jumlah=hitung(sop.temuan),
        tindakan=tindakan,
        hal=hal,
        jangkar="" if hal is None else jangkar(tempat(sop, hal.lokasi)),
        keyakinan=terendah(sop)[1],
        dokumen=dokumen,
    )


def _urgency(line: Ringkas) -> tuple[int, int, float, str]:
    return -line.jumlah["galat"], -line.jumlah["peringatan"], line.keyakinan, line.sop.id
