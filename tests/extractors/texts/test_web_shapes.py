"""Symbols that Word draws in the comments of its web pages."""

import pytest

from extractors.pages import Source
from extractors.texts.markup import clean
from extractors.texts.web_shapes import symbol_in


def drawn(shapes: str) -> str:
    return f"<!--[if gte vml 1]>{shapes}<![endif]-->"


@pytest.mark.parametrize(
    ("shapes", "glyph"),
    [
        ('<v:roundrect id="a" arcsize="0.5" style=\'width:40pt\'/>', "●"),
        ('<v:rect id="a"/>', "□"),
        ('<v:shape id="a" type="#_x0000_t110" style=\'width:40pt\'/>', "◇"),
        ('<v:shape id="a" type="#_x0000_t75"><v:imagedata src="logo.png"/></v:shape>', ""),
        ('<v:shape id="a" type="#_x0000_t202"><v:textbox>Ya</v:textbox></v:shape>', ""),
        ('<v:line id="a" from="0,0" to="9,9"/>', ""),
        ('<v:group id="a"><v:rect id="b"/><v:oval id="c"/></v:group>', ""),
    ],
    ids=["terminator", "process", "decision", "picture", "text box", "line", "group over several cells"],
)
def test_a_shape_is_the_symbol_that_its_form_means(shapes: str, glyph: str) -> None:
    assert symbol_in(drawn(shapes)) == glyph


def test_other_comments_draw_nothing() -> None:
    assert symbol_in('<!-- <v:rect id="a"/> -->') == ""
    assert symbol_in("<!--[if gte mso 9]><xml><v:rect/></xml><![endif]-->") == ""


def test_a_symbol_stands_in_its_cell_and_points_at_its_comment() -> None:
    comment = drawn('<v:rect id="a"/>')
    page = f"<html><body>{comment}<table><tr><td>1</td><td>{comment}<p>&nbsp;</p></td></tr></table>"
    span = clean(Source(page)).span
    assert span.text.count("□") == 1
    assert span.offsets[span.text.index("□")] == page.rindex(comment)
