"""What is no sound Word file ends with one finding that says what it is."""

import struct
import zipfile
from io import BytesIO

import pytest

from pipeline.inspect.docx import archive, inspect
from tests.inspect.docx.breakage import TYPES, sound
from tests.inspect.docx.packing import BODY, packed, parts_of

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_WORD = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"


def compound(stream: str) -> bytes:
    """Return what starts as a file of Office 97 does and names a stream."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return head + stream.encode("utf-16-le")


def only(data: bytes) -> tuple[str, str]:
    """Return code and message of the one finding."""
    [found] = inspect(data)
    assert found.is_error
    return found.code, found.message


def changed(part: str, old: bytes, new: bytes) -> bytes:
    parts = parts_of(sound())
    assert old in parts[part]
    return packed({**parts, part: parts[part].replace(old, new)})


def typed(kind: str) -> bytes:
    return changed(TYPES, _MAIN, f"application/vnd.{kind}".encode())


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1", "a Rich Text file"),
        (b"Dear colleague,", "no Word file"),
        (compound("EncryptedPackage"), "an encrypted Office file"),
        (compound("WordDocument"), "a Word 97 file (`.doc`)"),
        (packed({"a.txt": b"a"}), "an archive, no Word file"),
        (packed({"mimetype": b"a", TYPES: b"<a/>"}), "an OpenDocument or EPUB file"),
        (packed({TYPES: b"<a/>"}), "a package without a document"),
        (typed("ms-word.document.macroEnabled.main"),
         "a Word file with macros (`.docm`)"),
        (typed("openxmlformats-officedocument.wordprocessingml.template.main"),
         "a Word template (`.dotx`)"),
        (typed("openxmlformats-officedocument.spreadsheetml.sheet.main"),
         "an Excel workbook (`.xlsx`)"),
        (changed(BODY, _WORD, _STRICT), "a Strict Open XML file"),
    ],
)  # fmt: skip
def test_another_file_is_called_by_its_name(data: bytes, what: str) -> None:
    assert only(data) == ("OX:30", f"the file is {what}")


def test_a_file_over_the_limit_is_not_unpacked() -> None:
    code, message = only(sound() + bytes(archive.LARGEST_FILE))
    assert (code, message) == ("OX:31", "the file has 50 MB (limit 50 MB)")


def test_a_bomb_is_not_unpacked() -> None:
    code, message = only(packed({**parts_of(sound()), "a.xml": bytes(250_000_000)}))
    assert (code, message) == ("OX:31", "the file unpacks to 250 MB (limit 200 MB)")


def test_content_of_more_than_a_hundred_times_the_file_is_refused() -> None:
    code, message = only(packed({**parts_of(sound()), "a.xml": bytes(20_000_000)}))
    assert code == "OX:31"
    assert "times its size (limit 100)" in message


def test_too_many_parts_are_refused() -> None:
    extra = {f"a{number}.xml": b"<a/>" for number in range(2_000)}
    assert only(packed({**parts_of(sound()), **extra}))[0] == "OX:31"


@pytest.mark.parametrize(
    "name",
    ["word/Document.xml", "../a.xml", "/a.xml", "a//b.xml", "a\\b.xml", "c:a.xml"],
)
def test_names_that_deceive_are_refused(name: str) -> None:
    assert only(packed({**parts_of(sound()), name: b"<a/>"}))[0] == "OX:32"


def test_a_name_twice_is_refused() -> None:
    twin = packed({**parts_of(sound()), "word/documenT.xml": b"<a/>"})
    twice = twin.replace(b"word/documenT.xml", b"word/document.xml")
    assert only(twice) == ("OX:32", "two parts are named `word/document.xml`")


def stretched() -> bytes:
    """Return a file whose first part reaches into its second."""
    data = bytearray(packed({"a.xml": b"<a/>", "b.xml": b"<a/>"}))
    place = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 20, 40)
    return bytes(data)


def listed_otherwise() -> bytes:
    data = packed({TYPES: b"<a/>", "evil.xml": b"<a/>"})
    return data.replace(b"evil.xml", b"good.xml", 1)


def enciphered() -> bytes:
    data = bytearray(packed({TYPES: b"<a/>"}))
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    return bytes(data)


def corrupted() -> bytes:
    data = bytearray(sound())
    data[60] ^= 0xFF
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (stretched(), "two of its parts overlap"),
        (listed_otherwise(), "another name or packing"),
        (enciphered(), "is encrypted"),
        (corrupted(), "is damaged"),
        (sound()[:4000], "it has no directory"),
        (sound() + b"more", "its directory is not where the file says"),
        (b"PK\x05\x06" + bytes(18) + sound(), "its directory is not where"),
        (b"PK", "it has no directory"),
    ],
)
def test_archives_that_deceive_are_refused(data: bytes, why: str) -> None:
    code, message = only(data)
    assert code == "OX:33"
    assert why in message


def test_every_size_that_lies_is_refused() -> None:
    data = bytearray(packed({TYPES: b"<a/>" + bytes(5_000)}))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 100)
    assert only(bytes(data))[0] == "OX:33"


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
        "<!DOCTYPE a><a/>".encode("utf-16"),
        b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
    ],
)
def test_a_document_type_declaration_is_refused(content: bytes) -> None:
    code, message = only(packed({**parts_of(sound()), "word/a.xml": content}))
    assert code == "OX:10"
    assert message == "`word/a.xml` holds a document type declaration"


@pytest.mark.parametrize("content", [b"<a>", b"", b"<a>" * 300 + b"</a>" * 300])
def test_what_is_not_well_formed_is_refused(content: bytes) -> None:
    assert only(packed({**parts_of(sound()), "word/a.xml": content}))[0] == "OX:10"


def test_a_file_packed_with_descriptors_is_read() -> None:
    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

    stream = Pipe()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archived:
        for name, content in parts_of(sound()).items():
            archived.writestr(name, content)
    assert inspect(stream.getvalue()) == ()


def test_any_cut_of_a_file_is_one_finding() -> None:
    for length in range(0, len(sound()), 997):
        assert only(sound()[:length])[0] in {"OX:30", "OX:33"}
