"""Log-probabilities of given tokens."""

import torch
from transformers import LlamaForCausalLM

from ..tokenizer import END_ID


@torch.no_grad()
def log_probabilities(network: LlamaForCausalLM, texts: list[list[int]]) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """For each text, of its tokens after the first: the log-probability in nats, and whether no token is likelier."""
    longest = max(map(len, texts))
    # What stands behind a text does not change what is said about the text.
    padded = torch.tensor([[*text, *[END_ID] * (longest - len(text))] for text in texts], device=network.device)
    logits = network(input_ids=padded, use_cache=False).logits[:, :-1].float()
    targets = padded[:, 1:]
    scores = torch.log_softmax(logits, -1).gather(-1, targets[..., None])[..., 0].cpu()
    best = (logits.argmax(-1) == targets).cpu()
    return [(scores[i, : len(text) - 1], best[i, : len(text) - 1]) for i, text in enumerate(texts)]
