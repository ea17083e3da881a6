"""The surface: ReportLab's canvas as a pen for one page after another.

Shapes go through the canvas's public methods; text and marked content are written
beside them. Drawing state is set only where it changes.
"""

from collections.abc import Callable
from functools import lru_cache
from math import cos, pi, sin

from reportlab.pdfgen.canvas import Canvas

from pipeline.render.pdf.syntax import number

# The emblem's proportions: ring and star in parts of the radius.
RING_WIDTH, STAR_RADIUS, STAR_WAIST = 0.055, 0.46, 0.382


class Surface(Canvas):  # type: ignore[misc]
    """A canvas that is nothing but a pen.

    The canvas's own constructor is left out: it starts a document that reads clock and
    environment, and pages that name an unembedded font.
    """

    def __init__(self) -> None:
        self._initialFontName, self._initialFontSize, self._initialLeading = "", 0, 0
        self._enforceColorSpace = None
        self._codeStack: list[object] = []
        self.bottomup = 1
        self.start_page()

    def start_page(self) -> None:
        """Forget the drawing state, as a reader does between pages."""
        self._restartAccumulators()
        self.init_graphics_state()
        self.state_stack: list[object] = []
        self.write: Callable[[str], None] = self._code.append
        self._ink = self._pen = ""
        self._type: tuple[str, float] = ("", 0)

    def take_page(self) -> bytes:
        """Return what was painted since the last page began, and begin another."""
        code = "\n".join(self._code)
        self.start_page()
        return code.encode("ascii")

    def ink(self, color: str) -> None:
        """Fill shapes and text in `color` from here on."""
        if color != self._ink:
            self._ink = color
            self.setFillColorRGB(*components(color))

    def type(self, font: str, size: float) -> None:
        """Set text in a font resource at `size` pt from here on."""
        if (font, size) != self._type:
            self._type = (font, size)
            self.write(f"/{font} {number(size)} Tf")

    def show(self, x: float, y: float, encoded: str) -> None:
        """Show the inside of a TJ array of hex strings from (x, y)."""
        self.write(f"1 0 0 1 {number(x)} {number(y)} Tm[<{encoded}>]TJ")

    def panel(self, x: float, y: float, width: float, height: float) -> None:
        """Fill a rectangle with the ink."""
        self.rect(x, y, width, height, stroke=0, fill=1)

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], width: float
    ) -> None:
        """Draw a straight rule `width` pt wide, with the stroke colour."""
        self.setLineWidth(width)
        self.line(*start, *end)

    def stroke(self, color: str) -> None:
        """Draw rules in `color` from here on."""
        if color != self._pen:
            self._pen = color
            self.setStrokeColorRGB(*components(color))

    def emblem(self, x: float, y: float, radius: float) -> None:
        """Draw a ring and a five-pointed star around (x, y)."""
        width = radius * RING_WIDTH
        self.setLineWidth(width)
        self.circle(x, y, radius - width / 2, stroke=1, fill=0)
        star = self.beginPath()
        for point in range(10):
            reach = radius * STAR_RADIUS * (STAR_WAIST if point % 2 else 1)
            angle = pi / 2 + point * pi / 5
            draw = star.lineTo if point else star.moveTo
            draw(x + reach * cos(angle), y + reach * sin(angle))
        star.close()
        self.drawPath(star, stroke=0, fill=1)

    def picture(self, name: str, box: tuple[float, float, float, float]) -> None:
        """Draw the image resource `name` in a box of x, y, width and height."""
        x, y, width, height = (number(each) for each in box)
        self.write(f"q {width} 0 0 {height} {x} {y} cm/{name} Do Q")


@lru_cache(maxsize=256)
def components(color: str) -> tuple[float, float, float]:
    """Return red, green and blue of `#rrggbb` in 0 to 1."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
