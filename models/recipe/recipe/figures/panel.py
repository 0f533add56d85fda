"""A panel of a figure in SVG: axes, their labels and lines, on any background."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

INK = "#7a7a7a"
"""Text and axes: readable on white and on black."""

COLORS = ("#2f7ed8", "#d8732f")

Point = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """An axis from the first to the last tick."""

    ticks: Sequence[float]
    label: str = ""

    def share(self, value: float) -> float:
        """The place of a value, 0 at the first tick and 1 at the last."""
        return (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])


@dataclass(frozen=True)
class Panel:
    """A rectangle in which lines are drawn; all lengths are pixels."""

    left: float
    top: float
    width: float
    height: float
    across: Axis
    up: Axis

    def frame(self, title: str) -> list[str]:
        """The title, the ticks with their numbers, and the labels of the axes."""
        bottom = self.top + self.height
        drawn = [text(self.left, self.top - 10, title, weight="600")]
        for tick in self.up.ticks:
            y = self._at(self.across.ticks[0], tick)[1]
            drawn.append(_line(self.left, y, self.left + self.width, y))
            drawn.append(text(self.left - 6, y + 4, f"{tick:g}", "end"))
        for tick in self.across.ticks:
            x = self._at(tick, self.up.ticks[0])[0]
            drawn.append(_line(x, bottom, x, bottom + 4, 1))
            drawn.append(text(x, bottom + 17, f"{tick:g}", "middle"))
        drawn.append(text(self.left + self.width, bottom + 33, self.across.label, "end"))
        return drawn

    def line(self, points: Sequence[Point], color: str, name: str = "") -> list[str]:
        """A line through points, named at its end."""
        places = [self._at(*point) for point in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        drawn = [f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>']
        if name:
            x, y = places[-1]
            drawn.append(text(x + 6, y + 4, name, color=color))
        return drawn

    def _at(self, x: float, y: float) -> Point:
        return self.left + self.width * self.across.share(x), self.top + self.height * (1 - self.up.share(y))


def text(x: float, y: float, content: str, anchor: str = "start", color: str = INK, weight: str = "400") -> str:
    """A line of text."""
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{color}" font-weight="{weight}"'
    return f"<text {place}>{escape(content)}</text>"


def document(width: float, height: float, drawn: Sequence[str]) -> str:
    """A whole SVG file."""
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    font = 'font-family="Inter, sans-serif" font-size="12"'
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font}>', *drawn, "</svg>", ""])


def _line(x1: float, y1: float, x2: float, y2: float, opacity: float = 0.25) -> str:
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{INK}" stroke-opacity="{opacity:g}"/>'
