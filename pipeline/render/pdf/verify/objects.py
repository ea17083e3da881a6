"""The objects of a file as plain values, each read once; every check asks these.

The form is that which qpdf gives objects as JSON: names keep their slash (`/S`),
references are `12 0 R`, texts begin with `u:` and other strings with `b:`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

Keys = Mapping[str, Any]
"""The entries of a dictionary."""
Reference = str

REFERENCE = re.compile(r"\d+ \d+ R")


@dataclass(frozen=True, slots=True)
class Objects:
    """A file opened."""

    pdf: pikepdf.Pdf
    values: Mapping[Reference, Any]
    """All that has a number; of streams the dictionary."""
    trailer: Keys

    @property
    def catalog(self) -> Keys:
        """The document catalog."""
        return self.dictionary(self.trailer["/Root"])

    def follow(self, value: Any) -> Any:
        """Return what `value` refers to, or `value`; None for what does not exist."""
        if isinstance(value, str) and REFERENCE.fullmatch(value):
            return self.values.get(value)
        return value

    def dictionary(self, value: Any) -> Keys:
        """Return a dictionary wherever it stands, an empty one where there is none."""
        found = self.follow(value)
        return found if isinstance(found, dict) else {}

    def array(self, value: Any) -> list[Any]:
        """Return an array wherever it stands, an empty one where there is none."""
        found = self.follow(value)
        return found if isinstance(found, list) else []

    def pages(self) -> list[Reference]:
        """Return the pages in their order."""
        return [json.loads(page.obj.to_json()) for page in self.pdf.pages]

    def stream(self, reference: Any) -> pikepdf.Object:
        """Return a stream; raises AttributeError for what is no reference."""
        number, generation, _ = reference.split()
        return self.pdf.get_object(int(number), int(generation))

    def content(self, reference: Any) -> bytes:
        """Return the decoded bytes of a stream."""
        return self.stream(reference).read_bytes()


def read_objects(data: bytes) -> Objects:
    """Return the objects of a file; raises pikepdf.PdfError for what is no PDF."""
    pdf = pikepdf.open(BytesIO(data))
    # One text for all: reading objects entry by entry costs three times as much.
    members = b",".join(map(_member, pdf.objects))
    trailer = json.loads(pdf.trailer.to_json())
    return Objects(pdf, json.loads(b"{%b}" % members), trailer)


def _member(value: pikepdf.Object) -> bytes:
    shown = value.stream_dict if isinstance(value, pikepdf.Stream) else value
    return b"%b:%b" % (value.to_json(), shown.to_json(dereference=True))


def text(value: Any) -> str:
    """Return what a text string says; nothing for what is no text."""
    return value[2:] if isinstance(value, str) and value.startswith("u:") else ""
