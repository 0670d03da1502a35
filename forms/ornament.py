"""The line drawings of the papers: braided border, guilloche figure, shanyrak. Pure geometry; no text, no meaning.

Each drawing is a string of page operators, made once per size and kept: the geometry costs more than the
rest of a page.
"""

from collections.abc import Callable, Sequence
from functools import cache
from math import ceil, cos, hypot, pi, sin, tau
from typing import Final

from forms.paper import GOLD, MM, TEAL, Colour, colour

Point = tuple[float, float]
BOW: Final = 4.2  # mm, the radius of the border's corners
TEAL_PALE: Final = colour("cfe3e0")
GOLD_PALE: Final = colour("eedfc0")


@cache
def border(width: float, height: float, left: float, top: float, bottom: float) -> str:
    """A braid of two teal and two gold strands around the sheet, with a fine line on each side.

    *Units* millimetres; `left` is the distance of the braid's middle line from both sides.
    """
    frame = (left * MM, bottom * MM, (width - left) * MM, (height - top) * MM)
    swing, wave = 1.35 * MM, 5.2 * MM
    parts = [_ink(TEAL, 0.35), _rounded(frame, 2.0 * MM), _rounded(frame, -2.0 * MM)]
    parts += [_ink(TEAL, 0.8), _rounded(frame, -2.45 * MM)]
    for ink, phases in ((TEAL, (0.0, pi)), (GOLD, (pi / 2, 3 * pi / 2))):
        parts.append(_ink(ink, 0.42))
        parts += [_braid(frame, swing, wave, phase) for phase in phases]
    parts.append(_ink(GOLD, 0.25))
    parts += [_braid(frame, swing * 0.5, wave, phase) for phase in (0.0, pi)]
    return "\n".join(parts)


@cache
def figure(height: float, x: float, y: float, radius: float) -> str:
    """The guilloche figure behind the text: rosettes of slowly turning petals around one point, in pale inks.

    *Units* millimetres; (x, y) is the figure's middle from the top left corner.
    """
    middle = (x * MM, (height - y) * MM)
    parts = [_ink(TEAL_PALE, 0.3)]
    parts += [_petals(middle, radius * MM * 0.80, radius * MM * 0.20, 16, turn * tau / 16 / 6) for turn in range(6)]
    parts += [_petals(middle, radius * MM * 0.50, radius * MM * 0.14, 12, turn * tau / 12 / 5) for turn in range(5)]
    parts.append(_ink(GOLD_PALE, 0.3))
    parts += [_petals(middle, radius * MM * 0.645, radius * MM * 0.085, 24, turn * tau / 24 / 5) for turn in range(5)]
    parts += [_petals(middle, radius * MM * 0.26, radius * MM * 0.15, 8, turn * tau / 8 / 6) for turn in range(6)]
    return "\n".join(parts)


@cache
def shanyrak(x: float, y: float, radius: float, ink: Colour = GOLD) -> str:
    """The crown of a yurt as a line figure: ring, crossing ribs and short poles.

    *Units* points for the middle (from the bottom left), millimetres for the radius.
    """
    outer = radius * MM
    ring, inner = outer * 0.80, outer * 0.69
    parts = [_ink(ink, 0.9), _circle((x, y), ring), _ink(ink, 0.55), _circle((x, y), inner)]
    parts.append(_ink(ink, 0.3))
    parts += [_petals((x, y), (ring + inner) / 2, (ring - inner) * 0.34, 24, turn * tau / 48) for turn in range(2)]
    parts.append(_ink(ink, 0.7))
    for turn in range(4):
        parts += [_rib((x, y), inner, turn * pi / 2 + pi / 4, bend) for bend in (0.12, 0.28, 0.44)]
    parts.append(_ink(ink, 0.8))
    for pole in range(36):
        angle = pole * tau / 36
        reach = outer if pole % 3 == 0 else outer * 0.93
        parts.append(_stroke([_at((x, y), ring * 1.03, angle), _at((x, y), reach, angle)]))
    return "\n".join(parts)


@cache
def rule(x1: float, x2: float, y: float) -> str:
    """A thin braid as a dividing line, from x1 to x2 at the height y, all in points."""
    parts = []
    for ink, phases in ((TEAL, (0.0, pi)), (GOLD, (pi / 2,))):
        parts.append(_ink(ink, 0.35))
        for phase in phases:
            steps = ceil((x2 - x1) / 1.6)
            points = [(x1 + (x2 - x1) * n / steps, y + 1.5 * sin(n * 1.6 / 2.6 + phase)) for n in range(steps + 1)]
            parts.append(_smooth(points))
    return "\n".join(parts)


def _ink(ink: Colour, points: float) -> str:
    return f"{ink[0]:.3f} {ink[1]:.3f} {ink[2]:.3f} RG {points} w 1 J 1 j"


def _at(middle: Point, radius: float, angle: float) -> Point:
    return middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)


def _stroke(points: Sequence[Point], *, closed: bool = False) -> str:
    head, *rest = points
    lines = "".join(f"{x:.2f} {y:.2f} l " for x, y in rest)
    return f"{head[0]:.2f} {head[1]:.2f} m {lines}{'s' if closed else 'S'}"


