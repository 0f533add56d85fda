"""A sitting of the training."""

import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

import torch
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import LlamaForCausalLM

from ..evaluation.stories import Stories
from ..network import build_network, weight_count
from ..settings import Settings
from ..work import Work
from . import attention, checkpoint
from .curve import LossCurve
from .dropout import Dropout
from .muon import Muon
from .rows import Batches
from .schedule import rate_factor

_REPORT_STEPS = 10
_MEASURED_STORIES = 64
_SMOOTHING = 0.98


@dataclass(frozen=True)
class Machine:
    """The machine that a sitting runs on."""

    device: str = "cpu"
    threads: int = 2
    compiled: bool = True
    """True if PyTorch compiles the network first: faster, but needs a C++ compiler."""


class _Stop:
    """Set by the first SIGINT or SIGTERM: the step is finished and saved."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True


class Sitting:
    """Steps from the last checkpoint until the plan is done, the time is up, or someone asks to stop."""

    def __init__(self, settings: Settings, work: Work, machine: Machine):
        torch.set_num_threads(machine.threads)
        tokenizer = Tokenizer.from_file(str(work.tokenizer))
        self._settings, self._work, self._machine = settings, work, machine
        self._network = build_network(settings, tokenizer.get_vocab_size()).to(machine.device)
        if machine.device == "cpu":
            self._network.set_attn_implementation(attention.NAME)
        self._dropout = Dropout(self._network, settings.dropout)
        self._optimizers = _optimizers(self._network, settings)
        self._rates = [group["lr"] for optimizer in self._optimizers for group in optimizer.param_groups]
        self._rows = Batches(work, settings)
        self._stories = Stories(work.unseen_stories, tokenizer, settings.context, _MEASURED_STORIES)
        self._step, self._seconds, self._loss = 0, 0.0, 0.0
        self._go_on_from(checkpoint.load(work.checkpoint))
        self._curve = LossCurve(work.loss_curve, self._step)
        self._loss_of = self._loss_function()

    def run(self, minutes: float | None) -> None:
        """Trains for so long, or without a limit. Saves at the end, also when stopped."""
        stop = _Stop()
        print(
            f"{weight_count(self._network):,} weights, from step {self._step} of {self._settings.total_steps}",
            flush=True,
        )
        start, first, before = time.monotonic(), self._step, self._seconds
        while self._step < self._settings.total_steps and not stop.asked:
            loss = self._one_step()
            self._seconds = before + time.monotonic() - start
            # The mean of the first steps, then a running mean.
            self._loss += (loss - self._loss) * max(1 / self._step, 1 - _SMOOTHING)
            if self._is_due(_REPORT_STEPS) or self._step == self._settings.total_steps:
                self._report((self._step - first) * self._settings.step_tokens / (self._seconds - before))
            if self._is_due(self._settings.save_steps):
                self._save()
            if minutes is not None and time.monotonic() - start >= minutes * 60:
                break
        self._save()

    def _is_due(self, every: int) -> bool:
        return self._step % every == 0

    def _one_step(self) -> float:
        factor = rate_factor(self._settings, self._step)
        groups = [group for optimizer in self._optimizers for group in optimizer.param_groups]
        for group, rate in zip(groups, self._rates, strict=True):
            group["lr"] = rate * factor
        # What is dropped is decided by the seed and the step, so a resumed run drops the same.
        torch.manual_seed(self._settings.seed + self._step)
        self._dropout.share = self._settings.dropout_at(self._step)
        loss = self._loss_of(self._rows.batch(self._step).to(self._machine.device))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._optimizers[1].param_groups[0]["params"], 1.0)
        for optimizer in self._optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        self._step += 1
        return loss.item()

    def _report(self, speed: float) -> None:
        last = self._step == self._settings.total_steps
        stories = self._measured() if last or self._is_due(self._settings.measure_steps) else None
        rate = rate_factor(self._settings, self._step - 1)
        tokens = self._step * self._settings.step_tokens
        self._curve.add(self._step, tokens, self._seconds, self._loss, rate, speed, stories)
        told = "" if stories is None else f", stories {stories:.4f} nats per byte"
        print(f"step {self._step}: loss {self._loss:.3f}, rate {rate:.3f}, {speed:.0f} tokens/s{told}", flush=True)

    def _measured(self) -> float:
        self._network.eval()
        measured = self._stories.nats_per_byte(self._network)
        self._network.train()
        return measured

    def _loss_function(self) -> Callable[[torch.Tensor], torch.Tensor]:
        def loss_of(rows: torch.Tensor) -> torch.Tensor:
            with torch.autocast(self._machine.device, dtype=torch.bfloat16):
                logits = self._network(input_ids=rows[:, :-1], use_cache=False).logits
            return functional.cross_entropy(logits.flatten(0, 1).float(), rows[:, 1:].flatten())

        return torch.compile(loss_of) if self._machine.compiled else loss_of

    def _go_on_from(self, found: checkpoint.Checkpoint | None) -> None:
        if found is None:
            return
        self._step, self._seconds, self._loss = found.step, found.seconds, found.loss
        self._network.load_state_dict(found.model)
        # A checkpoint of an exported model has no state of the optimizers.
        for optimizer, state in zip(self._optimizers, found.optimizers, strict=bool(found.optimizers)):
            optimizer.load_state_dict(state)

    def _save(self) -> None:
        states = [optimizer.state_dict() for optimizer in self._optimizers]
        checkpoint.save(
            self._work.checkpoint,
            checkpoint.Checkpoint(self._step, self._seconds, self._loss, self._network.state_dict(), states),
        )


def _optimizers(network: LlamaForCausalLM, settings: Settings) -> list[torch.optim.Optimizer]:
    named = list(network.named_parameters())
    matrices = [parameter for name, parameter in named if parameter.ndim == 2 and "embed" not in name]
    others = [parameter for name, parameter in named if parameter.ndim != 2 or "embed" in name]
    return [
        Muon(matrices, settings.matrix_rate, settings.matrix_decay),
        torch.optim.AdamW(others, lr=settings.other_rate, betas=(0.9, 0.95), weight_decay=0.0),
    ]
