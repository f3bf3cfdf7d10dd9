"""Rules over all SOPs of a run: what no single SOP can show."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.compare.himpunan import Himpunan
from pipeline.compare.kaitan import ejaan_lain
from pipeline.compare.kartu import TANGGAL, Kartu
from pipeline.compare.kembar import Jenis, Pasangan
from pipeline.findings.kata import rata
from pipeline.findings.rule import AturanHimpunan, Hit, rule

POLA_TERKECIL: Final = 4
"""From so many numbered SOPs of a unit on, a pattern can be told from chance."""
POLA_LAZIM: Final = 0.75
"""Share of them that must follow it."""
SEBUT: Final = 3
"""A finding names at most so many of the other SOPs."""


@rule("HM001", "peringatan")
def salinan(satu: Himpunan) -> Iterator[tuple[str, Hit]]:
    """SOP yang sama ada dalam dua berkas.

    Isi dan identitasnya sama, hanya berkasnya lain: dipindai dua kali, disimpan dalam format lain, atau
    disalin ke folder lain. Nomor, tanggal, dan langkah dibandingkan; salah baca beberapa huruf tidak dihitung.

    Buruk: pengantar-ktp.docx dan pengantar-ktp-scan.pdf, dua-duanya SOP bernomor 470/12/2024
    Baik: setiap SOP satu berkas
    Sumber: pemeriksaan sendiri; satu kegiatan, satu SOP (bahan pelatihan SOP AP Kementerian PANRB, 2013).
    """
    for k, lain, pasangan in _sesama(satu, "salinan"):
        pesan = f"SOP yang sama juga ada sebagai {_sebut(lain)}, isi {_persen(pasangan)} sama; pilih satu."
        yield k.id, Hit("", pesan)


@rule("HM002", "peringatan")
def versi(satu: Himpunan) -> Iterator[tuple[str, Hit]]:
    """Dua versi dari satu SOP.

    Unit dan namanya sama, tetapi nomor, tanggal, atau langkahnya berubah. Hanya satu yang dapat berlaku;
    yang lama disimpan sebagai arsip, di luar kumpulan SOP yang berlaku. Dua pindaian satu naskah yang nomor atau
    tanggalnya terbaca berbeda tampak sama: bandingkan dengan sumbernya.

    Buruk: dua SOP Legalisir Dokumen di satu kelurahan, bertanggal revisi 2019 dan 2023
    Baik: yang direvisi menggantikan yang lama
    Sumber: pemeriksaan sendiri; satu kegiatan, satu SOP (bahan pelatihan SOP AP Kementerian PANRB, 2013).
    """
    for k, lain, pasangan in _sesama(satu, "versi"):
        pesan = (
            f"Tampaknya versi atau pindaian lain dari {_sebut(lain)}, isi {_persen(pasangan)} sama{_beda(satu, k, pasangan)}; "
            "pastikan mana yang berlaku."
        )
        yield k.id, Hit("/identitas/nama_sop", pesan)


@rule("HM003", "info")
def dua_nama(satu: Himpunan) -> Iterator[tuple[str, Hit]]:
    """Satu prosedur dengan dua nama dalam satu unit.

    Langkahnya hampir sama kata demi kata, namanya lain, dan tidak ada kata dalam langkah yang membedakan
    keduanya. Mungkin satu prosedur yang ditulis dua kali, mungkin salinan yang belum disesuaikan.

    Buruk: Legalisasi Fotokopi dan Pelayanan Legalisir, langkahnya sama
    Baik: satu SOP, atau langkah yang menyebut apa yang berbeda
    Sumber: pemeriksaan sendiri; satu kegiatan, satu SOP (bahan pelatihan SOP AP Kementerian PANRB, 2013).
    """
    for k, lain, pasangan in _sesama(satu, "dua_nama"):
        pesan = (
            f"Langkahnya {_persen(pasangan)} sama dengan SOP “{lain[0].nama}”, {_sebut(lain)}; "
            "bila prosedurnya satu, cukup satu SOP."
        )
        yield k.id, Hit("/identitas/nama_sop", pesan)


@rule("HM004", "info")
def kaitan_salah_eja(satu: Himpunan) -> Iterator[tuple[str, Hit]]:
    """Nama SOP terkait lain dari nama SOP yang ada.

    Dalam keterkaitan disebut SOP yang mirip dengan satu SOP dari unit yang sama, tetapi namanya tidak sama.
    Yang tidak ada sama sekali tidak dilaporkan di sini: mungkin tidak ikut dibaca; daftarnya ada dalam
    halaman keterkaitan.

    Buruk: SOP Pengelolaan Surat Masuk Umum, padahal yang ada Pengelolaan Surat Masuk
    Baik: nama seperti pada SOP itu sendiri
    Sumber: pemeriksaan sendiri; arti keterkaitan menurut PermenPAN-RB 35/2012.
    """
    for kaitan in satu.kaitan:
        if nama := ejaan_lain(kaitan, satu.kartu):
            pesan = f"SOP terkait “{kaitan.teks}” mungkin SOP “{nama}” dari unit ini; samakan namanya."
            yield satu.kartu[kaitan.dari].id, Hit(f"/keterkaitan/{kaitan.butir}", pesan, f"SOP {nama}")


@rule("ID020", "peringatan")
def ganda(satu: Himpunan) -> Iterator[tuple[str, Hit]]:
    """Nomor atau nama SOP yang sama dipakai dua kali dalam satu unit.

    Satu kegiatan, satu SOP; satu nomor untuk satu SOP. Dinilai atas semua SOP yang dibaca
    sekaligus, per unit.

    Buruk: dua SOP Kecamatan Wanasari bernomor 065/12/2024
    Baik: setiap SOP bernomor sendiri
    Sumber: bahan pelatihan SOP AP Kementerian PANRB, 2013.
    """
    for key, sebutan in (("nomor", "Nomor"), ("nama", "Nama")):
        kelompok: dict[tuple[str, str, str], list[Kartu]] = {}
        for k in satu.kartu:
            nilai = rata(getattr(k, key) or "")
            if nilai and k.unit:
                kelompok.setdefault((*k.kantor, nilai), []).append(k)
        for sama in kelompok.values():
            # So many are enough for any message; a group of thousands must not cost its square.
            awal = sama[: SEBUT + 1]
            for k in sama if len(sama) > 1 else ():
                lain = [satu_lain.id for satu_lain in awal if satu_lain is not k][:SEBUT]
                pesan = (
                    f"{sebutan} SOP “{getattr(k, key)}” juga dipakai oleh {_daftar(lain, len(sama) - 1)}; "
                    "bedakan atau hapus salah satunya."
                )
                yield k.id, Hit(f"/identitas/{key}_sop", pesan)


@rule("ID025", "info")
def pola_nomor(satu: Himpunan) -> Iterator[tuple[str, Hit]]:
    """Nomor SOP tidak mengikuti pola nomor unit itu.

    Dalam satu unit, nomor SOP mengikuti satu pola tata naskah dinas. Dinilai bila sedikitnya empat SOP unit itu bernomor
    dan tiga perempatnya berpola sama; yang lain disebut dengan contoh pola yang lazim di situ.

    Buruk: 065/12/SOP/2024, 065/13/SOP/2024, 065/14/SOP/2024, dan 15/Kec/2024
    Baik: 065/12/SOP/2024, 065/13/SOP/2024, 065/14/SOP/2024, dan 065/15/SOP/2024
    Sumber: PermenPAN-RB 35/2012 (nomor menurut tata naskah dinas); perkiraan atas nomor yang terbaca.
    """
    kelompok: dict[tuple[str, ...], list[Kartu]] = {}
    for k in satu.kartu:
        if k.unit and k.nomor:
            kelompok.setdefault(k.kantor, []).append(k)
    for sekantor in kelompok.values():
        pola = Counter(_pola(k.nomor or "") for k in sekantor)
        lazim, banyak = min(pola.items(), key=lambda entry: (-entry[1], entry[0]))
        if len(sekantor) < POLA_TERKECIL or banyak < POLA_LAZIM * len(sekantor):
            continue
        contoh = next(k.nomor for k in sekantor if _pola(k.nomor or "") == lazim)
        for k in sekantor:
            if _pola(k.nomor or "") != lazim:
                pesan = f"Nomor “{k.nomor}” lain polanya dari {banyak} SOP unit ini, misalnya “{contoh}”; samakan polanya."
                yield k.id, Hit("/identitas/nomor_sop", pesan)


def _pola(nomor: str) -> str:
    """The shape of a number: its parts with digits as 0, words as they are, without blanks."""
    return re.sub(r"\d+", "0", "".join(nomor.upper().split()))


def _sesama(satu: Himpunan, jenis: Jenis) -> Iterator[tuple[Kartu, list[Kartu], Pasangan]]:
    """Each SOP that is one of a pair of this kind, the others, and the pair with the likest of them."""
    for kelompok in satu.kembar:
        per: dict[int, list[tuple[int, Pasangan]]] = {}
        for p in kelompok.pasangan:
            if p.jenis == jenis:
                per.setdefault(p.a, []).append((p.b, p))
                per.setdefault(p.b, []).append((p.a, p))
        for i in sorted(per):
            lain = sorted(per[i], key=lambda found: (-found[1].isi, found[0]))
            yield satu.kartu[i], [satu.kartu[j] for j, _ in lain], lain[0][1]


def _sebut(lain: Sequence[Kartu]) -> str:
    first = lain[0]
    names = [f"{first.id} ({first.berkas})", *(k.id for k in lain[1:SEBUT])]
    return _daftar(names, len(lain))


def _daftar(names: Sequence[str], count: int) -> str:
    rest = count - len(names)
    return ", ".join(names) + (f", dan {rest} lainnya" if rest else "")


def _persen(pasangan: Pasangan) -> str:
    return f"{int(pasangan.isi * 100)} %"


def _beda(satu: Himpunan, k: Kartu, pasangan: Pasangan) -> str:
    """What differs, this SOP's value first."""
    other = satu.kartu[pasangan.b] if satu.kartu[pasangan.a] is k else satu.kartu[pasangan.a]
    said = []
    for key in pasangan.beda:
        if key == "nomor_sop":
            said.append(f"nomor {k.nomor} dan {other.nomor}")
        elif key == "langkah":
            said.append(f"{k.langkah} dan {other.langkah} langkah")
        else:
            place = TANGGAL.index(key)
            said.append(f"{key.replace('_', ' ')} {k.tanggal[place]} dan {other.tanggal[place]}")
    return "".join(f", {part}" for part in said)


ATURAN: tuple[AturanHimpunan, ...] = (salinan, versi, dua_nama, kaitan_salah_eja, ganda, pola_nomor)
