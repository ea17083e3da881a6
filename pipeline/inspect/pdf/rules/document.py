"""What the catalog says of the whole document: tagged, titled, with its metadata."""

from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.values import (
    entry,
    has,
    is_keyed,
    is_stream,
    name,
    number,
    own,
)


@rule("UA1:6.2-1", "A2:6.7.2.2-1", "UA2:6.2-1")
def is_marked(file: File) -> Iterator[Break]:
    """The catalog's MarkInfo says Marked true."""
    if entry(file.catalog, "/MarkInfo", "/Marked") is not True:
        yield Break("the catalog does not say that the file is tagged (Marked)")


@rule("UA1:7.1-4")
def is_not_suspect(file: File) -> Iterator[Break]:
    """MarkInfo does not say Suspects true."""
    if entry(file.catalog, "/MarkInfo", "/Suspects") is True:
        yield Break("the file says that its tags are suspect")


@rule("UA1:7.1-8", "A2:6.6.2.1-1", "UA2:8.11.1-2")
def has_metadata(file: File) -> Iterator[Break]:
    """The catalog's Metadata is a metadata stream of XML."""
    stream = entry(file.catalog, "/Metadata")
    if not is_stream(stream):
        yield Break("the file has no metadata stream")
    elif (name(entry(stream, "/Type")), name(entry(stream, "/Subtype"))) != (
        "Metadata",
        "XML",
    ):
        yield Break(
            "the metadata stream does not say that it is XML", number=own(stream)
        )


@rule("UA1:7.1-10", "UA2:8.11.2-1")
def shows_title(file: File) -> Iterator[Break]:
    """ViewerPreferences say DisplayDocTitle true: the window shows the title."""
    if entry(file.catalog, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield Break("the window would show the file's name, not its title")


@rule("UA1:7.1-11", "A2:6.7.3.3-1", "UA2:8.2.1-1")
def has_structure(file: File) -> Iterator[Break]:
    """The catalog has a structure tree, StructTreeRoot."""
    if not is_keyed(entry(file.catalog, "/StructTreeRoot")):
        yield Break("the file has no structure tree")


@rule("UA1:7.16-1")
def lets_readers_in(file: File) -> Iterator[Break]:
    """In an encrypted file, permissions let assistive technology read (bit 10 of P)."""
    encryption = file.pdf.trailer.get("/Encrypt")
    if is_keyed(encryption):
        permissions = number(entry(encryption, "/P"))
        if permissions is None or not int(permissions) & 512:
            yield Break("the permissions shut assistive technology out")


@rule("A2:6.10-1")
def presents_once(file: File) -> Iterator[Break]:
    """The document's names hold no AlternatePresentations."""
    if has(entry(file.catalog, "/Names"), "/AlternatePresentations"):
        yield Break("the file has alternate presentations")


@rule("A2:6.10-2")
def pages_have_no_steps(file: File) -> Iterator[Break]:
    """No page has PresSteps."""
    for page in file.pages:
        if has(page.value, "/PresSteps"):
            yield Break("the page is shown in steps", page.number, own(page.value))


@rule("A2:6.11-1")
def requires_nothing(file: File) -> Iterator[Break]:
    """The catalog has no Requirements."""
    if has(file.catalog, "/Requirements"):
        yield Break("the file makes requirements of its reader")
