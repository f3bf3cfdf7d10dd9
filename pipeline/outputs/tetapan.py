"""Wording and measures that no SOP changes, for the templates of all formats."""

from typing import Any

from pipeline.data import table
from pipeline.outputs import butir, kolom, lembar, prosedur


def constants() -> dict[str, Any]:
    """Wording and measures that no SOP changes."""
    return {
        "kata": table("dokumen"),
        "SISI": kolom.SISI,
        "SISI_KOTAK": lembar.SISI_KOTAK,
        "KOLOM_IDENTITAS": lembar.KOLOM_IDENTITAS,
        "RUANG_TANDA_TANGAN": lembar.RUANG_TANDA_TANGAN,
        "ATAS": kolom.ATAS,
        "MENJOROK": butir.MENJOROK,
        "TANDA": prosedur.TANDA,
        "HURUF_JUDUL": prosedur.HURUF_JUDUL,
        "SELA_JUDUL": prosedur.SELA_JUDUL,
        "HURUF_CATATAN": lembar.HURUF_CATATAN,
        "SELA_CATATAN": lembar.SELA_CATATAN,
        "HURUF_TANDA_TANGAN": lembar.HURUF_TANDA_TANGAN,
        "SELA_TANDA_TANGAN": lembar.SELA_TANDA_TANGAN,
        "LEBAR_TANDA_TANGAN": lembar.LEBAR_TANDA_TANGAN,
    }
