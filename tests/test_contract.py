"""CONTRACT.md, normalizers/model.py and sop.schema.json say the same."""

import json
import re
import types
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from normalizers import model
from normalizers.model import Sop
from pipeline.findings.lokasi import resolves
from pipeline.outputs.records import schema

ROOT = Path(__file__).parent.parent
CONTRACT = (ROOT / "CONTRACT.md").read_text("utf-8")
SECTION = re.compile(r"^## (\w+): .*?\n(.*?)(?=^## )", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", re.MULTILINE)
TABLES = {name: ROW.findall(body) for name, body in SECTION.findall(CONTRACT)}
MODELS = {
    name: value
    for name, value in vars(model).items()
    if isinstance(value, type)
    and issubclass(value, BaseModel)
    and not name.startswith("_")
    and value is not BaseModel
}


def test_each_object_is_described() -> None:
    assert set(TABLES) == set(MODELS)


@pytest.mark.parametrize("name", sorted(MODELS))
def test_keys_and_their_order(name: str) -> None:
    assert [key for key, _, _ in TABLES[name]] == list(MODELS[name].model_fields)


@pytest.mark.parametrize("name", sorted(MODELS))
def test_each_key_has_its_type_and_a_meaning(name: str) -> None:
    for key, kind, meaning in TABLES[name]:
        assert meaning
        assert described(kind) == actual(MODELS[name].model_fields[key].annotation), key


def test_schema_is_fresh() -> None:
    assert (ROOT / "normalizers" / "sop.schema.json").read_text("utf-8") == schema()


@pytest.mark.parametrize("name", sorted(set(MODELS) - {"Sop"}))
def test_schema_has_each_object(name: str) -> None:
    properties = json.loads(schema())["$defs"][name]["properties"]
    assert list(properties) == [key for key, _, _ in TABLES[name]]


def test_example_is_a_valid_file_that_comes_back_the_same() -> None:
    text = example()
    sop = Sop.model_validate_json(text)
    assert list(json.loads(text)) == list(Sop.model_fields)
    assert json.dumps(sop.model_dump(mode="json"), ensure_ascii=False) == json.dumps(
        json.loads(text), ensure_ascii=False
    )
    assert all(resolves(sop, pointer) for pointer in [*sop.bukti, *(temuan.lokasi for temuan in sop.temuan)])


def example() -> str:
    found = re.search(r"```json\n(.*?)```", CONTRACT, re.DOTALL)
    assert found
    return found[1]


WORDS = {
    "string": "str",
    "strings": "str",
    "date": "str",
    "JSON Pointer": "str",
    "integer": "int",
    "number": "float",
    "true or false": "bool",
    "four numbers": "tuple4",
    "two integers": "tuple2",
    "object": "dict",
}


def described(kind: str) -> tuple[object, bool]:
    """The type that a cell of the contract names: a word or a set of values, and whether null is allowed."""
    nullable = kind.endswith(" or null")
    kind = kind.removesuffix(" or null")
    if kind.startswith("`"):
        return frozenset(value.strip('"') for value in re.findall(r"`(.*?)`", kind)), nullable
    base = WORDS.get(kind.removesuffix("[]"), kind.removesuffix("[]"))
    return (f"list {base}" if kind.endswith("[]") else base), nullable


def actual(annotation: Any) -> tuple[object, bool]:
    """The same of a field of the model."""
    options = [annotation]
    if get_origin(annotation) in (Union, types.UnionType):
        options = [option for option in get_args(annotation) if option is not type(None)]
    nullable = len(options) < len(get_args(annotation)) and type(None) in get_args(annotation)
    if set(options) == {int, float}:
        return "float", nullable
    (option,) = options
    return plain(option), nullable


def plain(option: Any) -> object:
    origin = get_origin(option)
    if origin is Annotated:
        return plain(get_args(option)[0])
    if origin is Literal:
        return frozenset(get_args(option))
    if origin is list:
        return f"list {plain(get_args(option)[0])}"
    if origin is tuple:
        return f"tuple{len(get_args(option))}"
    return "dict" if origin is dict else option.__name__
