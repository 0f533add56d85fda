"""Accuracy against the number of examples in the prompt."""

from dataclasses import dataclass
from random import Random

from tokenizers import Tokenizer
from transformers import LlamaForCausalLM

from .measure import SHOTS, TASKS, Measured
from .scoring import log_probabilities

_BATCH = 32


@dataclass(frozen=True)
class Accuracy:
    """The accuracy of a model. `greedy` counts answers whose every token is the likeliest; both are 0..1."""

    greedy: float
    probability: float
    """The mean probability of the right answer and what ends it."""


def accuracies(network: LlamaForCausalLM, tokenizer: Tokenizer, prompts: int) -> dict[str, dict[int, Accuracy]]:
    """For each task and number of shots, over so many prompts with one item each."""
    return {
        task.name: {shots: _accuracy(network, tokenizer, task, shots, prompts) for shots in SHOTS} for task in TASKS
    }


def _accuracy(network: LlamaForCausalLM, tokenizer: Tokenizer, task: Measured, shots: int, prompts: int) -> Accuracy:
    texts = [prompt_and_answer(task, shots, number) for number in range(prompts)]
    greedy = probability = 0.0
    for start in range(0, prompts, _BATCH):
        part = texts[start : start + _BATCH]
        with_answer = [tokenizer.encode(prompt + answer).ids for prompt, answer in part]
        # The answer begins where the two encodings part.
        firsts = [
            _common(ids, tokenizer.encode(prompt).ids) for ids, (prompt, _) in zip(with_answer, part, strict=True)
        ]
        for scores, best in log_probabilities(network, with_answer, firsts):
            greedy += float(best.all())
            probability += float(scores.sum().exp())
    return Accuracy(greedy / prompts, probability / prompts)


def prompt_and_answer(task: Measured, shots: int, number: int) -> tuple[str, str]:
    """A prompt of the task, the same for every model, and the right answer to it."""
    rng = Random(f"{task.name} {shots} {number}")
    *shown, (x, y) = task.rule(rng).episode(rng, shots, task.asked)
    examples = [task.layout.example(*pair) for pair in shown]
    return task.layout.join([*examples, task.layout.prompt(x)]), task.layout.answer(y)


def _common(first: list[int], second: list[int]) -> int:
    count = 0
    while count < min(len(first), len(second)) and first[count] == second[count]:
        count += 1
    return count
