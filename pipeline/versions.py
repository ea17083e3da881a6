"""The versions of everything that can move a byte of a finished file."""

import sys
import zlib
from functools import cache
from importlib.metadata import version

LIBRARIES = (
    "babel",
    "bulletin",
    "fontpkg-source-sans-3",
    "fontpkg-source-serif-4",
    "lxml",
    "markdown-it-py",
    "pillow",
    "pydantic",
    "pyphen",
    "python-docx",
    "PyYAML",
    "reportlab",
    "uharfbuzz",
)


@cache
def made_with() -> dict[str, str]:
    """Return them by name. The interpreter's and zlib's are of this process."""
    libraries = {name: version(name) for name in LIBRARIES}
    return {
        "python": ".".join(map(str, sys.version_info[:3])),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **libraries,
    }
