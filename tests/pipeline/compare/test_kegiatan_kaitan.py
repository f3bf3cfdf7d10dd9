from pipeline.compare import kaitan, kegiatan
from pipeline.compare.kartu import semua
from tests.pipeline.compare.contoh import LANGKAH, an_sop

LAIN = (("Menyapu halaman kantor", "staf", 30), ("Membuang sampah", "staf", 10))


def test_one_procedure_of_several_units() -> None:
    sops = [
        an_sop("Kecamatan Aru", nama="Pelayanan Surat Pengantar Nikah"),
        an_sop("Kecamatan Bina", nama="Penerbitan Surat Pengantar Nikah"),
        an_sop("Kecamatan Cakra", nama="Surat Pengantar Nikah Kecamatan Cakra"),
        an_sop("Kecamatan Darma", LAIN, nama="Kebersihan Kantor"),
        an_sop("Kecamatan Aru", LAIN, nama="Surat Pengantar Pindah", id="pindah"),
    ]
    (found,) = kegiatan.cari(semua(sops))
    assert found.anggota == (0, 1, 2)
    assert found.slug == "pelayanan-surat-pengantar-nikah"


def test_steps_help_where_names_are_half_alike() -> None:
    sops = [an_sop("Kecamatan Aru", nama="Posyandu"), an_sop("Kecamatan Bina", nama="Posyandu Balita")]
    assert len(kegiatan.cari(semua(sops))) == 1
    sops = [an_sop("Kecamatan Aru", nama="Posyandu"), an_sop("Kecamatan Bina", LAIN, nama="Posyandu Balita")]
    assert kegiatan.cari(semua(sops)) == []


def test_one_unit_alone_compares_with_nobody() -> None:
    assert kegiatan.cari(semua([an_sop("Kecamatan Aru"), an_sop("Kecamatan Aru", id="lagi")])) == []


def test_no_procedure_takes_the_address_of_another_page() -> None:
    sops = [an_sop(unit, nama="Relations") for unit in ("Kecamatan Aru", "Kecamatan Bina")]
    (found,) = kegiatan.cari(semua(sops))
    assert found.slug not in kegiatan.HALAMAN


def test_order_of_the_set_does_not_matter() -> None:
    sops = [
        an_sop(f"Kecamatan {n}", nama=n2)
        for n, n2 in zip("ABCD", ["Apel Pagi", "Apel", "Apel Pagi", "Apel Sore"], strict=True)
    ]
    forward = {frozenset(sops[i].id for i in k.anggota) for k in kegiatan.cari(semua(sops))}
    back = {frozenset(sops[::-1][i].id for i in k.anggota) for k in kegiatan.cari(semua(sops[::-1]))}
    assert forward == back


def test_related_sops_are_found_nearest_first() -> None:
    sops = [
        an_sop(
            "Kecamatan Aru",
            keterkaitan=[
                "1. SOP Pengelolaan Surat Keluar;",
                "SOP Apel",
                "SOP Tera Ulang",
                "SOP Surat Pengantar Nikah",
            ],
        ),
        an_sop("Kecamatan Aru", LANGKAH, id="keluar", nama="Surat Keluar"),
        an_sop("Kecamatan Bina", LANGKAH, id="keluar-bina", nama="Surat Keluar"),
        an_sop("Kecamatan Bina", LANGKAH, id="apel", nama="Pelaksanaan Apel"),
    ]
    found = kaitan.cari(semua(sops))
    assert [(k.tempat, [sops[i].id for i in k.ke]) for k in found] == [
        ("unit", ["keluar"]),
        ("pemerintah", ["apel"]),
        ("tidak_ada", []),
        ("sendiri", []),
    ]


def test_thousands_with_one_name_stay_cheap() -> None:
    sops = [an_sop("Kecamatan Aru", id=f"s{i}", nama="Apel", keterkaitan=["SOP Apel"]) for i in range(300)]
    found = kaitan.cari(semua(sops))
    assert all(len(k.ke) <= 3 and k.dari not in k.ke for k in found)
