import zlib

import pytest

from extractors.errors import BerkasTerlaluBesar
from extractors.vector.document import open_pdf
from extractors.vector.streams import has_bomb, has_endless_forms
from tests.extractors.vector.made import Page, pdf, text


def stream(head: bytes, data: bytes) -> bytes:
    return b"4 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (head, len(data), data)


def test_usual_files_pass() -> None:
    data = pdf(Page(text(50, 50, "isi" * 100)))
    assert not has_bomb(data)
    assert not has_endless_forms(data)


@pytest.mark.parametrize("times", [1, 2])
def test_bombs_are_found(times: int) -> None:
    packed = bytes(40_000_000)
    for _ in range(times):
        packed = zlib.compress(packed, 9)
    filters = b"/Filter[" + b"/FlateDecode" * times + b"]"
    assert has_bomb(stream(filters, packed))
    with pytest.raises(BerkasTerlaluBesar, match="termampat"):
        open_pdf(b"%PDF-1.7\n" + stream(filters, packed))


def test_images_may_be_large_but_not_packed_twice() -> None:
    packed = zlib.compress(bytes(40_000_000), 9)
    image = b"/Subtype/Image/Filter"
    assert not has_bomb(stream(image + b"/FlateDecode", packed))
    assert has_bomb(stream(image + b"[/FlateDecode/FlateDecode]", zlib.compress(packed)))


def test_forms_that_draw_each_other_without_end() -> None:
    body = b"%PDF-1.7\n"
    for number in range(5, 15):
        body += (
            b"%d 0 obj\n<</Type/XObject/Subtype/Form/Resources<</XObject<</F %d 0 R>>>>>>\nstream\n%s\nendstream\n"
            % (number, number + 1, b"/F Do " * 10)
        )
    assert has_endless_forms(body)
    assert not has_endless_forms(body.replace(b"/F Do " * 10, b"/F Do "))
