"""How PDF spells numbers, text strings and streams."""


def stream(keys: str, data: bytes) -> bytes:
    """Return a stream's body. ISO 19005-2, 6.1.7.1: it ends with a line end."""
    head = f"<<{keys}/Length {len(data)}>>\nstream\n".encode("ascii")
    return b"".join((head, data, b"\nendstream"))


def text(words: str) -> str:
    """Return a text string object: ASCII as it is, all else as UTF-16."""
    if words.isascii() and words.isprintable():
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<{(chr(0xFEFF) + words).encode('utf-16-be').hex()}>"


def number(value: float) -> str:
    """Return a number in at most three decimals: 1/1000 pt is finer than any press."""
    shown = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown
