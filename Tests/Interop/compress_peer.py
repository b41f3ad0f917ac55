#!/usr/bin/env python3
"""Times other solvers on the large time-cost networks that the benchmarks use.

    compress_peer.py FOLDER

FOLDER holds lin_*.tct and disc_*.dtct. Linear costs: the least extra cost at one deadline by a
minimum-cost flow (OR-Tools) and by a linear programme (HiGHS), and the whole curve by solving the
programme again at each new breakpoint. Alternatives: a mixed-integer programme (HiGHS) and CP-SAT
(OR-Tools), one thread each, stopped after ten seconds. Times are processor times of this process
while the solver works; making the models is not counted. Every cost is compared with the known one.
"""
import os
import sys
import time

import highspy
import numpy as np
from ortools.graph.python import min_cost_flow
from ortools.sat.python import cp_model

# name: deadline, least cost (of alternatives: lowest and highest that it may be)
LINEAR = {"lin_1000_1": (2494, 15226), "lin_1000_2": (2630, 13429), "lin_10000_1": (3263, 18441)}
DISCRETE = {
    "disc_50_1": (547, 5744, 5744),
    "disc_100_1": (1160, 11190, 11190),
    "disc_200_1": (2055, 24272, 24272),
    "disc_500_1": (2310, 57460, 57467),
    "disc_1000_1": (2592, 113894, 113896),
}
SECONDS = 10.0


def say(name, what, seconds, text):
    print(f"{name:12} {what:34} {seconds * 1000:10.1f} ms   {text}", flush=True)


def rows(path):
    with open(path, encoding="ascii") as file:
        return [[int(word) for word in line.split()] for line in file if line.strip()]


def read(folder, name):
    table = rows(os.path.join(folder, name + (".dtct" if name.startswith("disc") else ".tct")))
    count = table[0][0]
    return table[1 : count + 1], table[count + 1 :]


def timed(work):
    begin = time.process_time()
    result = work()
    return time.process_time() - begin, result


def flow(activities, links, deadline):
    """The dual: the dearest flow from the project's start to its finish and back for the deadline."""
    count = len(activities)
    start, finish = 2 * count, 2 * count + 1
    unbounded = sum(row[3] for row in activities) + 1
    tails, heads, capacities, costs = [], [], [], []

    def arc(tail, head, capacity, length):
        tails.append(tail)
        heads.append(head)
        capacities.append(capacity)
        costs.append(-length)

    for number, (_, shortest, normal, price) in enumerate(activities):
        arc(2 * number, 2 * number + 1, price, normal)
        arc(2 * number, 2 * number + 1, unbounded, shortest)
        arc(start, 2 * number, unbounded, 0)
        arc(2 * number + 1, finish, unbounded, 0)
    for before, after in links:
        arc(2 * before + 1, 2 * after, unbounded, 0)
    arc(finish, start, unbounded, -deadline)
    solver = min_cost_flow.SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(
        np.array(tails), np.array(heads), np.array(capacities), np.array(costs)
    )
    solver.set_nodes_supplies(np.arange(2 * count + 2), np.zeros(2 * count + 2, dtype=np.int64))
    seconds, status = timed(solver.solve)
    assert status == solver.OPTIMAL, status
    return seconds, -solver.optimal_cost()


class Programme:
    """Columns: starts, units given up, then the project's duration."""

    def __init__(self, activities, links, deadline):
        count = len(activities)
        self.count = count
        self.highs = highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("threads", 1)
        infinity = highspy.kHighsInf
        for _ in activities:
            highs.addVar(0, infinity)
        for number, (_, shortest, normal, price) in enumerate(activities):
            highs.addVar(0, normal - shortest)
            highs.changeColCost(count + number, price)
        highs.addVar(deadline, deadline)
        for before, after in links:
            highs.addRow(
                activities[before][2], infinity, 3,
                np.array([after, before, count + before]), np.array([1.0, -1.0, 1.0]),
            )
        for number, row in enumerate(activities):
            highs.addRow(
                row[2], infinity, 3,
                np.array([2 * count, number, count + number]), np.array([1.0, -1.0, 1.0]),
            )

    def cost(self, deadline):
        """The least cost; None when the deadline is impossible."""
        self.highs.changeColBounds(2 * self.count, deadline, deadline)
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return self.highs.getInfo().objective_function_value

    def slope(self):
        """What the next unit of time costs, or the last one did: the price of the duration."""
        return -self.highs.getSolution().col_dual[2 * self.count]


