"""Muon: momentum whose update is made orthogonal (Keller Jordan, https://kellerjordan.github.io/posts/muon/)."""

import torch

MOMENTUM = 0.95

_A, _B, _C = 3.4445, -4.7750, 2.0315
_ITERATIONS = 5


def orthogonal(matrices: torch.Tensor) -> torch.Tensor:
    """Roughly the nearest orthogonal matrix of each, by Newton-Schulz steps in bfloat16."""
    x = matrices.bfloat16()
    tall = x.size(-2) > x.size(-1)
    if tall:
        x = x.mT
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(_ITERATIONS):
        square = x @ x.mT
        x = _A * x + (_B * square + _C * square @ square) @ x
    return (x.mT if tall else x).float()


class Muon(torch.optim.Optimizer):
    """The optimizer of the matrices inside the layers."""

    def __init__(self, matrices: list[torch.nn.Parameter], rate: float, decay: float):
        """`decay` times the rate is the share that each weight loses in a step."""
        super().__init__(matrices, {"lr": rate})
        self._decay = decay

    @torch.no_grad()
    def step(self) -> None:
        """One step with the gradients at hand."""
        for group in self.param_groups:
            by_shape: dict[torch.Size, list[torch.nn.Parameter]] = {}
            for matrix in group["params"]:
                by_shape.setdefault(matrix.shape, []).append(matrix)
            # Matrices of one shape go through the iteration together, which is faster.
            for shape, matrices in by_shape.items():
                updates = orthogonal(torch.stack([self._update(matrix) for matrix in matrices]))
                scale = max(1.0, shape[0] / shape[1]) ** 0.5
                for matrix, update in zip(matrices, updates, strict=True):
                    matrix.mul_(1 - group["lr"] * self._decay).add_(update, alpha=-group["lr"] * scale)

    def _update(self, matrix: torch.nn.Parameter) -> torch.Tensor:
        state = self.state[matrix]
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(matrix)
        state["momentum"].lerp_(matrix.grad, 1 - MOMENTUM)
        return matrix.grad.lerp(state["momentum"], MOMENTUM)
