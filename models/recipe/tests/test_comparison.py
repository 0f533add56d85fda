"""If these fail, the table of the old and the new model compares something else than it says."""

import json
from pathlib import Path

import pytest

from recipe.evaluation.measure import SHOTS, TASKS, Measured, asked_of_neither
from recipe.evaluation.notes import PROMPTS
from recipe.kelvin.compare import Report, Score, comparison
from recipe.kelvin.program import Kelvin
from recipe.kelvin.task_files import write_recall_task, write_sweep_task

OPPOSITES = next(task for task in TASKS if task.name == "opposites")
RECALL = next(task for task in TASKS if task.name == "recall of made-up pairs")
SWEPT = [task for task in TASKS if task is not RECALL]


def report(name: str, accuracies: list[float], said: str) -> Report:
    scores = {"sums": {shots: Score(accuracy, 0.5) for shots, accuracy in zip(SHOTS, accuracies, strict=True)}}
    return Report(name, 0.5, scores, [said] * len(PROMPTS))


@pytest.mark.parametrize("task", SWEPT, ids=lambda task: task.name)
def test_a_swept_task_shows_eight_examples_and_asks_for_others(task: Measured, tmp_path: Path) -> None:
    content = json.loads(write_sweep_task(task, 16, 0, tmp_path).read_text(encoding="utf-8"))
    shown, asked = ({pair["x"] for pair in content[part]} for part in ("examples", "tests"))
    assert len(content["examples"]) == max(SHOTS)
    assert len(asked) >= 4
    assert not shown & asked
    assert {pair["y"] for pair in content["tests"]} <= set(content["labels"])


def test_what_another_model_was_trained_to_answer_can_be_left_out(tmp_path: Path) -> None:
    every = json.loads(write_sweep_task(OPPOSITES, 40, 0, tmp_path).read_text(encoding="utf-8"))["tests"]
    known = frozenset(pair["x"].casefold() for pair in every[::2])
    (task,) = [task for task in asked_of_neither(known) if task.name == "opposites, asked of neither"]
    asked = json.loads(write_sweep_task(task, 40, 0, tmp_path).read_text(encoding="utf-8"))["tests"]
    assert {pair["x"] for pair in asked} == {pair["x"] for pair in every[1::2]}


@pytest.mark.parametrize(("name", "end"), [("~ is the sum", "\n"), ("kinds of things", ".\n")])
def test_an_answer_holds_what_ends_it(name: str, end: str, tmp_path: Path) -> None:
    task = next(task for task in TASKS if task.name == name)
    content = json.loads(write_sweep_task(task, 16, 0, tmp_path).read_text(encoding="utf-8"))
    assert all(label.endswith(end) and label.count(end) == 1 for label in content["labels"])
    assert content["layout"] == {"template": task.layout.template.partition("{y}")[0] + "{y}", "separator": ""}


def test_a_recall_task_asks_for_what_it_shows(tmp_path: Path) -> None:
    content = json.loads(write_recall_task(RECALL, 4, 0, tmp_path).read_text(encoding="utf-8"))
    assert content["examples"] == content["tests"]
    assert len(content["examples"]) == 4


def test_the_table_says_what_is_better_worse_and_falling() -> None:
    old = report("old", [0.0, 0.1, 0.2, 0.5, 0.5], " 16")
    text = comparison(old, report("new", [0.0, 0.1, 0.2, 0.9, 0.8], " 17"))
    assert "better on 1 of 1 tasks" in text
    assert "better by more than 0.03 on: sums." in text
    assert "`Q: 2 ~ 3 = ?⏎A: 5⏎Q: 6 ~ 7 = ?⏎A: 13⏎Q: 15 ~ 2 = ?⏎A:` | ` 17` | ` 16` wrong | ` 17` right" in text
    assert "worse by more than 0.03 on: sums -0.30." in comparison(old, report("new", [0.0, 0.1, 0.2, 0.2, 0.2], ""))


def test_a_longer_number_is_another_answer() -> None:
    sum_of_15_and_2 = next(noted for noted in PROMPTS if noted.answer == " 17")
    assert sum_of_15_and_2.is_right(" 17\nQ:")
    assert sum_of_15_and_2.is_right(" → 17")
    assert not sum_of_15_and_2.is_right(" 170")


def test_what_kelvin_says_against_a_command_is_passed_on(tmp_path: Path) -> None:
    launcher = tmp_path / "kelvin"
    launcher.write_text("#!/bin/sh\necho 'kelvin: there is no such folder' >&2\nexit 3\n")
    launcher.chmod(0o755)
    with pytest.raises(ValueError, match="there is no such folder"):
        Kelvin(launcher, tmp_path).ask("score", "x")