def curve(programme, normal, shortest):
    """All breakpoints: between two points whose lines cross below the chord lies another one."""

    def point(duration):
        cost = programme.cost(duration)
        return duration, cost, programme.slope()

    found = {}
    stack = [(point(shortest), point(normal))]
    for low, high in list(stack):
        found[low[0]] = low[1]
        found[high[0]] = high[1]
    while stack:
        (t1, c1, s1), (t2, c2, s2) = stack.pop()
        if t2 - t1 <= 1 or abs(s1 - s2) < 1e-6:
            continue
        # cost falls by s1 a unit after t1, and by s2 a unit before t2
        cross = (c1 - c2 + s1 * t1 - s2 * t2) / (s1 - s2)
        middle = min(max(int(round(cross)), t1 + 1), t2 - 1)
        new = point(middle)
        found[middle] = new[1]
        if abs(new[1] - (c1 - s1 * (middle - t1))) > 1e-6 or abs(
            new[1] - (c2 + s2 * (t2 - middle))
        ) > 1e-6:
            stack.append(((t1, c1, s1), new))
            stack.append((new, (t2, c2, s2)))
    return found


def mixed(activities, links, deadline):
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("time_limit", SECONDS)
    highs.setOptionValue("mip_rel_gap", 0.0)
    infinity = highspy.kHighsInf
    first, column = [], len(activities)
    for _ in activities:
        highs.addVar(0, infinity)
    for row in activities:
        first.append(column)
        for cost in row[3::2]:
            highs.addVar(0, 1)
            highs.changeColCost(column, cost)
            highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)
            column += 1
        columns = np.arange(first[-1], column)
        highs.addRow(1, 1, len(columns), columns, np.ones(len(columns)))

    def wait(before, terms, bound):
        """Start of `before` + its duration is at most what the terms say."""
        row = activities[before]
        columns = np.arange(first[before], first[before] + row[1])
        columns = np.concatenate([[before], columns, [column for column, _ in terms]])
        values = np.concatenate([[1.0], row[2::2], [value for _, value in terms]])
        highs.addRow(-infinity, bound, len(columns), columns.astype(np.int32), values.astype(float))

    for before, after in links:
        wait(before, [(after, -1.0)], 0)
    for number in range(len(activities)):
        wait(number, [], deadline)
    seconds, _ = timed(highs.run)
    info = highs.getInfo()
    return seconds, info.objective_function_value, info.mip_dual_bound


def satisfiability(activities, links, deadline):
    model = cp_model.CpModel()
    starts, durations, costs = [], [], []
    for row in activities:
        chosen = [model.new_bool_var("") for _ in row[2::2]]
        model.add_exactly_one(chosen)
        starts.append(model.new_int_var(0, deadline, ""))
        durations.append(sum(one * days for one, days in zip(chosen, row[2::2])))
        costs.append(sum(one * cost for one, cost in zip(chosen, row[3::2])))
    for before, after in links:
        model.add(starts[before] + durations[before] <= starts[after])
    for start, duration in zip(starts, durations):
        model.add(start + duration <= deadline)
    model.minimize(sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = SECONDS
    seconds, status = timed(lambda: solver.solve(model))
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return seconds, None, None
    return seconds, solver.objective_value, solver.best_objective_bound


def verdict(cost, expected):
    return "as known" if round(cost) == expected else f"WRONG: {cost}, not {expected}"


def main():
    folder = sys.argv[1]
    for name, (deadline, expected) in LINEAR.items():
        activities, links = read(folder, name)
        seconds, cost = flow(activities, links, deadline)
        say(name, "deadline, min-cost flow, OR-Tools", seconds, verdict(cost, expected))
        programme = Programme(activities, links, deadline)
        seconds, cost = timed(lambda: programme.cost(deadline))
        say(name, "deadline, LP, HiGHS", seconds, verdict(cost, expected))
        known = rows_of_curve(folder, name)
        if known:
            programme = Programme(activities, links, max(known))
            seconds, found = timed(lambda: curve(programme, max(known), min(known)))
            wrong = [t for t in known if t not in found or round(found[t]) != known[t]]
            text = f"{len(known)} breakpoints, {len(found)} programmes"
            say(name, "curve, LP, HiGHS", seconds, f"WRONG at {wrong[:3]}" if wrong else text)
    for name, (deadline, low, high) in DISCRETE.items():
        activities, links = read(folder, name)
        for what, solve in (("MIP, HiGHS", mixed), ("CP-SAT, OR-Tools", satisfiability)):
            seconds, cost, bound = solve(activities, links, deadline)
            text = "no choice" if cost is None else f"{cost:.0f}, at least {bound:.1f}"
            if cost is not None and (round(cost) < low or bound > high + 1e-6):
                text = "WRONG: " + text
            say(name, what, seconds, text)


def rows_of_curve(folder, name):
    path = os.path.join(folder, f"pareto_{name}.csv")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="ascii") as file:
        pairs = [line.split(",") for line in file.read().split()[1:]]
    return {int(float(t)): int(float(cost)) for t, cost in pairs}


main()
