"""Signs of things that are not labels: letterhead, headings, officers, NIPs."""

import re

NIP = re.compile(r"\bN\s?[I1l]\s?P\b\.?\s*:?|\b(?:19|20)\d{6}\s?\d{6}\s?[12]\s?\d{3}\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"^\W*(?:(?:p[lji1]t?[hs]?|pj|a\.?\s?n|an|u\.?b)[.\s]+)?(?:camat|lurah|kepala\s|kades|sekretaris\s|bupati|wali\s?kota|"
    r"direktur|inspektur|ketua\s|panewu|asisten\s)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^\W*(?i:mengetahui\s*[,:]?\s*$|mengetahui[,:]?\s+(?:camat|lurah|kepala)|(?:ditetapkan|disahkan|dibuat)\s+(?:di|oleh|pada)\b|"
    r"(?:menyetujui|mengesahkan)\s*[,:]?\s*$|pada\s+tanggal\s*:|ttd\b|tanda\s+tangan\s*$)"
)
_PLACE_DATE = re.compile(
    r"^\W*[A-Z][A-Za-z ]{2,30},\s*(?:tanggal\s*)?(?:\d{1,2}|[.…_]{2,})?\s*[A-Za-z]{3,9}\s*(?:19|20)\d\d\W*$"
)
_UNIT = re.compile(
    r"^\W*(?:pemerintah|kecamatan|kelurahan|desa|dinas|badan|bagian|sekretariat|kantor|puskesmas|inspektorat|satuan|upt|"
    r"kabupaten|kota|provinsi|rsud|rumah\s+sakit)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^\W*(?:jl[n.]|jalan\b|alamat\b|telp?\b|telepon\b|fax\b|kode\s+pos\b|e-?mail\b|website\b|laman\b)",
    re.IGNORECASE,
)
_COPY = re.compile(r"^\W*(?:salinan|sesuai)\b.*\b(?:sesuai|dengan)\b.*\basli", re.IGNORECASE)
CITATION = re.compile(
    r"\W*(?:undang|uu\b|peraturan\b|pp\b|perpres|permen|perda|perbup|perwa|keputusan\b|kep(?:men|pres)|inpres|inmen|surat edaran|"
    r"qanun).{0,120}?\b(?:nomor|no)\b\W{0,3}[\dKP]",
    re.IGNORECASE | re.DOTALL,
)
"""An entry that cites a regulation with its number."""
_DECREE = re.compile(r"^\W*(?:menimbang|mengingat|memperhatikan|memutuskan|menetapkan)\s*:", re.IGNORECASE)
_TITLE = re.compile(
    r"^\W*(?:stand?ard?\s+opera\w+\s+prose?\w+)[\s:–-]*(?:\(\s*sop\s*\)|sop\b)?(?:\s*administrasi\s+pemerintahan)?[\s:–-]*",
    re.IGNORECASE,
)


def is_office(text: str) -> bool:
    """Whether a line begins like the title of an officer."""
    return bool(_OFFICE.match(text))


def opens_signature(text: str) -> bool:
    """Whether a line is of the kind that a signature block begins with."""
    return bool((_OPENS.match(text) and not text[:1].islower()) or _PLACE_DATE.match(text))


def is_of_decree(text: str) -> bool:
    """Whether a line is one of a decree: "Mengingat : 1. …" lists regulations as the box of an SOP does."""
    return bool(_DECREE.match(text))


def certifies_copy(text: str) -> bool:
    """Whether a line says that this is a copy; who signs below it approves nothing: "Salinan sesuai dengan aslinya"."""
    return bool(_COPY.match(text))


def is_unit(text: str) -> bool:
    """Whether a line names a government or a unit, as letterheads do."""
    return bool(_UNIT.match(text))


def is_address(text: str) -> bool:
    """Whether a line is the street, telephone or mail of a letterhead."""
    return bool(_ADDRESS.match(text))


def title_rest(text: str) -> int | None:
    """Where the name begins behind "STANDAR OPERASIONAL PROSEDUR (SOP)", None when a line does not begin so."""
    match = _TITLE.match(text)
    return match.end() if match else None
