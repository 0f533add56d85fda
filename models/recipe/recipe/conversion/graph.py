"""Changes of an ONNX graph that make its file small: the output matrix stored once, weights in half precision."""

import numpy as np
import onnx
from onnx import numpy_helper


def share_output_matrix(model: onnx.ModelProto) -> None:
    """Replaces the output matrix, which equals the transposed embedding, by a transposition of the embedding.

    Raises ValueError where the graph has no such pair.
    """
    graph = model.graph
    weights = {weight.name: weight for weight in graph.initializer}
    arrays = {name: numpy_helper.to_array(weight) for name, weight in weights.items()}
    embedding = next(
        node.input[0] for node in graph.node if node.op_type == "Gather" and _is_matrix(arrays.get(node.input[0]))
    )
    product = next(node for node in graph.node if "logits" in node.output or _feeds_logits(graph, node))
    output = product.input[1]
    if output not in arrays or not np.array_equal(arrays[output], arrays[embedding].T):
        raise ValueError("The output matrix is not the transposed embedding.")
    transposed = onnx.helper.make_node(
        "Transpose", [embedding], [f"{embedding}.transposed"], name="output_matrix", perm=[1, 0]
    )
    product.input[1] = transposed.output[0]
    graph.node.insert(0, transposed)
    graph.initializer.remove(weights[output])


def halve_weights(model: onnx.ModelProto) -> None:
    """Stores each float32 matrix in half precision, with a cast behind it. Sums stay in float32."""
    graph = model.graph
    casts = []
    for weight in graph.initializer:
        if weight.data_type != onnx.TensorProto.FLOAT or len(weight.dims) != 2:
            continue
        name = weight.name
        half = numpy_helper.from_array(numpy_helper.to_array(weight).astype(np.float16), f"{name}.half")
        weight.CopyFrom(half)
        casts.append(onnx.helper.make_node("Cast", [half.name], [name], name=f"{name}.cast", to=onnx.TensorProto.FLOAT))
    for cast in reversed(casts):
        graph.node.insert(0, cast)


def _is_matrix(array: np.ndarray | None) -> bool:
    return array is not None and array.ndim == 2


def _feeds_logits(graph: onnx.GraphProto, node: onnx.NodeProto) -> bool:
    return node.op_type == "MatMul" and any(
        follower.op_type in ("Cast", "Identity") and follower.input[0] in node.output and "logits" in follower.output
        for follower in graph.node
    )
