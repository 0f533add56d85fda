"""The network: a Llama with tied embeddings, as Transformers has it."""

import torch
from transformers import LlamaConfig, LlamaForCausalLM

from .settings import Settings
from .tokenizer import END_ID, START_ID


def build_network(settings: Settings, vocabulary: int) -> LlamaForCausalLM:
    """A network with the weights that the seed gives. `vocabulary` is what the tokenizer really has."""
    torch.manual_seed(settings.seed)
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=vocabulary,
            hidden_size=settings.width,
            intermediate_size=settings.hidden,
            num_hidden_layers=settings.layers,
            num_attention_heads=settings.heads,
            num_key_value_heads=settings.key_value_heads,
            head_dim=settings.width // settings.heads,
            max_position_embeddings=settings.context,
            rope_parameters={"rope_type": "default", "rope_theta": settings.rope_base},
            tie_word_embeddings=True,
            attn_implementation="sdpa",
            rms_norm_eps=1e-5,
            initializer_range=0.02,
            bos_token_id=START_ID,
            eos_token_id=END_ID,
            pad_token_id=None,
        )
    )


def weight_count(network: LlamaForCausalLM) -> int:
    """The weights, the shared matrix counted once."""
    return sum(parameter.numel() for parameter in network.parameters())
