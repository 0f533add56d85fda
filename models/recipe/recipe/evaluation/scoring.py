"""Log-probabilities of given tokens."""

import torch
from transformers import LlamaForCausalLM

from ..tokenizer import END_ID


@torch.no_grad()
def log_probabilities(
    network: LlamaForCausalLM, texts: list[list[int]], firsts: list[int]
) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """For each text, of its tokens from the place `first` on (1 or more): their log-probabilities in nats, and whether
    no other token is likelier.
    """
    longest = max(map(len, texts))
    # Tokens behind a text do not change what is said about the text.
    padded = [[*text, *[END_ID] * (longest - len(text))] for text in texts]
    hidden = network.model(input_ids=torch.tensor(padded, device=network.device), use_cache=False).last_hidden_state
    found = []
    for states, text, first in zip(hidden, texts, firsts, strict=True):
        # The output matrix is the dearest part, so only the rows that are asked for go through it.
        logits = network.lm_head(states[first - 1 : len(text) - 1]).float().cpu()
        targets = torch.tensor(text[first:])
        scores = torch.log_softmax(logits, -1).gather(-1, targets[:, None])[:, 0]
        found.append((scores, logits.argmax(-1) == targets))
    return found
