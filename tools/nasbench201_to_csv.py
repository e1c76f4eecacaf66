#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the NAS-Bench-201 file of its authors into a table that Inverso reads.

  pip install nats_bench          for NATS-tss-v1_0-3ffb9 (its .pickle.pbz2 file, or the folder of the "simple" archive)
  pip install nas-bench-201       for NAS-Bench-201-v1_1-096897.pth

  tools/nasbench201_to_csv.py NATS-tss-v1_0-3ffb9-simple table.csv
  inverso-cli import nasbench201 table.csv

Accuracies are percent after 200 epochs, the mean over all seeds that the file has. CIFAR-10's validation accuracy is
that of the networks trained on half of the training images (the authors' "cifar10-valid"), its test accuracy that of
those trained on all. Parameters and FLOPs are in millions, those of the CIFAR-10 network, as are its seconds of training.
"""
import csv
import os
import sys

EPOCHS = "200"
# Our name; the authors' data set with the validation accuracy, and with the test accuracy.
DATASETS = [
    ("cifar10", "cifar10-valid", "cifar10"),
    ("cifar100", "cifar100", "cifar100"),
    ("imagenet16-120", "ImageNet16-120", "ImageNet16-120"),
]
HEADER = ["arch"] + [f"{name}_{part}" for name, _, _ in DATASETS for part in ("valid", "test")]
HEADER += ["params_mb", "flops_m", "train_s"]


def open_api(path):
    if path.endswith(".pth"):
        from nas_201_api import NASBench201API

        return NASBench201API(path, verbose=False)
    from nats_bench import create

    return create(path, "tss", fast_mode=os.path.isdir(path), verbose=False)


def row_of(api, index):
    def info(dataset):
        return api.get_more_info(index, dataset, hp=EPOCHS, is_random=False)

    row = [api.meta_archs[index]]
    for _, validated, tested in DATASETS:
        row += [f"{info(validated)['valid-accuracy']:.6f}", f"{info(tested)['test-accuracy']:.6f}"]
    cost = api.get_cost_info(index, "cifar10", hp=EPOCHS)
    seconds = info("cifar10").get("train-all-time")
    return row + [cost["params"], cost["flops"], "" if seconds is None else f"{seconds:.3f}"]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, out = sys.argv[1:]
    if os.path.exists(out):
        sys.exit(f"{out} is there already; name another file, or remove it.")
    try:
        api = open_api(source)
    except ImportError as missing:
        sys.exit(f"The authors' package is missing ({missing}); see the head of this script for how to install it.")
    part = out + ".part"
    with open(part, "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(HEADER)
        cells = len(api.meta_archs)
        for index in range(cells):
            table.writerow(row_of(api, index))
            if sys.stderr.isatty() and (index + 1) % 100 == 0:
                print(f"\r{index + 1} of {cells} cells", end="", file=sys.stderr)
    os.replace(part, out)
    print(f"{cells} cells in {out}")


if __name__ == "__main__":
    main()
