"""Measure how much stands in a function and on a line, in syntax nodes.

    python -m bench.density [--depth 2] [--heaviest 10]

For each folder, and for all together: the number of functions, the median of the nodes in a
function's body (its docstring left out), and the median of the nodes on a line of code of it. In
code that is known to read well they are about 35 and 7."""

from __future__ import annotations

import argparse

from tests.architecture.budgets import (
    NODES_A_FUNCTION,
    NODES_A_LINE,
    figures,
    weights,
)
from tests.architecture.source import code


def show_figures(depth: int) -> None:
    """Print the figures of the folders, so many deep."""
    print(f"{'':32}{'functions':>12}{'nodes':>8}{'a line':>8}")
    for folder, found in figures(code(), depth).items():
        print(
            f"{folder:32}{found.functions:12}{found.nodes:8g}{found.per_line:8.1f}"
        )
    print(f"{'the house allows':32}{'':12}{NODES_A_FUNCTION:8}{NODES_A_LINE:8}")


def show_heaviest(count: int) -> None:
    """Print so many functions with the most nodes, the heaviest first."""
    every = [
        (weight, source.path) for source in code() for weight in weights(source)
    ]
    every.sort(key=lambda one: one[0].nodes, reverse=True)
    for weight, path in every[:count]:
        print(
            f"{weight.nodes:6} {weight.per_line:6.1f}  {path}:{weight.line} {weight.name}"
        )


def main() -> None:
    """Read what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--depth", type=int, default=1, help="folders to tell apart"
    )
    parser.add_argument(
        "--heaviest", type=int, default=0, help="functions to name"
    )
    options = parser.parse_args()
    show_figures(options.depth)
    show_heaviest(options.heaviest)


if __name__ == "__main__":
    main()
