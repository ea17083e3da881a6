"""Property lists of marked content, outright or by name; ISO 32000-1, 14.6.2."""

from pipeline.inspect.pdf.tokens import Operand
from pipeline.inspect.pdf.values import Value, entry, number, text

TEXTS = ("Lang", "ActualText", "Alt", "E")


def given_keys(operand: dict[str, Operand]) -> dict[str, object]:
    """Return a property list that stands in the content stream, strings decoded."""
    return {
        key: _decoded(value) if isinstance(value, bytes) else value
        for key, value in operand.items()
    }


def named_keys(listed: Value) -> dict[str, object]:
    """Return what a property list among the resources says of texts and MCID."""
    keys: dict[str, object] = {
        key: said
        for key in TEXTS
        if (said := text(entry(listed, f"/{key}"))) is not None
    }
    mcid = number(entry(listed, "/MCID"))
    return keys if mcid is None else {**keys, "MCID": mcid}


def _decoded(value: bytes) -> str:
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")
