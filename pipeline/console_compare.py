"""What the terminal shows of ``sopbaku compare``."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.compare.banding import Baris, Perbandingan
from pipeline.compare.kartu import Kartu
from pipeline.compare.kegiatan import Kegiatan
from pipeline.outputs.compare_report import rentang
from pipeline.outputs.render import durasi, persen


def procedures(known: Sequence[Kartu], groups: Sequence[Kegiatan]) -> None:
    """Prints the procedures that several units have."""
    out = Console(highlight=False)
    table = _table("Prosedur", "Unit>", "SOP>", "Nama untuk --procedure")
    for group in groups:
        units = len({known[i].kantor for i in group.anggota})
        table.add_row(Text(group.nama), str(units), str(len(group.anggota)), Text(group.slug))
    if groups:
        out.print(table)
    out.print(f"{len(groups)} prosedur ada di lebih dari satu unit, dari {len(known)} SOP")


def comparison(banding: Perbandingan) -> None:
    """Prints the SOPs of a procedure, their steps, and what is proposed."""
    out = Console(highlight=False)
    sops = _table("Unit", "Langkah>", "Waktu", "Sejalan>")
    for k, kolom in enumerate(banding.kolom):
        time = durasi(kolom.menit) or "tidak terhitung"
        far = " (jauh dari yang lain)" if kolom.pencilan else ""
        share = "usulan" if k == banding.medoid else persen(kolom.dekat)
        sops.add_row(Text(kolom.nama), str(len(kolom.sop.prosedur)), Text(time + far), share)
    steps = _table("Langkah", "Ada>", "Peran lain", "Waktu")
    for row in banding.baris:
        text = row.uraian if row.di_medoid else f"+ {row.uraian}"
        steps.add_row(
            Text(text), f"{row.ada}/{len(row.sel)}", _others(banding, row), rentang(row.menit, row.ada > 2)
        )
    out.print(Text(banding.nama, style="bold"))
    out.print(sops)
    out.print(steps)
    for rujukan in banding.rujukan:
        if rujukan.status == "dicabut":
            by = sum(rujukan.dikutip)
            instead = f", oleh {rujukan.pengganti}" if rujukan.pengganti else ""
            out.print(Text(f"• {rujukan.nama} sudah dicabut{instead}; dikutip {by} SOP"), soft_wrap=True)
    proposed = banding.kolom[banding.medoid]
    said = f"Usulan titik awal SOP bersama (usulan, bukan keputusan): {proposed.sop.id}, {proposed.nama}"
    out.print(Text(said), soft_wrap=True)


def _others(banding: Perbandingan, row: Baris) -> Text:
    """Who does the step where it is not who mostly does it."""
    said = [
        f"{kolom.nama}: {', '.join(sel.pelaku)}"
        for kolom, sel in zip(banding.kolom, row.sel, strict=True)
        if sel is not None and sel.peran_lain
    ]
    return Text("; ".join(said))


def _table(*columns: str) -> Table:
    table = Table()
    for column in columns:
        table.add_column(
            column.removesuffix(">"), justify="right" if column.endswith(">") else "left", overflow="fold"
        )
    return table
