"""Kelvin's task files for the measured tasks: seen examples, and test inputs of the part that a task asks for."""

import json
from pathlib import Path
from random import Random

from ..corpus.recall import RecallRule
from ..corpus.rule import Pair
from ..corpus.split import Part
from ..evaluation.measure import SHOTS, Measured

_MOST_SHOTS = max(SHOTS)

_TRIES = 20
"""Draws for each test input: a short list has fewer inputs than are wanted."""


def write_sweep_task(task: Measured, tests: int, number: int, folder: Path) -> Path:
    """A file for `kelvin sweep`. `number` draws other examples, tests and labels."""
    rng = Random(f"sweep {task.name} {number}")
    rule = task.rule(rng)
    shown = list(dict(rule.episode(rng, 2 * _MOST_SHOTS, task.asked)[:-1]).items())[:_MOST_SHOTS]
    asked: dict[str, str] = {}
    for _ in range(_TRIES * tests):
        x, y = rule.episode(rng, 0, task.asked)[-1]
        if len(asked) < tests and x not in dict(shown) and task.is_asked(x):
            asked[x] = y
    return _write(task, shown, list(asked.items()), folder / f"{_file_name(task)}-{number}.json")


def write_recall_task(task: Measured, shots: int, number: int, folder: Path) -> Path:
    """A file for `kelvin evaluate` whose test inputs are the examples themselves."""
    rng = Random(f"recall {shots} {number}")
    rule = task.rule(rng)
    if not isinstance(rule, RecallRule):
        raise TypeError(f"{task.name} is no task of recall.")
    shown = rule.episode(rng, shots, Part.HELD_OUT)[:shots]
    return _write(task, shown, shown, folder / f"recall-{shots}-{number}.json")


def _file_name(task: Measured) -> str:
    return "".join(character if character.isalnum() else "-" for character in task.name.lower())


def _write(task: Measured, shown: list[Pair], asked: list[Pair], path: Path) -> Path:
    # Answers hold what ends them: else the probability of 1 would include that of 17.
    before, _, behind = task.layout.template.partition("{y}")
    end = behind + task.layout.separator
    labels = list(dict.fromkeys(y + end for _, y in [*shown, *asked]))
    content = {
        "kelvin": "task",
        "version": 1,
        "name": task.name,
        "source": "Made by the recipe of Kelvin's bundled model",
        "layout": {"template": before + "{y}", "separator": ""},
        "labels": labels,
        "examples": [{"x": x, "y": y + end} for x, y in shown],
        "tests": [{"x": x, "y": y + end} for x, y in asked],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
