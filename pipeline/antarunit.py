"""What ``sopbaku compare`` does: from canonical files to procedures that units share, and to one comparison."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from normalizers.model import Sop
from pipeline import atomic
from pipeline.compare import kegiatan
from pipeline.compare.banding import Perbandingan, Sel, bandingkan
from pipeline.compare.kartu import Kartu, semua
from pipeline.compare.kegiatan import Kegiatan
from pipeline.compare.nama import kuat, pokok
from pipeline.compare.rancangan import catatan, rancangan
from pipeline.inputs import WrongUseError
from pipeline.outputs import records


def files(paths: Sequence[Path]) -> list[Path]:
    """The canonical files that the paths name: themselves, or those of output folders; sorted, each once.

    Raises:
        WrongUseError: a path leads to none.
    """
    found: dict[Path, None] = {}
    for path in paths:
        folder = path / "canonical" if (path / "canonical").is_dir() else path
        own = [path] if path.is_file() else sorted(folder.glob("*.json"))
        if not own:
            raise WrongUseError(f"'{path}' bukan berkas SOP kanonik dan bukan folder hasil sopbaku.")
        found |= dict.fromkeys(own)
    return list(found)


def cards(found: Sequence[Path]) -> list[Kartu]:
    """The cards of all files; only one SOP lies in memory at a time.

    Raises:
        WrongUseError: a file holds no canonical SOP.
    """
    return semua(_each(found))


def compare(found: Sequence[Path], nama: str | None = None) -> Perbandingan:
    """The SOPs of one procedure side by side.

    Args:
        found: canonical files.
        nama: name of the procedure, or its address in OUT; None compares all of the files.

    Raises:
        WrongUseError: fewer than two SOPs, or no such procedure; the message lists what there is.
    """
    if nama is None:
        chosen = list(found)
    else:
        known = cards(found)
        chosen = [found[i] for i in _named(known, nama)]
    if len(chosen) < 2:
        raise WrongUseError("Untuk membandingkan dibutuhkan sedikitnya dua SOP dari prosedur yang sama.")
    sops = list(_each(chosen))
    names = Counter(sop.identitas.nama_sop for sop in sops if sop.identitas.nama_sop)
    title = min(names, key=lambda name: (-names[name], len(name), name), default=sops[0].id)
    return bandingkan(title, sops)


def write_draft(banding: Perbandingan, folder: Path) -> list[Path]:
    """The draft of the common SOP and what the others have, as two files; their paths.

    Raises:
        OSError: the folder cannot be written to.
    """
    sop = rancangan(banding)
    notes = json.dumps(catatan(banding), ensure_ascii=False, indent=2) + "\n"
    written = {f"{sop.id}.json": records.to_json(sop), f"{sop.id}.catatan.json": notes.encode()}
    for name, content in written.items():
        atomic.write(folder / name, content)
    return [folder / name for name in written]


def to_dict(banding: Perbandingan) -> dict[str, Any]:
    """The comparison for a machine."""
    ids = [kolom.sop.id for kolom in banding.kolom]
    return {
        "nama": banding.nama,
        "usulan": ids[banding.medoid],
        "sop": [
            {
                "id": kolom.sop.id,
                "unit": kolom.sop.instansi.unit,
                "langkah": len(kolom.sop.prosedur),
                "menit": kolom.menit,
                "langkah_tanpa_menit": kolom.tanpa_menit,
                "menit_per_pelaksana": dict(kolom.menunggu),
                "pencilan": kolom.pencilan,
                "sejalan": round(kolom.dekat, 3),
            }
            for kolom in banding.kolom
        ],
        "langkah": [
            {
                "uraian": row.uraian,
                "di_usulan": row.di_medoid,
                "sop": {id_: _cell(sel) for id_, sel in zip(ids, row.sel, strict=True) if sel is not None},
            }
            for row in banding.baris
        ],
        "peraturan": [
            {
                "nama": rujukan.nama,
                "status": rujukan.status,
                "pengganti": rujukan.pengganti,
                "sop": [id_ for id_, cited in zip(ids, rujukan.dikutip, strict=True) if cited],
            }
            for rujukan in banding.rujukan
        ],
    }


def _cell(sel: Sel) -> dict[str, Any]:
    return {
        "no": sel.langkah.no,
        "uraian": sel.langkah.uraian,
        "pelaksana": list(sel.pelaku),
        "menit": sel.menit,
        "peran_lain": sel.peran_lain,
        "urutan_lain": sel.pindah,
    }


def shared(known: Sequence[Kartu]) -> list[Kegiatan]:
    """The procedures that several units have, those of most units first."""
    return sorted(
        kegiatan.cari(known), key=lambda k: (-len({known[i].kantor for i in k.anggota}), k.nama, k.slug)
    )


def _named(known: Sequence[Kartu], nama: str) -> Sequence[int]:
    groups = shared(known)
    for group in groups:
        if nama in (group.slug, group.nama):
            return group.anggota
    chosen = kegiatan.bernama(known, nama)
    wanted = set(kuat(pokok(nama)))
    containing = [group for group in groups if wanted and wanted <= set(kuat(pokok(group.nama)))]
    if len(chosen) < 2 and len(containing) == 1:
        return containing[0].anggota
    if not chosen:
        names = "; ".join(group.nama for group in groups[:8]) or "tidak ada"
        raise WrongUseError(f"Tidak ada prosedur bernama '{nama}'. Yang ada di beberapa unit: {names}.")
    return chosen


def _each(found: Sequence[Path]) -> Iterator[Sop]:
    for file in found:
        try:
            yield records.from_json(file.read_bytes())
        except ValidationError as error:
            raise WrongUseError(f"'{file}' bukan berkas SOP kanonik.") from error
