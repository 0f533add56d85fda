"""Checks that the exported files are the trained model."""

import json
from dataclasses import dataclass
from random import Random

import numpy as np
import onnxruntime
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, LlamaConfig

from ..evaluation.evaluate import trained_network
from ..settings import Settings
from ..work import Work
from .onnx_file import past_names

SAME = 1e-4
"""The greatest difference of a logit between the ONNX file and PyTorch with the same weights."""

ROUNDED = 1e-2
"""The greatest difference of a logit to PyTorch with the weights before rounding to half precision."""

_LONGEST_CHUNK = 40


@dataclass(frozen=True)
class Checked:
    """The result of a comparison. Differences are of logits, in nats."""

    positions: int
    onnx_to_transformers: float
    """The greatest difference of a logit."""
    onnx_to_trained: float
    """The greatest difference of a logit to the weights before rounding."""

    def problems(self) -> list[str]:
        """The faults that were found, in sentences."""
        compared = [
            ("Transformers", self.onnx_to_transformers, SAME),
            ("the trained weights", self.onnx_to_trained, ROUNDED),
        ]
        return [
            f"A logit of the ONNX file differs from {other} by {difference:.2g}, more than {most}."
            for other, difference, most in compared
            if difference > most
        ]


def check(settings: Settings, work: Work, positions: int) -> Checked:
    """Compares the ONNX file, fed in chunks of random lengths, with Transformers, which opens its folder unchanged."""
    trained, _, _ = trained_network(settings, work)
    opened = AutoModelForCausalLM.from_pretrained(work.transformers_model).eval()
    tokenizer = AutoTokenizer.from_pretrained(work.transformers_model)
    session = onnxruntime.InferenceSession(
        work.kelvin_model / "model.onnx", _one_thread(), providers=["CPUExecutionProvider"]
    )
    rng = Random(settings.seed)
    compared, to_opened, to_trained = 0, 0.0, 0.0
    for text in json.loads(work.unseen_stories.read_text(encoding="utf-8")):
        ids = tokenizer(text)["input_ids"][: min(settings.context, positions - compared)]
        said = _in_chunks(session, ids, rng, opened.config)
        with torch.no_grad():
            to_opened = max(to_opened, _distance(said, opened(torch.tensor([ids])).logits))
            to_trained = max(to_trained, _distance(said, trained(torch.tensor([ids])).logits))
        compared += len(ids)
        if compared >= positions:
            break
    return Checked(compared, to_opened, to_trained)


def _distance(said: np.ndarray, logits: torch.Tensor) -> float:
    return float(np.abs(said - logits[0].numpy()).max())


def _one_thread() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return options


def _in_chunks(session: onnxruntime.InferenceSession, ids: list[int], rng: Random, config: LlamaConfig) -> np.ndarray:
    names = past_names(config.num_hidden_layers)
    empty = np.zeros((1, config.num_key_value_heads, 0, config.head_dim), np.float32)
    past, rows, done = dict.fromkeys(names, empty), [], 0
    while done < len(ids):
        chunk = ids[done : done + rng.randint(1, _LONGEST_CHUNK)]
        end = done + len(chunk)
        logits, *present = session.run(
            None,
            {
                "input_ids": np.array([chunk]),
                "attention_mask": np.ones((1, end), np.int64),
                "position_ids": np.arange(done, end)[None],
                **past,
            },
        )
        past, done = dict(zip(names, present, strict=True)), end
        rows.append(logits[0])
    return np.concatenate(rows)
