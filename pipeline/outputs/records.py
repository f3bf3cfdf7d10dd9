"""Canonical JSON, and the JSON Schema that describes it. The contract's keys in the contract's order."""

import json

from normalizers.model import Sop


def to_json(sop: Sop) -> bytes:
    """One SOP as CONTRACT.md says: UTF-8, two-space indent, null where the source states nothing."""
    return sop.model_dump_json(indent=2).encode() + b"\n"


def from_json(content: bytes) -> Sop:
    """The SOP of a canonical file.

    Raises:
        pydantic.ValidationError: the content breaks the contract.
    """
    return Sop.model_validate_json(content)


def schema() -> str:
    """The JSON Schema of a canonical file; ``normalizers/sop.schema.json`` holds the same text."""
    content = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Sop.model_json_schema()
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
