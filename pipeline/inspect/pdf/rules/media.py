"""Media clips: of a stated type, and described."""

from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.rules.places import annotations
from pipeline.inspect.pdf.values import Value, elements, entry, has, is_keyed, own, text


@rule("UA1:7.18.6.2-1")
def media_clips_say_their_type(file: File) -> Iterator[Break]:
    """Data of a media clip have a content type (CT)."""
    for page, clip in _clips(file):
        if not has(clip, "/CT"):
            yield Break("a media clip has no content type", page, own(clip))


@rule("UA1:7.18.6.2-2")
def media_clips_are_described(file: File) -> Iterator[Break]:
    """Data of a media clip have an alternative text (Alt), by language."""
    for page, clip in _clips(file):
        said = [text(each) for each in elements(entry(clip, "/Alt"))]
        if not said or len(said) % 2 or not all(said[1::2]):
            yield Break("a media clip has no alternative text", page, own(clip))


def _clips(file: File) -> Iterator[tuple[int, Value]]:
    for page, annotation in annotations(file):
        clip = entry(annotation, "/A", "/R", "/C")
        if is_keyed(clip):
            yield page.number, clip
