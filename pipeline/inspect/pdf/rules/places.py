"""Where a finding is: pages and object numbers of elements and annotations."""

from collections.abc import Iterator

from pipeline.inspect.pdf.fonts import Font
from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.pages import Page
from pipeline.inspect.pdf.rule import Break
from pipeline.inspect.pdf.tree import Element
from pipeline.inspect.pdf.values import Value, own


def at(file: File, element: Element, message: str) -> Break:
    """Return a finding about an element, on the page where it stands."""
    waiting, looked = [element], 0
    while waiting and looked < 100:
        each = waiting.pop(0)
        looked += 1
        if each.page in file.page_numbers:
            return Break(message, file.page_numbers[each.page], element.number)
        waiting += each.kids
    return Break(message, None, element.number)


def annotations(file: File) -> Iterator[tuple[Page, Value]]:
    """Yield every annotation with its page."""
    for page in file.pages:
        for annotation in page.annotations:
            yield page, annotation


def on(page: Page, value: Value, message: str) -> Break:
    """Return a finding about something on a page."""
    return Break(message, page.number, own(value))


def in_font(font: Font, message: str) -> Break:
    """Return a finding about a font, on the first page that uses it."""
    return Break(f"{font.called} {message}", font.page, font.number)
