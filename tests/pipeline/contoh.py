"""A small SOP as text, and stand-ins for the work on a file; workers of a pool import them from here."""

import os
import signal
import time
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from extractors.errors import SopError
from pipeline.cache import Cache
from pipeline.config import Settings
from pipeline.hasil import HasilBerkas
from pipeline.naskah import Naskah
from pipeline.run import read_content
from tests.builders import a_sop

TANPA_DOKUMEN = Settings(jobs=1, batas_menit=0, dokumen=False, laporan=False, tabel=False)

SOP = """\
PEMERINTAH KABUPATEN WANASARI
KECAMATAN {unit}

Nomor SOP\t: 470/{nomor}/SOP/2024
Tanggal Pembuatan\t: 14 Januari 2024
Tanggal Revisi\t: -
Tanggal Efektif\t: 1 Februari 2024
Disahkan oleh\t: CAMAT {unit} BAGAS WIRAYUDA, S.STP NIP. 19780315 200003 1 002
Nama SOP\t: {nama}
Dasar Hukum\tKualifikasi Pelaksana
1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah\t1. Memahami tata naskah dinas
Keterkaitan\tPeralatan dan Perlengkapan
1. SOP Pengelolaan Surat Keluar\t1. Komputer
Peringatan\tPencatatan dan Pendataan
1. Berkas yang tidak lengkap dikembalikan kepada pemohon\t1. Register surat

No\tUraian Prosedur\tPelaksana\t\tMutu Baku\t\t\tKeterangan
\t\tPetugas Loket\tCamat\tKelengkapan\tWaktu\tOutput\t
1\tMenerima berkas permohonan dari warga\t\t\tBerkas permohonan\t5 menit\tTanda terima\t
2\tMemeriksa kelengkapan berkas\t\t\tTanda terima\t10 menit\tBerkas terperiksa\t
3\tMenandatangani surat pengantar\t\t\tBerkas terperiksa\t15 menit\tSurat pengantar\t
"""


def sop_text(nama: str = "Pelayanan Surat Pindah", unit: str = "SUKAMAJU", nomor: int = 12) -> str:
    """The text of an SOP."""
    return SOP.format(nama=nama, unit=unit, nomor=nomor)


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """The folder with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def hang() -> None:
    """Never comes back and listens to nothing, like a loop in a library written in C."""
    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals) - {signal.SIGKILL})
    while True:
        time.sleep(60)


def kerja(path: Path, berkas: str, settings: Settings, _: Cache) -> HasilBerkas:
    """One SOP per line of the file, named after the line; some words make it go wrong."""
    try:
        content = read_content(path, settings)
    except SopError as error:
        return HasilBerkas(berkas, None, "gagal", f"{berkas}: {error}")
    text, digest = content.decode(), sha256(content).hexdigest()
    if "mati" in text:
        os._exit(9)
    if "macet" in text:
        hang()
    if "meledak" in text:
        raise MemoryError
    if "bukan" in text:
        return HasilBerkas(berkas, digest, "bukan_sop", f"{berkas}: tidak ada SOP di dalamnya")
    sumber = {"berkas": berkas, "sha256": digest, "halaman": [1], "jenis": "teks"}
    sops = [
        a_sop(id=f"camat--{name}", sumber=sumber, identitas={"nama_sop": name}) for name in text.splitlines()
    ]
    return HasilBerkas(berkas, digest, "ok", naskah=tuple(Naskah(sop) for sop in sops))
