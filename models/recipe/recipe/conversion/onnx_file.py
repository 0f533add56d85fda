"""The network as an ONNX file with the names of Hugging Face's exports."""

import warnings
from pathlib import Path

import onnx
import torch
from transformers import LlamaForCausalLM
from transformers.cache_utils import DynamicCache

from ..files import write_whole
from .graph import halve_weights, share_output_matrix

OPSET = 18

_BATCH, _PAST, _NEW = 2, 5, 3
"""The sizes of the example that is traced; all three are free in the file."""


class _WithCache(torch.nn.Module):
    """The network with its cache as plain tensors."""

    def __init__(self, network: LlamaForCausalLM):
        super().__init__()
        self.network = network

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, position_ids: torch.Tensor, *past: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        cache = DynamicCache()
        for layer in range(len(past) // 2):
            cache.update(past[2 * layer], past[2 * layer + 1], layer)
        said = self.network(
            input_ids=input_ids,
            attention_mask=attention_mask,
            position_ids=position_ids,
            past_key_values=cache,
            use_cache=True,
        )
        present = [tensor for layer in said.past_key_values.layers for tensor in (layer.keys, layer.values)]
        return said.logits, *present


def past_names(layers: int) -> list[str]:
    """The names of the cache's inputs, in their order."""
    return [f"past_key_values.{layer}.{part}" for layer in range(layers) for part in ("key", "value")]


def write_onnx(network: LlamaForCausalLM, path: Path, half: bool) -> None:
    """Writes the network, its matrices in half precision or all in float32."""
    config = network.config
    layers = config.num_hidden_layers
    network.set_attn_implementation("eager")
    past = [torch.randn(_BATCH, config.num_key_value_heads, _PAST, config.head_dim) for _ in range(2 * layers)]
    example = (
        torch.randint(0, config.vocab_size, (_BATCH, _NEW)),
        torch.ones(_BATCH, _PAST + _NEW, dtype=torch.long),
        torch.arange(_PAST, _PAST + _NEW)[None].repeat(_BATCH, 1),
        *past,
    )
    inputs = ["input_ids", "attention_mask", "position_ids", *past_names(layers)]
    outputs = ["logits", *(name.replace("past_key_values", "present") for name in past_names(layers))]
    path.parent.mkdir(parents=True, exist_ok=True)
    traced = path.with_suffix(".traced")
    with warnings.catch_warnings():
        # The exporter that traces is deprecated, but the newer one gives up the free sizes of the cache.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _WithCache(network).eval(),
            example,
            str(traced),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=_free_sizes(inputs, outputs),
            opset_version=OPSET,
            dynamo=False,
            do_constant_folding=True,
        )
    network.set_attn_implementation("sdpa")
    model = onnx.load(traced)
    traced.unlink()
    share_output_matrix(model)
    if half:
        halve_weights(model)
    onnx.checker.check_model(model)
    write_whole(path, model.SerializeToString())


def _free_sizes(inputs: list[str], outputs: list[str]) -> dict[str, dict[int, str]]:
    together = "past_sequence_length + sequence_length"
    sizes = {name: {0: "batch_size", 1: "sequence_length"} for name in ("input_ids", "position_ids", "logits")}
    sizes["attention_mask"] = {0: "batch_size", 1: together}
    sizes |= {name: {0: "batch_size", 2: "past_sequence_length"} for name in inputs if name.startswith("past")}
    return sizes | {name: {0: "batch_size", 2: together} for name in outputs if name.startswith("present")}
