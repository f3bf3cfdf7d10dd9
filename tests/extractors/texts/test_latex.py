"""Formulas of TeX that stand for the signs of a form."""

import pytest

from extractors.data import table
from extractors.texts.latex import printed


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (r"$\pm$", "±"),
        (r"$\pm15$", "±15"),
        (r"$1 \times 24$", "1 × 24"),
        (r"$\frac{1}{2}$", "1/2"),
        (r"$\leq 30$", "≤ 30"),
        (r"\(\rightarrow\)", "→"),
        (r"\checkmark", "✓"),
        (r"$\text{Ya}$", "Ya"),
        (r"$\boxed{}$", "□"),
        ("$15$", "15"),
    ],
)
def test_what_a_formula_prints(formula: str, expected: str) -> None:
    assert printed(formula) == expected


@pytest.mark.parametrize("text", [r"$\alpha$", r"\text", r"D:\Arsip", "$ 5 per lembar, $", r"$\int_0^1 x$"])
def test_what_is_no_sign_of_a_form_stays(text: str) -> None:
    assert printed(text) is None


def test_commands_are_listed_once_and_print_something() -> None:
    signs = table("latex")["tanda"]
    assert list(signs) == sorted(signs, key=str.casefold)
    assert all(signs.values())
    assert not set(signs) & set(table("latex")["isi"]["perintah"])
