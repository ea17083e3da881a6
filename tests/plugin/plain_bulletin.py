"""A format of somebody else's: the words of a sheet as plain text."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from pipeline.diagnostics import Diagnostic, error, warning
from pipeline.renderer import RenderError, RenderOptions
from pipeline.tree import Document, leaves, plain_text
from schemas.theme import Theme


class PlainRenderer:
    """Plain text. Some titles make it fail, for tests of failing."""

    name = "plain"
    suffix = ".txt"
    description = "the words alone, as plain text"

    def render(self, document: Document, theme: Theme, options: RenderOptions) -> bytes:
        """Return one line for each paragraph."""
        match document.meta.title:
            case "Unset":
                found = error("glyph", "no font has U+1F600", origin="sections[0]")
                raise RenderError([found])
            case "Broken":
                raise ZeroDivisionError("a fault of the renderer")
            case "Killed":
                os.kill(os.getpid(), signal.SIGKILL)
            case "Fontless":
                raise FileNotFoundError(2, "No such file", "serif.ttf")
            case "Waiting":
                Path("waiting").touch()
                signal.pause()
        lines = (plain_text(leaf.content) for leaf in leaves(document.blocks))
        return ("\n".join(lines) + "\n").encode()

    def verify(self, data: bytes, document: Document) -> Sequence[Diagnostic]:
        """Return an error or a warning for the titles that ask for it."""
        match document.meta.title:
            case "Unfit":
                return [error("text-lost", "a word is missing", origin="title")]
            case "Doubtful":
                return [warning("doubt", "this may be wrong", origin="title")]
            case _:
                return []
