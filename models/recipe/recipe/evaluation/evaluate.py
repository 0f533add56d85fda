"""Measures the model of a checkpoint in PyTorch: quick, for comparing runs."""

import dataclasses
import json
from typing import Any

import torch
from tokenizers import Tokenizer
from transformers import LlamaForCausalLM

from ..files import write_whole
from ..markdown import code, head, row
from ..network import build_network, weight_count
from ..settings import Settings
from ..training import checkpoint
from ..work import Work
from .measure import SHOTS
from .notes import PROMPTS
from .shots import Accuracy, accuracies
from .stories import Stories

_ANSWER_TOKENS = 8


def trained_network(settings: Settings, work: Work) -> tuple[LlamaForCausalLM, Tokenizer, int]:
    """The network of the last checkpoint, its tokenizer, and the steps done. Raises ValueError before the first."""
    found = checkpoint.load(work.checkpoint)
    if found is None:
        raise ValueError(f"There is no {work.checkpoint}; train first.")
    tokenizer = Tokenizer.from_file(str(work.tokenizer))
    network = build_network(settings, tokenizer.get_vocab_size())
    network.load_state_dict(found.model)
    return network.eval(), tokenizer, found.step


def evaluate(settings: Settings, work: Work, prompts: int) -> dict[str, Any]:
    """Everything measured, also written to the work folder."""
    network, tokenizer, step = trained_network(settings, work)
    found = {
        "weights": weight_count(network),
        "step": step,
        "tokens": step * settings.step_tokens,
        "storyNatsPerByte": Stories(work.unseen_stories, tokenizer, settings.context).nats_per_byte(network),
        "prompts": prompts,
        "accuracies": {
            task: {str(shots): dataclasses.asdict(accuracy) for shots, accuracy in by_shots.items()}
            for task, by_shots in accuracies(network, tokenizer, prompts).items()
        },
        "notes": [
            {
                "prompt": noted.prompt,
                "answer": noted.answer,
                "said": said,
                "right": noted.is_right(said),
            }
            for noted in PROMPTS
            for said in [continuation(network, tokenizer, noted.prompt)]
        ],
    }
    write_whole(work.evaluation, json.dumps(found, ensure_ascii=False, indent=1).encode())
    return found


@torch.no_grad()
def continuation(network: LlamaForCausalLM, tokenizer: Tokenizer, prompt: str) -> str:
    """The likeliest next tokens, one after the other, as text."""
    ids = tokenizer.encode(prompt).ids
    asked = len(ids)
    for _ in range(_ANSWER_TOKENS):
        ids.append(int(network(input_ids=torch.tensor([ids]), use_cache=False).logits[0, -1].argmax()))
    return tokenizer.decode(ids[asked:])


def table(found: dict[str, Any]) -> str:
    """The measures as Markdown: greedy accuracy / mean probability of the right answer by shots."""
    lines = [
        f"{found['weights']:,} weights after {found['tokens'] / 1e6:.1f} M tokens: "
        f"{found['storyNatsPerByte']:.4f} nats a byte on unseen stories.",
        "",
        *head(["task", *map(str, SHOTS)]),
    ]
    for task, by_shots in found["accuracies"].items():
        lines.append(row([task, *(_cell(Accuracy(**by_shots[str(shots)])) for shots in SHOTS)]))
    lines += ["", *head(["prompt", "says", ""])]
    lines += [row([code(note["prompt"]), code(note["said"]), _verdict(note)]) for note in found["notes"]]
    return "\n".join(lines)


def _cell(accuracy: Accuracy) -> str:
    return f"{accuracy.greedy:.2f} / {accuracy.probability:.2f}"


def _verdict(note: dict[str, Any]) -> str:
    if note["answer"] is None:
        return ""
    return "right" if note["right"] else f"wrong: {code(note['answer'])}"
