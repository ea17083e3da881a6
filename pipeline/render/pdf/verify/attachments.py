"""Attached files read back: the sheet's source alone, whole and explained."""

import json
from collections.abc import Iterator
from hashlib import md5
from typing import Any

from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.verify.content import Problem
from pipeline.render.pdf.verify.objects import Keys, Objects, text


def has_attachment(objects: Objects) -> bool:
    """Return whether the catalogue names embedded files."""
    return "/EmbeddedFiles" in objects.dictionary(objects.catalog.get("/Names"))


def check_attachments(objects: Objects, edition: Edition) -> Iterator[Problem]:
    """Yield what is wrong with what the file carries along."""
    associated = objects.array(objects.catalog.get("/AF"))
    if not has_attachment(objects):
        if associated:
            yield "A4:6.9-5", "an associated file is not embedded"
        return
    if not edition.carries_source:
        yield "A2:6.8-5", "the file carries other files"
        return
    embedded = objects.dictionary(objects.catalog["/Names"])["/EmbeddedFiles"]
    names = objects.array(objects.dictionary(embedded).get("/Names"))
    if len(names) != 2 or associated != names[1:]:
        yield "A4:6.9", "not one file, the source, is embedded and associated"
        return
    yield from _check_specification(objects, objects.dictionary(names[1]))


def _check_specification(objects: Objects, keys: Keys) -> Iterator[Problem]:
    if not keys.get("/F") or keys["/F"] != keys.get("/UF"):
        yield "A4:6.9-2", "an attached file has not one name"
    if keys.get("/AFRelationship") != "/Source":
        yield "A4:6.9-4", "an attached file is not called the source"
    if not text(keys.get("/Desc")).strip():
        yield "UA2:8.14.1-1", "an attached file is not described"
    reference = objects.dictionary(keys.get("/EF")).get("/F")
    stream = objects.dictionary(reference)
    if not stream:
        yield "A4:6.9-5", "an attached file is not embedded"
        return
    if stream.get("/Subtype") != "/application/json":
        yield "A4:6.9-1", f"an attached file is of type {stream.get('/Subtype')}"
    yield from _check_content(objects.stream(reference))


def _check_content(stream: Any) -> Iterator[Problem]:
    source, parameters = stream.read_bytes(), stream.get("/Params", {})
    checksum = md5(source, usedforsecurity=False).digest()
    stated = bytes(parameters.get("/CheckSum", b""))
    if parameters.get("/Size") != len(source) or stated != checksum:
        yield "attachment", "size or checksum of the attached file do not hold"
    try:
        json.loads(source)
    except ValueError as cause:
        yield "attachment", f"the attached source cannot be read: {cause}"
