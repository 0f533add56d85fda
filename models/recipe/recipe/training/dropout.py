"""Dropout, which the architecture has no setting for."""

import torch
from torch.nn import functional
from transformers import LlamaForCausalLM


class Dropout:
    """While a network trains, sets a share of what the embedding and the parts of each layer give to zero.

    All tokens of a row lose the same numbers (Gal and Ghahramani 2016, https://arxiv.org/abs/1512.05287), because on
    a CPU as many random numbers as there are activations take a quarter of a step. The network itself is not changed:
    an exported one knows nothing of it.
    """

    def __init__(self, network: LlamaForCausalLM, share: float) -> None:
        """Begins with this share, 0..1."""
        self.share = share
        parts = [network.model.embed_tokens]
        for layer in network.model.layers:
            parts += [layer.self_attn.o_proj, layer.mlp.down_proj]
        for part in parts:
            part.register_forward_hook(self._drop)

    def _drop(self, module: torch.nn.Module, _arguments: tuple[torch.Tensor, ...], given: torch.Tensor) -> torch.Tensor:
        if self.share == 0:
            return given
        kept = functional.dropout(given.new_ones(given.shape[0], 1, given.shape[-1]), self.share, module.training)
        return given * kept
