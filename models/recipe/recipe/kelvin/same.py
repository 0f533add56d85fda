"""Checks that Kelvin says about stories what PyTorch says."""

import json

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from ..work import Work
from .program import Kelvin


@torch.no_grad()
def greatest_difference(kelvin: Kelvin, work: Work, positions: int) -> tuple[int, float]:
    """The positions compared, and by how many nats a token's log-probability differs from Transformers at most."""
    network = AutoModelForCausalLM.from_pretrained(work.transformers_model).eval()
    tokenizer = AutoTokenizer.from_pretrained(work.transformers_model)
    compared, greatest = 0, 0.0
    for text in json.loads(work.unseen_stories.read_text(encoding="utf-8")):
        ids = tokenizer(text)["input_ids"][: min(network.config.max_position_embeddings, positions - compared + 1)]
        said = kelvin.ask("score", "--prompt-ids", ",".join(map(str, ids)))["tokens"]
        scores = torch.log_softmax(network(torch.tensor([ids])).logits[0], -1)
        for token in said:
            place = token["position"]
            if place > 0:
                greatest = max(greatest, abs(token["logProbability"] - float(scores[place - 1, ids[place]])))
                compared += 1
        if compared >= positions:
            break
    return compared, greatest
