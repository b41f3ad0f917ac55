"""Compares cheapest separations with minimum cuts of networkx.

    cut_check.py SEPARATIONS.json      written by Benchmarks --dump-separations

The graph is built anew from the problem, with two nodes for each module: "A holds it" and "B does
not". Unlike bunri's it keeps every node, and a module is paid for on four edges at the terminals; what
may not be costs more than everything else together. A line when all agree, one for each problem that
does not; exit 1 when any does not.
"""

import json
import sys

import networkx

SOURCE, SINK = "source", "sink"


def minimum_cost(problem):
    """The least cost, None when what may not be cannot be avoided."""
    costs, crossings = problem["choiceCosts"], problem["crossingCosts"]
    endless = 2 * sum(cost for cost in costs + crossings if cost is not None) + 1
    costs = [endless if cost is None else cost for cost in costs]
    crossings = [endless if cost is None else cost for cost in crossings]
    graph = networkx.DiGraph()
    graph.add_nodes_from([SOURCE, SINK])
    constant = 0

    def add(tail, head, capacity):
        if tail != head:
            before = graph[tail][head]["capacity"] if graph.has_edge(tail, head) else 0
            graph.add_edge(tail, head, capacity=before + capacity)

    for module in range(len(costs) // 3):
        first, second, both = costs[3 * module : 3 * module + 3]
        holds, lacks = ("A", module), ("B", module)
        # A alone pays `if_holds` and `if_lacks`, B alone the two others, both `if_holds` and what is
        # paid when B holds: each its cost and the same constant.
        if_holds = max(0, both - second)
        shift = max(0, if_holds - first, if_holds - both)
        constant -= shift
        if_held_by_b = both + shift - if_holds
        add(holds, SINK, if_holds)
        add(lacks, SINK, first + shift - if_holds)
        add(SOURCE, lacks, if_held_by_b)
        add(SOURCE, holds, second + shift - if_held_by_b)
        # Without a capacity: nobody is not a choice.
        graph.add_edge(lacks, holds)
    for number, (user, used) in enumerate(problem["couplings"]):
        add(("A", user), ("A", used), crossings[2 * number])
        add(("B", used), ("B", user), crossings[2 * number + 1])
    cost = networkx.minimum_cut_value(graph, SOURCE, SINK) + constant
    return None if cost >= endless else cost


def stated_cost(problem):
    """What the choices that bunri made cost."""
    cost = sum(problem["choiceCosts"][3 * m + c] for m, c in enumerate(problem["choices"]))
    for number, (user, used) in enumerate(problem["couplings"]):
        for owner in range(2):
            holders = {owner, 2}
            if problem["choices"][user] in holders and problem["choices"][used] not in holders:
                cost += problem["crossingCosts"][2 * number + owner]
    return cost


def main(path):
    with open(path, encoding="utf-8") as file:
        problems = json.load(file)
    failed = impossible = 0
    for number, problem in enumerate(problems):
        cost, found = problem.get("cost"), minimum_cost(problem)
        impossible += found is None
        if cost != found or (cost is not None and stated_cost(problem) != cost):
            failed += 1
            print(f"FAIL separation {number}: {cost}, networkx {found}")
    if not failed:
        print(f"ok   {len(problems)} separations, {impossible} of them impossible: networkx agrees")
    return 1 if failed or not problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
