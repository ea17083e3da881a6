"""Colour spaces: which device colours one comes down to, and what it is built of."""

from collections.abc import Iterator

from pipeline.inspect.pdf.values import Value, elements, entry, is_array, name

SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
DEVICES = {
    "DeviceGray": "/DefaultGray",
    "DeviceRGB": "/DefaultRGB",
    "DeviceCMYK": "/DefaultCMYK",
}
DEEPEST = 8


def resolve(value: Value, resources: Value) -> Value:
    """Return the space that a name stands for among the resources, if it is one."""
    label = value if isinstance(value, str) else name(value)
    if label is None:
        return value
    return entry(resources, "/ColorSpace", f"/{label}") or SHORT.get(label, label)


def parts(space: Value, resources: Value, depth: int = 0) -> Iterator[Value]:
    """Yield a colour space and those on which it rests, names as text."""
    label = space if isinstance(space, str) else name(space)
    if label is not None:
        default = DEVICES.get(label)
        override = entry(resources, "/ColorSpace", default) if default else None
        if override is not None and depth < DEEPEST:
            yield from parts(override, None, depth + 1)
        else:
            yield label
        return
    if not is_array(space) or depth > DEEPEST:
        return
    yield space
    listed = elements(space)
    match name(listed[0]) if listed else None:
        case "Indexed" | "I" | "Pattern" if len(listed) > 1:
            below = resolve(listed[1], resources)
        case "Separation" | "DeviceN" if len(listed) > 2:
            below = resolve(listed[2], resources)
        case "DeviceGray" | "DeviceRGB" | "DeviceCMYK":
            below = name(listed[0])
        case _:
            return
    yield from parts(below, resources, depth + 1)
