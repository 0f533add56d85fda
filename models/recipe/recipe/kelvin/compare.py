"""Compares two model folders in one table, with what Kelvin says about both."""

import json
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ..evaluation.measure import SHOTS, Measured
from ..evaluation.notes import PROMPTS, NotedPrompt
from ..markdown import code, head, row
from .program import Kelvin
from .task_files import write_recall_task, write_sweep_task

_TESTS = 16
_ANSWER_TOKENS = 8

_STORY_CHARACTERS = 1400
"""Longer stories are left out: with another tokenizer they may not fit the context."""

SLACK = 0.03
"""Accuracies that differ by no more count as equal."""


@dataclass(frozen=True)
class Score:
    """The quality of the answers, 0..1: right among all answers of the file, and the right one's mean probability."""

    accuracy: float
    probability: float


@dataclass(frozen=True)
class Report:
    """The measurements of a model by Kelvin."""

    model: str
    story_nats_per_byte: float
    scores: dict[str, dict[int, Score]]
    """By task and shots."""
    notes: list[str]
    """The continuations of the lecture notes' prompts, in their order."""


def report(kelvin: Kelvin, unseen_stories: Path, stories: int, draws: int, tasks: list[Measured]) -> Report:
    """Everything measured: so many stories, and so many task files for each of the tasks."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        texts = json.loads(unseen_stories.read_text(encoding="utf-8"))
        loss = _story_loss(kelvin, [text for text in texts if len(text) <= _STORY_CHARACTERS][:stories], place)
        scores = {}
        for task in tasks:
            print(f"{kelvin.model.name}: {task.name}", file=sys.stderr, flush=True)
            scores[task.name] = _scores(kelvin, task, draws, place)
    said = [
        kelvin.ask("generate", "--prompt", noted.prompt, "--draw", "greedy", "--max-tokens", str(_ANSWER_TOKENS))
        for noted in PROMPTS
    ]
    return Report(
        kelvin.model.name, loss, scores, ["".join(step["token"] for step in answer["steps"]) for answer in said]
    )


def _scores(kelvin: Kelvin, task: Measured, draws: int, place: Path) -> dict[int, Score]:
    recalled = task.name.startswith("recall")
    found = _recalled(kelvin, task, draws, place) if recalled else _swept(kelvin, task, draws, place)
    return {
        shots: Score(
            statistics.fmean(right for right, _ in answers), statistics.fmean(probability for _, probability in answers)
        )
        for shots, answers in found.items()
    }


_Answers = dict[int, list[tuple[bool, float]]]
"""By shots: whether each answer was right, and the probability of the right one."""


def _swept(kelvin: Kelvin, task: Measured, draws: int, place: Path) -> _Answers:
    found: _Answers = {shots: [] for shots in SHOTS}
    for number in range(draws):
        path = write_sweep_task(task, _TESTS, number, place)
        tests = len(json.loads(path.read_text(encoding="utf-8"))["tests"])
        at = ",".join(map(str, SHOTS))
        answer = kelvin.ask("sweep", str(path), "--at", at, "--draws", str(_TESTS - 1), "--tests", str(tests))
        for point in answer["points"]:
            found[point["shots"]].append((point["choice"] == point["answer"], point["answerProbability"]))
    return found


def _recalled(kelvin: Kelvin, task: Measured, draws: int, place: Path) -> _Answers:
    found: _Answers = {}
    for shots in SHOTS[1:]:
        found[shots] = []
        for number in range(max(draws, _TESTS * draws // shots)):
            answer = kelvin.ask("evaluate", str(write_recall_task(task, shots, number, place)))
            for item in answer["items"]:
                found[shots].append((item["right"], item["probabilities"][item["y"]] * item["labelMass"]))
    return found


def _story_loss(kelvin: Kelvin, texts: list[str], place: Path) -> float:
    nats = size = 0.0
    for text in texts:
        path = place / "story.txt"
        path.write_text(text, encoding="utf-8")
        nats -= kelvin.ask("score", "--prompt-file", str(path))["totalLogProbability"]
        size += len(text.encode())
    return nats / size


def comparison(old: Report, new: Report) -> str:
    """Two reports as Markdown: accuracy / mean probability of the right answer, old above new."""
    gain = new.story_nats_per_byte - old.story_nats_per_byte
    lines = [
        f"Unseen stories, in nats a byte: {old.model} {old.story_nats_per_byte:.4f}, "
        f"{new.model} {new.story_nats_per_byte:.4f} ({gain:+.4f}).",
        "",
        *head(["task", "model", *map(str, SHOTS)]),
    ]
    for task in old.scores:
        for name, found in ((task, old), ("", new)):
            lines.append(row([name, found.model, *(_cell(found.scores[task].get(shots)) for shots in SHOTS)]))
    lines += ["", *_verdicts(old, new), "", *head(["prompt", "right", old.model, new.model])]
    for noted, *said in zip(PROMPTS, old.notes, new.notes, strict=True):
        lines.append(row([code(noted.prompt), code(noted.answer or ""), *(_judged(noted, text) for text in said)]))
    return "\n".join(lines)


def _verdicts(old: Report, new: Report) -> list[str]:
    most = SHOTS[-1]
    gains = {task: new.scores[task][most].accuracy - old.scores[task][most].accuracy for task in old.scores}
    better = sum(gain > 0 for gain in gains.values())
    worse = [f"{task} {gain:+.2f}" for task, gain in gains.items() if gain < -SLACK]
    falls = [task for task, by_shots in new.scores.items() if _best(by_shots) - by_shots[most].accuracy > SLACK]
    return [
        f"At {most} shots {new.model} is better on {better} of {len(gains)} tasks; "
        f"worse by more than {SLACK} on: {', '.join(worse) or 'none'}.",
        f"With fewer shots it is better by more than {SLACK} on: {', '.join(falls) or 'none'}.",
    ]


def _best(by_shots: dict[int, Score]) -> float:
    return max(score.accuracy for score in by_shots.values())


def _cell(score: Score | None) -> str:
    return "" if score is None else f"{score.accuracy:.2f} / {score.probability:.2f}"


def _judged(noted: NotedPrompt, said: str) -> str:
    verdict = "" if noted.answer is None else " right" if noted.is_right(said) else " wrong"
    return code(said) + verdict
