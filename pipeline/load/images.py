"""One picture's bytes to an upright sRGB or grey picture without metadata.

Pillow is imported here and nowhere else; a sheet without pictures does not load this.
"""

import io

from PIL import Image, ImageCms, ImageOps

from pipeline.load.pictures import PictureError
from pipeline.tree import Picture

MAX_PIXELS = 40_000_000
# Beyond this ratio of its sides a picture shows as a line.
MAX_RATIO = 200
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")

# Our own limit is checked before any pixel is decoded.
Image.MAX_IMAGE_PIXELS = None


def normalized(data: bytes, name: str) -> Picture:
    """Return the picture in `data`; raise PictureError if it cannot be printed."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            _check(opened, name)
            kind = opened.format
            opened.load()
            image = _plain(opened)
    except PictureError:
        raise
    except Exception as problem:
        # Decoders raise whatever they like on broken input: OSError, SyntaxError, …
        message = f"`{name}` cannot be read as a picture: {_first_line(problem)}"
        hint = "export it again as PNG or JPEG"
        raise PictureError("picture-broken", message, hint) from problem
    return _encoded(image, is_photo=kind in ("JPEG", "WEBP"))


def _first_line(problem: Exception) -> str:
    words = str(problem).partition("\n")[0].partition(" <_io")[0]
    return words or type(problem).__name__


def _check(image: Image.Image, name: str) -> None:
    width, height = image.size
    if getattr(image, "n_frames", 1) > 1:
        message = f"`{name}` is animated, which paper cannot show"
        raise PictureError("picture-animated", message, "export one frame of it")
    if width * height > MAX_PIXELS:
        message = (
            f"`{name}` has {width:,} x {height:,} pixels, a picture may have "
            f"{MAX_PIXELS:,} in all"
        )
        raise PictureError("picture-size", message, "export it smaller")
    if max(width, height) > MAX_RATIO * min(width, height):
        message = f"`{name}` has {width:,} x {height:,} pixels and shows as a line"
        raise PictureError("picture-shape", message, "crop it")


def _plain(image: Image.Image) -> Image.Image:
    """Return `image` upright, on white, in sRGB or grey, eight bits a channel."""
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        upright = _eight_bits(upright)
    if upright.mode in ("P", "PA") or "transparency" in upright.info:
        upright = upright.convert("RGBA")
    if upright.mode in ("RGBA", "LA", "La", "RGBa"):
        upright = _on_white(upright)
    if profile and upright.mode in ("RGB", "CMYK"):
        upright = _in_srgb(upright, profile)
    is_grey = upright.mode in ("1", "L")
    return upright.convert("L" if is_grey else "RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    wide = image.convert("I")
    return wide.point(lambda value: value / 256).convert("L")


def _on_white(image: Image.Image) -> Image.Image:
    layers = image.convert("RGBA")
    paper = Image.new("RGBA", layers.size, "white")
    return Image.alpha_composite(paper, layers).convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return `image` in sRGB; a profile that cannot be read is as good as none."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image


def _encoded(image: Image.Image, is_photo: bool) -> Picture:
    buffer = io.BytesIO()
    # A new image: nothing of the old one's metadata can come along.
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    if is_photo:
        bare.save(buffer, "JPEG", quality=90, subsampling=0)
    else:
        bare.save(buffer, "PNG", optimize=True)
    media_type = "image/jpeg" if is_photo else "image/png"
    return Picture(buffer.getvalue(), media_type, *image.size)
