"""Widths in the drawings of CFF and Type 1 glyphs, which begin with them."""

import struct

DEEPEST = 10
MOST_STEPS = 5000
STEMS, MASKS = (1, 3, 18, 23), (19, 20)
MOVES = {21: 2, 22: 1, 4: 1}
CALL, CALL_SHARED, RETURN, END = 10, 29, 11, 14


def width_in(drawing: bytes, subrs: list[bytes], shared: list[bytes]) -> float | None:
    """Return the width stated by a Type 2 charstring, less the nominal; None if none.

    Adobe Technical Note 5177, 3.1: it is the first operand, where there is one more
    than the first operator takes.
    """
    stack: list[float] = []
    calls = [(drawing, 0)]
    for _ in range(MOST_STEPS):
        if not calls:
            return None
        code, at = calls.pop()
        if at >= len(code):
            continue
        first = code[at]
        if first >= 32 or first == 28:
            value, at = _number(code, at)
            stack.append(value)
            calls.append((code, at))
        elif first in (CALL, CALL_SHARED) and stack:
            calls.append((code, at + 1))
            called = _called(subrs if first == CALL else shared, stack.pop())
            if called is not None and len(calls) < DEEPEST:
                calls.append((called, 0))
        elif first != RETURN:
            return _stated(first, stack)
    return None


def _called(subrs: list[bytes], number: float) -> bytes | None:
    bias = 107 if len(subrs) < 1240 else 1131 if len(subrs) < 33900 else 32768
    at = int(number) + bias
    return subrs[at] if 0 <= at < len(subrs) else None


def _stated(operator: int, stack: list[float]) -> float | None:
    if operator in STEMS or operator in MASKS:
        has_width = len(stack) % 2 == 1
    elif operator in MOVES:
        has_width = len(stack) > MOVES[operator]
    else:
        has_width = operator == END and len(stack) in (1, 5)
    return stack[0] if has_width else None


def _number(code: bytes, at: int) -> tuple[float, int]:
    first, rest = code[at], code[at + 1 : at + 5] + b"\0\0\0\0"
    if first == 28:
        return struct.unpack_from(">h", rest)[0], at + 3
    if first <= 246:
        return first - 139, at + 1
    if first <= 250:
        return (first - 247) * 256 + rest[0] + 108, at + 2
    if first <= 254:
        return -(first - 251) * 256 - rest[0] - 108, at + 2
    return struct.unpack_from(">l", rest)[0] / 65536, at + 5


def width_of_type_1(drawing: bytes) -> float | None:
    """Return the width stated by a Type 1 charstring, after decryption."""
    stack: list[float] = []
    at = 0
    while at < len(drawing):
        first = drawing[at]
        if first == 255:
            rest = drawing[at + 1 : at + 5] + b"\0\0\0\0"
            stack.append(struct.unpack_from(">l", rest)[0])
            at += 5
        elif first >= 32:
            value, at = _number(drawing, at)
            stack.append(value)
        elif drawing[at : at + 2] == b"\x0c\x0c" and len(stack) > 1:
            below = stack.pop()
            stack[-1] = stack[-1] / below if below else 0
            at += 2
        elif first == 13 and len(stack) > 1:  # hsbw
            return stack[1]
        elif drawing[at : at + 2] == b"\x0c\x07" and len(stack) > 2:  # sbw
            return stack[2]
        else:
            return None
    return None
