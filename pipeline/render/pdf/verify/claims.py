"""What a file must have that claims what its edition claims, apart from its content.

One function for each part of the file; every finding carries a rule's id (`rules`).
"""

import re
from collections.abc import Iterator

from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.verify.attachments import check_attachments
from pipeline.render.pdf.verify.content import Problem
from pipeline.render.pdf.verify.objects import Objects, Reference, text
from pipeline.render.pdf.verify.packet import check_metadata
from pipeline.render.pdf.verify.reading import Reading, Tag
from pipeline.render.pdf.verify.tagrules import LANGUAGE, check_tags, walk
from pipeline.tree import Document, Meta

ACTIONS = {"/URI", "/GoTo"}
ACTING = {"/OpenAction", "/AA", "/AcroForm"}


def check_claims(
    data: bytes, reading: Reading, document: Document, edition: Edition
) -> Iterator[Problem]:
    """Yield every rule that the file breaks."""
    yield from _check_syntax(data, reading, edition)
    yield from _check_catalog(reading, document.meta)
    yield from check_metadata(reading, document.meta, edition)
    yield from check_attachments(reading.objects, edition)
    yield from _check_pages(reading)
    if reading.root is not None:
        yield from _check_types(reading.objects, reading.root, edition)
        yield from check_tags(reading.root)


def _check_syntax(data: bytes, reading: Reading, edition: Edition) -> Iterator[Problem]:
    major, minor = edition.version
    lines = data[:80].split(b"\n")
    if lines[0] != b"%%PDF-%d.%d" % (major, minor):
        yield "A2:6.1.2-1", f"the file does not begin with %PDF-{major}.{minor}"
    if len(lines) < 2 or not re.match(rb"%[\x80-\xff]{4}", lines[1]):
        yield "A2:6.1.2-2", "the second line does not say that the file is binary"
    if not data.endswith(b"%%EOF\n"):
        yield "A2:6.1.3-3", "the file goes on after its end"
    trailer = reading.objects.trailer
    if len(reading.objects.array(trailer.get("/ID"))) != 2:
        yield "A2:6.1.3-1", "the file has no identifier"
    if "/Encrypt" in trailer:
        yield "A2:6.1.3-2", "the file is encrypted"


def _check_catalog(reading: Reading, meta: Meta) -> Iterator[Problem]:
    objects, root = reading.objects, reading.objects.catalog
    mark_info = objects.dictionary(root.get("/MarkInfo"))
    if mark_info.get("/Marked") is not True or "/Suspects" in mark_info:
        yield "UA1:6.2-1", "the file does not say that it is tagged"
    lang = text(root.get("/Lang"))
    if lang != meta.lang or not LANGUAGE.fullmatch(meta.lang):
        yield "UA1:7.2-34", f"the language is `{lang}`, not `{meta.lang}`"
    preferences = objects.dictionary(root.get("/ViewerPreferences"))
    if preferences.get("/DisplayDocTitle") is not True:
        yield "UA1:7.1-10", "the window would not show the title"
    names = objects.dictionary(root.get("/Names"))
    if "/JavaScript" in names or not ACTING.isdisjoint(root):
        yield "A2:6.5.2-2", "the file acts by itself"
    yield from _check_intent(objects)


def _check_intent(objects: Objects) -> Iterator[Problem]:
    intents = map(
        objects.dictionary, objects.array(objects.catalog.get("/OutputIntents"))
    )
    profiles = [
        intent.get("/DestOutputProfile")
        for intent in intents
        if intent.get("/S") == "/GTS_PDFA1"
    ]
    if len(profiles) != 1 or profiles[0] is None:
        yield "A2:6.2.4.3-2", "device colours have no output intent"
        return
    profile, keys = objects.content(profiles[0]), objects.dictionary(profiles[0])
    if profile[12:20] != b"mntrRGB " or profile[8] >= 5 or keys.get("/N") != 3:
        yield "A2:6.2.3-1", "the output profile is no RGB display profile"


def _check_pages(reading: Reading) -> Iterator[Problem]:
    for number, page in enumerate(reading.pages, start=1):
        if page.get("/Tabs") != "/S":
            yield "UA1:7.18.3-1", f"page {number}: links have no order"
        if page.get("/StructParents", -1) not in reading.parents:
            yield "parent-tree", f"page {number} is not in the parent tree"
        if "/AA" in page or "/Trans" in page:
            yield "A2:6.5.2-1", f"page {number} acts by itself"
        for annotation in reading.objects.array(page.get("/Annots")):
            yield from _check_annotation(reading.objects, annotation, number)


def _check_annotation(
    objects: Objects, annotation: Reference, page: int
) -> Iterator[Problem]:
    keys = objects.dictionary(annotation)
    if keys.get("/Subtype") != "/Link":
        yield "A2:6.3.1-1", f"page {page}: an annotation is no link"
    action = objects.dictionary(keys.get("/A"))
    if action.get("/S") not in ACTIONS or "/Next" in action:
        yield "A2:6.5.1-1", f"page {page}: a link does more than lead somewhere"


def _check_types(objects: Objects, root: Tag, edition: Edition) -> Iterator[Problem]:
    """Check which types the tree knows: its role map and its namespaces."""
    tree = objects.dictionary(objects.catalog["/StructTreeRoot"])
    roles = objects.dictionary(tree.get("/RoleMap"))
    found = {key[1:]: str(value)[1:] for key, value in roles.items()}
    if found != dict(edition.fallbacks):
        yield "UA1:7.1-5", f"the role map is {found}, not {dict(edition.fallbacks)}"
    namespaces = map(objects.dictionary, objects.array(tree.get("/Namespaces")))
    listed = [text(each.get("/NS")) for each in namespaces]
    used = {tag.namespace for tag, _ in walk(root) if tag.namespace}
    if sorted(listed) != sorted(used):
        yield "UA2:8.2.4-1", f"the tree lists the namespaces {listed}, not {used}"
