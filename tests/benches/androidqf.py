#!/usr/bin/env python3
"""Times a scan of a phone-size AndroidQF acquisition against MVT on the same folder, in the same run.

    cargo build --release
    cargo run --release -p rushlight-tests --example make-large-phone -- /tmp/large-phone
    cargo run --release -p rushlight-tests --example ten-times -- /tmp/ten-times.bundle
    python3 -m venv /tmp/mvt && /tmp/mvt/bin/pip install mvt==2026.10.26
    python3 tests/benches/androidqf.py --phone /tmp/large-phone --bundle /tmp/ten-times.bundle --mvt /tmp/mvt/bin/mvt-android

Prints medians of wall time, CPU time and peak memory, and the ratios. Nothing here fails on a slow machine:
a figure is read by people, beside the load that the machine had.
"""

import argparse
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATED = "2026-11-22T12:00:00Z"


def measure(command, runs):
    """Wall seconds, CPU seconds and peak MiB of one command: medians over some runs."""
    rows = []
    for _ in range(runs):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        code = os.waitstatus_to_exitcode(status)
        if code not in (0, 10, 20, 30):
            raise SystemExit(f"{command[0]} ended with {code}")
        rows.append((wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return [statistics.median(column) for column in zip(*rows)]


def show(name, figures):
    wall, cpu, memory = figures
    print(f"{name:44} {wall:8.2f} s wall {cpu:8.2f} s CPU {memory:8.0f} MiB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--phone", required=True)
    parser.add_argument("--bundle", help="a bundle with ten times the signatures")
    parser.add_argument("--mvt", help="mvt-android")
    parser.add_argument("--iocs", default=str(ROOT / "../shared/data/echap/stalkerware-2023-05-31.stix2"))
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")

    with tempfile.TemporaryDirectory() as out:
        scan = [str(ROOT / "target/release/rushlight"), "scan", arguments.phone, "--at", STATED, "-q"]
        full = measure(scan + ["-o", out], arguments.runs)
        show("rushlight scan -o (pdf, json)", full)
        bare = measure(scan, arguments.runs)
        show("rushlight scan (summary only)", bare)
        if arguments.bundle:
            ten = measure(scan + ["--signatures", arguments.bundle], arguments.runs)
            show("rushlight scan, ten times the signatures", ten)
            print(f"ten times the signatures cost {ten[1] / bare[1]:.2f} times the CPU, {ten[0] / bare[0]:.2f} times the wall time")
        if arguments.mvt:
            mvt = measure(
                [arguments.mvt, "--disable-update-check", "--disable-indicator-update-check", "check-androidqf",
                 "-n", "-i", arguments.iocs, "-o", out + "/mvt", arguments.phone],
                max(1, arguments.runs // 2),
            )
            show("mvt-android check-androidqf", mvt)
            print(f"MVT / rushlight -o: {mvt[0] / full[0]:.0f} times the wall time, {mvt[1] / full[1]:.0f} times the CPU, "
                  f"{mvt[2] / full[2]:.1f} times the memory")


if __name__ == "__main__":
    main()
