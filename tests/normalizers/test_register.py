"""A user's own register of regulations beside ours."""

from pathlib import Path

import pytest

from normalizers import dasar_hukum, peraturan
from normalizers.model import DasarHukum
from normalizers.register import RegisterSalah, muat

KEPALA = "jenis,lembaga,nomor,tahun,tentang,status,dicabut_oleh,lembaran"
PERDA = "Perda,Kabupaten Wanasari,3,2016,Susunan Perangkat Daerah,dicabut,perda-kabupaten-wanasari-9-2021,LD 2016 3"
BARU = "Perda,Kabupaten Wanasari,9,2021,Susunan Perangkat Daerah,berlaku,,"


def tulis(path: Path, *lines: str) -> tuple[Path, ...]:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return (path,)


def test_own_rows_are_found_beside_ours(tmp_path: Path) -> None:
    own = tulis(tmp_path / "daerah.csv", "# Perda kami", KEPALA, PERDA, BARU)
    dasar = DasarHukum(
        teks="",
        jenis="Perda",
        lembaga="Kabupaten Wanasari",
        nomor="3",
        tahun=2016,
        tentang="Susunan Perangkat Daerah",
    )
    cocok = peraturan.cari(dasar, own)
    assert cocok is not None
    assert cocok.baris.id == "perda-kabupaten-wanasari-3-2016"
    assert (cocok.baris.status, cocok.baris.status_terbukti) == ("dicabut", True)
    assert [e.model_dump() for e in cocok.baris.lembaran] == [{"jenis": "LD", "tahun": 2016, "nomor": "3"}]
    assert peraturan.oleh_id(cocok.baris.dicabut_oleh or "", own) is not None
    assert peraturan.cari(dasar) is None
    assert len(muat(own).baris) == len(muat().baris) + 2


def test_status_of_an_own_regulation(tmp_path: Path) -> None:
    own = tulis(tmp_path / "daerah.csv", KEPALA, PERDA, BARU)
    ((reading,),) = dasar_hukum.parse(
        ["Perda Nomor 3 Tahun 2016 tentang Susunan Perangkat Daerah"], "Kabupaten Wanasari", own
    )
    assert reading.nilai.status == "dicabut"


def test_own_row_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = tulis(
        tmp_path / "pusat.csv",
        "id,jenis,nomor,tahun,tentang,status",
        "uu-43-2009,UU,43,2009,Kearsipan,diubah",
    )
    row = peraturan.oleh_id("uu-43-2009", own)
    assert row is not None
    assert row.status == "diubah"


def test_semicolons_of_a_spreadsheet(tmp_path: Path) -> None:
    own = tulis(
        tmp_path / "excel.csv",
        "jenis;lembaga;nomor;tahun;tentang",
        "Perbup;Kabupaten Wanasari;5;2020;Cuti, Izin",
    )
    assert muat(own).baris["perbup-kabupaten-wanasari-5-2020"].tentang == "Cuti, Izin"


@pytest.mark.parametrize(
    ("lines", "alasan"),
    [
        (["jenis,nomor,tahun", "UU,1,2020"], "kolom tentang tidak ada"),
        (["jenis,nomor,tahun,tentang,warna", "UU,1,2020,X,biru"], "kolom warna tidak dikenal"),
        (["jenis,nomor,tahun,tentang", "UU,1,2020,A", "UU,,2020,X"], "baris 3: nomor kosong"),
        (["jenis,nomor,tahun,tentang", "Warta,1,2020,X"], "jenis “Warta” tidak dikenal"),
        (["jenis,nomor,tahun,tentang", "UU,1,20,X"], "tahun “20” bukan tahun"),
        (["jenis,nomor,tahun,tentang,status", "UU,1,2020,X,mati"], "status “mati” tidak dikenal"),
        (["jenis,nomor,tahun,tentang,lembaran", "UU,1,2020,X,LN/2020"], "lembaran “LN/2020” tidak terbaca"),
        ([], "kolom jenis, nomor, tahun, tentang tidak ada"),
    ],
)
def test_a_wrong_register_is_named(tmp_path: Path, lines: list[str], alasan: str) -> None:
    own = tulis(tmp_path / "salah.csv", *lines)
    with pytest.raises(RegisterSalah, match=r"register tambahan salah\.csv") as error:
        muat(own)
    assert alasan in str(error.value)


def test_a_register_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RegisterSalah, match=r"register tambahan tiada\.csv: tidak dapat dibuka"):
        muat((tmp_path / "tiada.csv",))
