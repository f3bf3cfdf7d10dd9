"""One file to its SOPs: what it never does is raise or lose its place in the file."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.errors import SopError
from normalizers.model import Sop
from pipeline import cache
from pipeline.cache import Cache
from pipeline.config import Settings
from pipeline.hasil import HasilBerkas
from pipeline.run import run_file
from tests.pipeline.contoh import TANPA_DOKUMEN, sop_text, write


def of(folder: Path, content: str | bytes, name: str = "a.txt") -> HasilBerkas:
    return run_file(write(folder, {name: content}) / name, name, TANPA_DOKUMEN)


def test_an_sop(tmp_path: Path) -> None:
    hasil = of(tmp_path, sop_text())
    assert (hasil.status, hasil.alasan, hasil.log) == ("ok", None, None)
    (naskah,) = hasil.naskah
    assert naskah.sop.identitas.nama_sop == "Pelayanan Surat Pindah"
    assert naskah.sop.sumber.sha256 == hasil.sha256
    assert [step.no for step in naskah.sop.prosedur] == [1, 2, 3]
    assert "\n".join(naskah.baris) == sop_text()


def test_evidence_stands_in_the_lines_it_names(tmp_path: Path) -> None:
    hasil = of(tmp_path, "\f" + sop_text() + "\f\n" + sop_text("Pelayanan Akta Lahir", "MEKARJAYA", 13))
    assert [n.sop.identitas.nama_sop for n in hasil.naskah] == [
        "Pelayanan Surat Pindah",
        "Pelayanan Akta Lahir",
    ]
    seen = 0
    for naskah in hasil.naskah:
        for bukti in naskah.sop.bukti.values():
            if bukti.baris is None:
                continue
            first, last = bukti.baris
            lines = naskah.baris[first - naskah.baris_awal : last - naskah.baris_awal + 1]
            assert all(part in "\n".join(lines) for part in bukti.mentah.split("\n"))
            seen += 1
    assert seen > 40
    one, other = hasil.naskah
    assert one.baris_awal + len(one.baris) == other.baris_awal


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"", "gagal", "kosong"),
        (b"\x00\x01\x02\xff" * 500, "gagal", ""),
        ("Selamat pagi, rapat hari ini dibatalkan.\n" * 30, "bukan_sop", ""),
        (" \n\t\n", "gagal", ""),
    ],
)
def test_what_is_no_sop(tmp_path: Path, content: str | bytes, status: str, said: str) -> None:
    hasil = of(tmp_path, content)
    assert hasil.status == status
    assert hasil.alasan is not None
    assert hasil.alasan.startswith("a.txt: ")
    assert said in hasil.alasan
    assert hasil.naskah == ()


def test_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.txt": "x" * 1001})
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("opened"))
    hasil = run_file(tmp_path / "a.txt", "a.txt", Settings(batas_byte=1000))
    assert (hasil.status, hasil.sha256) == ("gagal", None)


def test_missing_file(tmp_path: Path) -> None:
    hasil = run_file(tmp_path / "tiada.txt", "tiada.txt", TANPA_DOKUMEN)
    assert hasil.status == "gagal"
    assert str(tmp_path) not in str(hasil.alasan)


def test_error_that_nobody_foresaw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(pages: object) -> None:
        raise ZeroDivisionError(f"in {tmp_path / 'a.txt'}\nline two")

    monkeypatch.setattr("pipeline.run.extract", explode)
    hasil = of(tmp_path, sop_text())
    assert hasil.alasan == "a.txt: kesalahan tak terduga: ZeroDivisionError: in a.txt line two"
    assert hasil.log is not None
    assert "Traceback" in hasil.log


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=400), st.text(max_size=400), st.builds(lambda s: sop_text(s), st.text(max_size=60))
    )
)
def test_never_raises(tmp_path: Path, content: str | bytes) -> None:
    hasil = of(tmp_path, content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    assert "tak terduga" not in (hasil.alasan or "")


def test_cache_gives_back_what_it_was_given(tmp_path: Path) -> None:
    hasil = of(tmp_path, sop_text())
    simpanan = Cache(tmp_path / "simpanan", "sidik")
    cache.remember(simpanan, hasil)
    assert hasil.sha256 is not None
    assert cache.recall(simpanan, "a.txt", hasil.sha256) == hasil
    assert cache.recall(simpanan, "b.txt", hasil.sha256) is None
    assert cache.recall(simpanan, "a.txt", "0" * 64) is None
    assert cache.recall(Cache(simpanan.folder, "lain"), "a.txt", hasil.sha256) is None


def test_fingerprint_tells_settings_apart() -> None:
    base = Settings()
    aturan = Settings(aturan=type(base.aturan)(menit_per_hari=480))
    assert Settings(jobs=7, dokumen=False).sidik() == base.sidik()
    others = (Settings(batas_byte=5), Settings(ocr="teliti"), Settings(pelaku_teks=True), aturan)
    assert len({base.sidik(), *(other.sidik() for other in others)}) == 5


def test_fingerprint_knows_what_an_own_register_holds(tmp_path: Path) -> None:
    def sidik(name: str, content: str) -> str:
        (tmp_path / name).write_text(content, "utf-8")
        return Settings(aturan=replace(Settings().aturan, register_tambahan=(tmp_path / name,))).sidik()

    kepala = "jenis,nomor,tahun,tentang\n"
    assert sidik("a.csv", kepala) != sidik("a.csv", f"{kepala}UU,1,2020,Contoh\n")
    with pytest.raises(SopError, match=r"^register tambahan salah\.csv: kolom tahun, tentang tidak ada$"):
        sidik("salah.csv", "jenis,nomor\n")


def test_an_own_register_tells_the_status(tmp_path: Path) -> None:
    (tmp_path / "daerah.csv").write_text(
        "id,jenis,nomor,tahun,tentang,status\nuu-23-2014,UU,23,2014,Pemerintahan Daerah,dicabut\n", "utf-8"
    )
    own = replace(Settings().aturan, register_tambahan=(tmp_path / "daerah.csv",))
    write(tmp_path, {"a.txt": sop_text()})
    without = run_file(tmp_path / "a.txt", "a.txt", TANPA_DOKUMEN)
    found = run_file(tmp_path / "a.txt", "a.txt", replace(TANPA_DOKUMEN, aturan=own))
    assert "dicabut" not in {d.status for d in without.naskah[0].sop.dasar_hukum}
    assert "dicabut" in {d.status for d in found.naskah[0].sop.dasar_hukum}


def test_an_actor_whom_only_words_name_is_kept_apart_unless_asked_for(tmp_path: Path) -> None:
    text = sop_text().replace("Menerima berkas permohonan dari", "Petugas loket menerima berkas dari")
    write(tmp_path, {"a.txt": text})

    def read(settings: Settings) -> Sop:
        return run_file(tmp_path / "a.txt", "a.txt", settings).naskah[0].sop

    sop = read(TANPA_DOKUMEN)
    assert [langkah.pelaksana for langkah in sop.prosedur] == [None, None, None]
    (tersirat,) = [t for t in sop.temuan if t.kode == "PL008"]
    assert (tersirat.lokasi, tersirat.usulan) == ("/prosedur/0/pelaksana", "Petugas Loket")
    assert sop.bukti["/prosedur/0/pelaksana"].mentah == "Petugas loket"
    assert sop.bukti["/prosedur/0/pelaksana"].cara == "inferensi"
    assert sop.bukti["/prosedur/0/pelaksana"].keyakinan < 0.5

    sop = read(replace(TANPA_DOKUMEN, pelaku_teks=True))
    tanda = sop.prosedur[0].pelaksana
    assert tanda is not None
    assert [(t.id, t.simbol) for t in tanda] == [("petugas-loket", None)]
    assert sop.prosedur[1].pelaksana is None
    assert sop.bukti["/prosedur/0/pelaksana/0"].cara == "inferensi"
