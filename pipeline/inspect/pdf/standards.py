"""Which standards a file claims to keep, by its XMP packet."""

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.xmp import ARCHIVE, UA, Packet

STANDARDS = ("ua1", "ua2", "2a", "2u", "2b", "3a", "3u", "3b")
"""The standards for which there are rules."""


def claims(file: File) -> list[str]:
    """Return the standards that the file claims, also those without rules here."""
    packet = file.packet or Packet()
    found = []
    if part := packet.value(UA, "part"):
        found.append(f"ua{part}")
    if part := packet.value(ARCHIVE, "part"):
        level = packet.value(ARCHIVE, "conformance") or ""
        found.append(f"{part}{level.lower()}")
    return found
