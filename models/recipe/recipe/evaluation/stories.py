"""The loss on stories that training did not see."""

import json
from pathlib import Path

from tokenizers import Tokenizer
from transformers import LlamaForCausalLM

from ..tokenizer import byte_counts
from .scoring import log_probabilities

_BATCH = 8


class Stories:
    """Encoded stories, cut at the context."""

    def __init__(self, path: Path, tokenizer: Tokenizer, context: int, limit: int | None = None):
        texts = json.loads(path.read_text(encoding="utf-8"))[:limit]
        self._ids = [encoding.ids[:context] for encoding in tokenizer.encode_batch(texts)]
        self._bytes = sum(sum(byte_counts(tokenizer, ids)) for ids in self._ids)

    def nats_per_byte(self, network: LlamaForCausalLM) -> float:
        """The mean loss, comparable between tokenizers."""
        total = 0.0
        for start in range(0, len(self._ids), _BATCH):
            texts = self._ids[start : start + _BATCH]
            for scores, _ in log_probabilities(network, texts, [1] * len(texts)):
                total -= float(scores.sum())
        return total / self._bytes
