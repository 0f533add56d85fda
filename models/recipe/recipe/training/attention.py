"""Causal attention for training on a CPU, where PyTorch's own takes half of a step."""

import torch
from transformers import AttentionInterface

NAME = "kelvin_blocks"
"""The name under which Transformers finds this attention."""

_BLOCK = 32
"""Queries that go through the softmax together. More work above the diagonal is left out by small blocks."""

_ABOVE_DIAGONAL = -1e9


def block_attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    scaling: float,
    **_: object,
) -> tuple[torch.Tensor, None]:
    """The attention of whole rows, without cached states.

    `query` is [rows, heads, length, size]; `key` and `value` have fewer heads, each for a group of the queries' heads.
    The result is [rows, length, heads, size]. Only the scores of a block of queries with the keys up to the block's end
    are computed, and the division by the softmax's sum comes after the product with the values, which is smaller.
    """
    if attention_mask is not None:
        raise ValueError("Blocks of a causal row take no mask.")
    rows, heads, length, size = query.shape
    groups = key.shape[1]
    per_group = heads // groups
    query = query * scaling
    parts = []
    for start in range(0, length, _BLOCK):
        end = min(start + _BLOCK, length)
        block = query[:, :, start:end].reshape(rows, groups, per_group * (end - start), size)
        scores = (block @ key[:, :, :end].mT).view(rows, groups, per_group, end - start, end).float()
        seen = torch.arange(start, end)[:, None] >= torch.arange(end)
        scores = scores.masked_fill(~seen, _ABOVE_DIAGONAL)
        shares = torch.exp(scores - scores.detach().amax(-1, keepdim=True))
        mixed = shares.to(query.dtype).view(rows, groups, -1, end) @ value[:, :, :end]
        mixed = mixed.view(rows, groups, per_group, end - start, size) / shares.sum(-1, keepdim=True)
        parts.append(mixed.to(query.dtype).view(rows, heads, end - start, size))
    return torch.cat(parts, 2).transpose(1, 2), None


AttentionInterface.register(NAME, block_attention)
