"""A person at LibreOffice Writer: opens a file, works in it by keyboard, saves it.

Runs under the system's Python, which knows LibreOffice (`uno`), apart from the tests:
reads one job a line as JSON, answers each with a line, and leaves when input ends.
"""

import json
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uno

_START_SECONDS, _END_SECONDS = 120, 30
# The name that the office signs tracked changes and comments with.
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.UserProfile/Data">
<prop oor:name="givenname" oor:op="fuse"><value>Ada</value></prop></item>
<item oor:path="/org.openoffice.UserProfile/Data">
<prop oor:name="sn" oor:op="fuse"><value>Clearance</value></prop></item>
</oor:items>
"""


def main() -> None:
    """Do the jobs that come in; the office keeps its settings in the folder named."""
    with office(Path(sys.argv[1])) as context:
        for line in sys.stdin:
            print(json.dumps(answer(context, json.loads(line))), flush=True)


def answer(context: Any, job: dict[str, Any]) -> dict[str, object]:
    """Open the job's file, do its acts, save it; say whether changes were recorded."""
    try:
        typist = Typist(context, job["open"])
        try:
            tracks = typist.tracks
            for act, *words in job["acts"]:
                ACTS[act](typist, *words)
            typist.save(job["save"])
        finally:
            typist.close()
    except Exception:  # whatever it was, the test that asked is to show it
        return {"failed": traceback.format_exc()}
    return {"tracks": tracks}


@contextmanager
def office(home: Path) -> Iterator[Any]:
    """Start an office of our own, hand out its context, and end it."""
    (home / "user").mkdir(parents=True)
    (home / "user/registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    pipe = f"bulletin{os.getpid()}"
    command = [
        "soffice", f"-env:UserInstallation={home.as_uri()}", "--headless",
        "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp",
    ]  # fmt: skip
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr) as run:
        context = connected(pipe, run)
        try:
            yield context
        finally:
            service(context, "com.sun.star.frame.Desktop").terminate()
            run.wait(_END_SECONDS)


def connected(pipe: str, run: "subprocess.Popen[bytes]") -> Any:
    """Return the office's context as soon as it answers."""
    local = uno.getComponentContext()
    resolver = service(local, "com.sun.star.bridge.UnoUrlResolver")
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    end = time.monotonic() + _START_SECONDS
    while True:
        try:
            return resolver.resolve(address)
        except Exception:  # nobody listens yet
            if run.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.1)


def service(context: Any, name: str) -> Any:
    """Return a service of the office that `context` belongs to."""
    return context.ServiceManager.createInstanceWithContext(name, context)


def named(**values: object) -> tuple[Any, ...]:
    """Return values with their names, as the office takes them; `_` stands for `.`."""
    form = "com.sun.star.beans.PropertyValue"
    return tuple(
        uno.createUnoStruct(form, name.replace("_", "."), 0, value, 0)
        for name, value in values.items()
    )


class Typist:
    """A document with a cursor; what it does is what keys and menus do."""

    def __init__(self, context: Any, path: str) -> None:
        desktop = service(context, "com.sun.star.frame.Desktop")
        url, hidden = Path(path).as_uri(), named(Hidden=True)
        self._document = desktop.loadComponentFromURL(url, "_blank", 0, hidden)
        self._controller = self._document.CurrentController
        self._cursor = self._controller.ViewCursor
        self._dispatcher = service(context, "com.sun.star.frame.DispatchHelper")

    @property
    def tracks(self) -> bool:
        """Whether changes are recorded."""
        return bool(self._document.RecordChanges)

    def save(self, path: str) -> None:
        """Save as a Word file, or as OpenDocument where `path` says so."""
        kind = "writer8" if path.endswith(".odt") else "MS Word 2007 XML"
        chosen = named(FilterName=kind, Overwrite=True)
        self._document.storeToURL(Path(path).as_uri(), chosen)

    def close(self) -> None:
        self._document.close(True)

    def press(self, *commands: str, **values: object) -> None:
        """Do what the keys or menus of these names do."""
        for command in commands:
            self._dispatcher.executeDispatch(
                self._controller.Frame, f".uno:{command}", "", 0, named(**values)
            )

    def type(self, text: str) -> None:
        self.press("InsertText", Text=text)

    def select(self, words: str) -> None:
        """Search `words` and have them selected."""
        wanted = self._document.createSearchDescriptor()
        wanted.SearchString, wanted.SearchCaseSensitive = words, True
        found = self._document.findFirst(wanted)
        if found is None:
            raise LookupError(words)
        self._cursor.gotoRange(found, False)

    def stand_before(self, words: str) -> None:
        self.select(words)
        self._cursor.collapseToStart()


def retype(typist: Typist, words: str, text: str) -> None:
    """Select words and type over them."""
    typist.select(words)
    typist.type(text)


def add_paragraph(typist: Typist, words: str, text: str) -> None:
    """Press Enter at the end of the paragraph with `words`, and type."""
    typist.stand_before(words)
    typist.press("GoToEndOfPara", "InsertPara")
    typist.type(text)


def split(typist: Typist, words: str) -> None:
    """Press Enter before words."""
    typist.stand_before(words)
    typist.press("InsertPara")


def merge(typist: Typist, words: str) -> None:
    """Press Backspace at the start of a paragraph; part the sentences by a space."""
    typist.stand_before(words)
    typist.press("SwBackspace")
    typist.type(" ")


def merge_items(typist: Typist, words: str) -> None:
    """Press Delete at the end of the list item before the one that begins so."""
    typist.stand_before(words)
    typist.press("GoUp", "GoToEndOfPara", "Delete")
    typist.type(" ")


def delete_paragraph(typist: Typist, words: str) -> None:
    """Select a paragraph with its end, and press Delete."""
    typist.stand_before(words)
    typist.press("GoRight", "GoToStartOfPara", "EndOfParaSel", "CharRightSel", "Delete")


def make_bold(typist: Typist, words: str) -> None:
    typist.select(words)
    typist.press("Bold")


def make_italic(typist: Typist, words: str) -> None:
    typist.select(words)
    typist.press("Italic")


def comment(typist: Typist, words: str, text: str) -> None:
    typist.select(words)
    typist.press("InsertAnnotation", Text=text)


def relink(typist: Typist, words: str, address: str) -> None:
    """Let the link with these words lead elsewhere, as the dialog does."""
    typist.select(words)
    typist.press("SetHyperlink", Hyperlink_Text=words, Hyperlink_URL=address)


def add_row(typist: Typist, words: str, *cells: str) -> None:
    """Insert a row below the one with `words` in its last cell, and fill its cells."""
    typist.stand_before(words)
    typist.press("InsertRowsAfter")
    for cell in cells:
        typist.press("JumpToNextCell")
        typist.type(cell)


def delete_row(typist: Typist, words: str) -> None:
    typist.stand_before(words)
    typist.press("DeleteRows")


ACTS: dict[str, Callable[..., None]] = {
    each.__name__: each
    for each in (
        retype, add_paragraph, split, merge, merge_items, delete_paragraph, make_bold,
        make_italic, comment, relink, add_row, delete_row,
    )
}  # fmt: skip

if __name__ == "__main__":
    main()
