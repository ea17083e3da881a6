"""Remarks behind a value: YAML would cut them off, and with them words of a title.

`title: C# and F #1` reads as `C# and F`. So a remark stands on a line of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from yaml.events import Event, ScalarEvent

from pipeline.load.positions import Positioned

_REMARK = re.compile(r"[ \t]+(#.*)")
_SHOWN = 60


def refusing_remarks(
    events: Iterable[Event], lines: Sequence[str], found: Positioned, first_line: int
) -> Iterator[Event]:
    """Yield `events` of the text in `lines`, refusing remarks behind plain values."""
    for event in events:
        if isinstance(event, ScalarEvent) and not event.style and event.end_mark:
            row, end = event.end_mark.line, event.end_mark.column
            match = _REMARK.match(lines[row], end) if row < len(lines) else None
            if match:
                message = f"`{match[1][:_SHOWN]}` is cut off as a remark"
                hint = (
                    "put a value that holds ` #` in quotes, "
                    "and a remark on a line of its own"
                )
                place = (row + first_line + 1, match.start(1) + 1)
                found.refuse(*place, "remark", message, hint)
        yield event
