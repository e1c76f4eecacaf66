# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluates an exported ONNX file with PyTorch's own operators and compares it with the exported module.

usage: compare_with_pytorch.py CELL.py CELL.onnx
"""
import runpy
import sys

import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper


def evaluate(graph, images):
    values = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
    values[graph.input[0].name] = images
    for node in graph.node:
        x = [values[name] for name in node.input]
        attributes = {a.name: list(a.ints) or a.i for a in node.attribute}
        if node.op_type == "Conv":
            y = F.conv2d(x[0], x[1], stride=attributes["strides"], padding=attributes["pads"][:2])
        elif node.op_type == "BatchNormalization":
            y = F.batch_norm(x[0], x[3], x[4], x[1], x[2], eps=1e-5)
        elif node.op_type == "AveragePool":
            y = F.avg_pool2d(x[0], attributes["kernel_shape"], attributes["strides"], attributes["pads"][:2],
                             count_include_pad=False)
        elif node.op_type == "MaxPool":
            y = F.max_pool2d(x[0], attributes["kernel_shape"], attributes["strides"], attributes["pads"][:2])
        elif node.op_type == "Constant":
            y = attributes["value_ints"]
        else:
            y = {
                "Relu": lambda: x[0].relu(),
                "GlobalAveragePool": lambda: x[0].mean((2, 3), keepdim=True),
                "Flatten": lambda: x[0].flatten(1),
                "Gemm": lambda: x[0] @ x[1].T + x[2],
                "Sum": lambda: sum(x[1:], x[0]),
                "Identity": lambda: x[0],
                "Concat": lambda: torch.cat(x, attributes["axis"]),
                "Slice": lambda: x[0].narrow(x[3][0], x[1][0], x[2][0] - x[1][0]),
                "Mul": lambda: x[0] * x[1],
            }[node.op_type]()
        values[node.output[0]] = y
    return values[graph.output[0].name]


module = runpy.run_path(sys.argv[1], run_name="exported")
model = onnx.load(sys.argv[2])
onnx.checker.check_model(model, full_check=True)

network = module["Network"]().eval()
weights = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in model.graph.initializer}
missing, unexpected = network.load_state_dict(weights, strict=False)
assert all(name.endswith("num_batches_tracked") for name in missing), missing
assert all(name.endswith(".zero") for name in unexpected), unexpected
images = torch.randn(2, 3, 32, 32, generator=torch.Generator().manual_seed(1))
with torch.no_grad():
    difference = (network(images) - evaluate(model.graph, images)).abs().max().item()
assert difference < 1e-5, difference
print(f"largest difference of the logits: {difference:.1e}")
