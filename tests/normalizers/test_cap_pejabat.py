"""What a stamp leaves in the block of an officer is no part of office or name."""

from normalizers import pejabat


def officer(text: str) -> tuple[str | None, str | None]:
    """Office and name of a block."""
    read = pejabat.parse(text, None).nilai
    return read.jabatan, read.nama


def test_a_piece_of_the_words_of_a_stamp_is_no_part_of_the_office() -> None:
    block = "KEPALA DINAS PERHUBUNGAN\nPROVINSI SUKAMAJU RAYA\n{}MARTA WIRAYUDA, S.T., M.T."
    assert officer(block.format("INSI\n")) == officer(block.format(""))
    kept = officer("KEPALA DINAS\nPUPR\nMARTA WIRAYUDA, S.T.")[0]
    assert kept is not None
    assert "pupr" in kept.casefold()  # an abbreviation is a piece of no word


def test_a_province_whose_word_a_stamp_hides_is_no_name() -> None:
    block = "KEPALA DINAS PERHUBUNGAN\nKALIMANTAN BARAT\nMARTA SE, M.Si"
    assert officer(block)[1] == "Marta, S.E., M.Si."


def test_the_office_is_parted_from_a_stamp_and_from_a_word_glued_to_it() -> None:
    block = "KEPALA DINAS PERHUBUNGAN\n{}KALIMANTAN BARAT,\nMARTA WIRAYUDA, S.T."
    wanted = officer(block.format("PROVINSI "))
    assert officer(block.format("PROVINSI")) == wanted
    assert officer(block.format("PEMERIT PROVINSI ")) == wanted
    whole = officer("SEKRETARIS DAERAH\nPEMERINTAH PROVINSI BALI\nMARTA WIRAYUDA, S.T.")[0]
    assert whole is not None
    assert whole.startswith("Sekretaris Daerah Pemerintah")  # the whole word is no piece of a stamp


def test_a_garbled_rank_is_no_name() -> None:
    read = pejabat.parse("CAMAT SUKAMAJU\nPenata Jiagat I\nNIP. 19800229 200501 1 999", None).nilai
    assert (read.nama, read.pangkat) == (None, None)


def test_the_place_that_a_stamp_names_below_the_name_is_no_part_of_it() -> None:
    block = "WALI KOTA SUKAMAJU,\nBAGAS WIRA YUDA\n{}"
    assert officer(block.format("")) == ("Wali Kota Sukamaju", "Bagas Wira Yuda")
    for stamped in ("SUKAMAJU", "SUKAWAJU", "SUKAM", "SKMAJU"):
        assert officer(block.format(stamped)) == officer(block.format(""))
    assert officer("CAMAT SUKAMAJU\nBAGAS WIRA\nDANUREJO")[1] == "Bagas Wira Danurejo"
    assert officer("CAMAT SUKAMAJU\nSUKAMTO")[1] == "Sukamto"


def test_an_office_that_a_stamp_garbled_is_known_by_that_of_the_identity_page() -> None:
    read = pejabat.parse("LWALI ROTA SUKAMAJU,\nPopal\nN BAGAS WIRA YUDA\nSUKA", None, "Walikota Sukamaju")
    assert (read.nilai.jabatan, read.nilai.nama) == ("Walikota Sukamaju", "Bagas Wira Yuda")
    assert read.cara == "koreksi"
    other = pejabat.parse("LWALI ROTA SUKAMAJU,\nBAGAS WIRA YUDA", None, "Camat Danurejo").nilai
    assert (other.jabatan, other.nama) == (None, None)


def test_the_word_of_a_stamp_that_opens_a_unit_is_of_no_office_and_no_name() -> None:
    plain = officer("KEPALA DINAS PERHUBUNGAN,\nBAGAS WIRAYUDA, S.IP.")
    assert officer("KEPALA DINAS PERHUBUNGAN,\nNT\nDINAS\nBAGAS WIRAYUDA, S.IP.") == plain
    assert officer("KEPALA DINAS PERHUBUNGAN,\nP DINAS BAGAS WIRAYUDA, S.IP.") == plain
    assert officer("CAMAT SUKAMAJU,\nI MADE WIRAYUDA, S.IP.")[1] == "I Made Wirayuda, S.IP."
    goes_on = "KEPALA DINAS PERUMAHAN,\nKAWASAN PERMUKIMAN DAN PERTANAHAN\nBAGAS WIRAYUDA, S.IP."
    assert officer(goes_on)[0] == "Kepala Dinas Perumahan, Kawasan Permukiman dan Pertanahan"
