"""What the benchmarks share: one command measured, shown, and compared with a peer in the same run."""

import os
import statistics
import subprocess
import time

STATED = "2026-11-22T12:00:00Z"


def measure(command, runs, environment=None, codes=(0, 10, 20, 30)):
    """Wall seconds, CPU seconds and peak MiB of one command: medians over some runs."""
    rows = []
    for _ in range(runs):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        code = os.waitstatus_to_exitcode(status)
        if code not in codes:
            raise SystemExit(f"{command[0]} ended with {code}")
        rows.append((wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return [statistics.median(column) for column in zip(*rows)]


def show(name, figures):
    wall, cpu, memory = figures
    print(f"{name:44} {wall:8.2f} s wall {cpu:8.2f} s CPU {memory:8.0f} MiB", flush=True)


def ratio(theirs, ours):
    print(f"  MVT needs {theirs[0] / ours[0]:.1f} times the wall time, {theirs[1] / ours[1]:.1f} times the CPU, "
          f"{theirs[2] / ours[2]:.1f} times the memory")


def goal(name, figure, limit, unit, at_least=False):
    """One goal and whether it holds. Nothing fails here: a figure is read by people."""
    holds = figure >= limit if at_least else figure <= limit
    sign = ">=" if at_least else "<="
    print(f"  goal {name} {sign} {limit} {unit}: {'holds' if holds else 'DOES NOT HOLD'} ({figure:.2f})")
