"""The loss curve: a CSV file with a line for each report."""

import csv
import io
from pathlib import Path

from ..files import write_whole

COLUMNS = ["step", "tokens", "seconds", "loss", "rate", "tokens_per_second", "story_nats_per_byte"]
"""`loss` is in nats per token, smoothed; the last column is empty where it was not measured."""


class LossCurve:
    """The curve of a training, cut back to the checkpoint that a sitting starts from."""

    def __init__(self, path: Path, step: int):
        self._path = path
        self._lines: list[list[str]] = []
        if path.exists():
            with path.open(newline="", encoding="utf-8") as file:
                self._lines = [line for line in list(csv.reader(file))[1:] if int(line[0]) <= step]

    def add(
        self, step: int, tokens: int, seconds: float, loss: float, rate: float, speed: float, stories: float | None
    ) -> None:
        """Adds a line and writes the file."""
        numbers = [str(step), str(tokens), f"{seconds:.1f}", f"{loss:.4f}", f"{rate:.4f}", f"{speed:.0f}"]
        self._lines.append([*numbers, "" if stories is None else f"{stories:.4f}"])
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([COLUMNS, *self._lines])
        write_whole(self._path, text.getvalue().encode())