def _smooth(points: Sequence[Point], *, closed: bool = False) -> str:
    """A smooth curve through the points (Catmull-Rom as cubic Beziers): a third of the points that lines would need."""
    count = len(points)

    def at(n: int) -> Point:
        return points[n % count] if closed else points[min(max(n, 0), count - 1)]

    parts = [f"{points[0][0]:.1f} {points[0][1]:.1f} m"]
    for n in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(n - 1), at(n), at(n + 1), at(n + 2)
        parts.append(
            f"{bx + (cx - ax) / 6:.1f} {by + (cy - ay) / 6:.1f} {cx - (dx - bx) / 6:.1f} {cy - (dy - by) / 6:.1f} "
            f"{cx:.1f} {cy:.1f} c"
        )
    return " ".join(parts) + (" s" if closed else " S")


def _polar(middle: Point, radius: Callable[[float], float], steps: int) -> str:
    turns = (n * tau / steps for n in range(steps))
    return _smooth([_at(middle, radius(angle), angle) for angle in turns], closed=True)


def _petals(middle: Point, radius: float, swing: float, count: int, turn: float) -> str:
    return _polar(middle, lambda a: radius + swing * sin(count * (a + turn)), count * 6)


def _circle(middle: Point, radius: float) -> str:
    return _polar(middle, lambda _: radius, 24)


def _rib(middle: Point, radius: float, angle: float, bend: float) -> str:
    """One rib of the crown: an arch from rim to rim that passes the middle at a distance."""
    side = (cos(angle + pi / 2), sin(angle + pi / 2))
    ends = [_at(middle, radius, angle + bend), _at(middle, radius, angle + pi - bend)]
    control = (middle[0] + side[0] * radius * bend * 1.75, middle[1] + side[1] * radius * bend * 1.75)
    (ax, ay), (bx, by) = ends
    first = (ax + (control[0] - ax) * 2 / 3, ay + (control[1] - ay) * 2 / 3)
    second = (bx + (control[0] - bx) * 2 / 3, by + (control[1] - by) * 2 / 3)
    return f"{ax:.2f} {ay:.2f} m {first[0]:.2f} {first[1]:.2f} {second[0]:.2f} {second[1]:.2f} {bx:.2f} {by:.2f} c S"


def _rounded(frame: tuple[float, float, float, float], out: float) -> str:
    left, bottom, right, top = frame[0] - out, frame[1] - out, frame[2] + out, frame[3] + out
    bow = BOW * MM + out
    pull = bow * 0.4477  # a quarter of a circle as one cubic curve
    return (
        f"{left + bow:.2f} {top:.2f} m {right - bow:.2f} {top:.2f} l "
        f"{right - pull:.2f} {top:.2f} {right:.2f} {top - pull:.2f} {right:.2f} {top - bow:.2f} c "
        f"{right:.2f} {bottom + bow:.2f} l "
        f"{right:.2f} {bottom + pull:.2f} {right - pull:.2f} {bottom:.2f} {right - bow:.2f} {bottom:.2f} c "
        f"{left + bow:.2f} {bottom:.2f} l "
        f"{left + pull:.2f} {bottom:.2f} {left:.2f} {bottom + pull:.2f} {left:.2f} {bottom + bow:.2f} c "
        f"{left:.2f} {top - bow:.2f} l "
        f"{left:.2f} {top - pull:.2f} {left + pull:.2f} {top:.2f} {left + bow:.2f} {top:.2f} c s"
    )


def _braid(frame: tuple[float, float, float, float], swing: float, wave: float, phase: float) -> str:
    length = 2 * (frame[2] - frame[0] + frame[3] - frame[1])
    waves = round(length / wave)
    return _smooth(_walk(frame, waves * 6, lambda part: swing * sin(tau * waves * part + phase)), closed=True)


def _walk(frame: tuple[float, float, float, float], steps: int, out: Callable[[float], float]) -> list[Point]:
    """Points along a frame with round corners, each pushed outwards by `out(part of the way)`."""
    left, bottom, right, top = frame
    bow = BOW * MM
    sides = [
        ((left + bow, top), (1.0, 0.0), right - left - 2 * bow),
        ((right, top - bow), (0.0, -1.0), top - bottom - 2 * bow),
        ((right - bow, bottom), (-1.0, 0.0), right - left - 2 * bow),
        ((left, bottom + bow), (0.0, 1.0), top - bottom - 2 * bow),
    ]
    arc = bow * pi / 2
    whole = sum(side[2] for side in sides) + 4 * arc
    return [_step(sides, bow, arc, whole * n / steps, out(n / steps)) for n in range(steps)]


def _step(sides: list[tuple[Point, Point, float]], bow: float, arc: float, way: float, out: float) -> Point:
    for (x, y), (dx, dy), length in sides:
        if way <= length:
            return x + dx * way - dy * out, y + dy * way + dx * out
        way -= length
        if way <= arc:
            turn = way / bow  # clockwise from the side's outward direction
            nx, ny = -dy, dx
            cx, cy = x + dx * length - nx * bow, y + dy * length - ny * bow
            ox, oy = nx * cos(turn) + dx * sin(turn), ny * cos(turn) + dy * sin(turn)
            return cx + ox * (bow + out), cy + oy * (bow + out)
        way -= arc
    (x, y), (dx, dy), _ = sides[0]
    return x - dy * out, y + hypot(dx, dy) * out
