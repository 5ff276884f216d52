#!/usr/bin/env python3
"""Times the verification of a large package against two tools that only hash, on the same file in the same run.

    cargo build --release -p rushlight-core --no-default-features --example verify-package
    python3 tests/benches/verify.py --megabytes 512

Prints megabytes (10^6 bytes) per second of CPU time, medians over some runs, and the ratios. Verifying asks of every byte its
SHA-256, its CRC-32 and whether it may stand there, so it cannot be faster than the SHA-256 of the machine:
beside the figure stands whether the processor has instructions for it (SHA-NI). Nothing here fails on a slow
machine: a figure is read by people.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def cpu_seconds(command, runs):
    """CPU and wall seconds of one command: medians over some runs."""
    rows = []
    for _ in range(runs):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            raise SystemExit(f"{command[0]} did not end well")
        rows.append((usage.ru_utime + usage.ru_stime, time.perf_counter() - begin))
    return [statistics.median(column) for column in zip(*rows)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=512)
    parser.add_argument("--runs", type=int, default=5)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser.add_argument("--program", default=str(target / "release/examples/verify-package"))
    arguments = parser.parse_args()
    flags = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    has = "has" if " sha_ni" in flags else "has no"
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores; this processor {has} SHA-NI")
    with tempfile.TemporaryDirectory() as folder:
        package = folder + "/package.zip"
        subprocess.run([arguments.program, "make", package, str(arguments.megabytes)], check=True)
        size = os.path.getsize(package) / 1e6
        tools = [("rushlight verify", [arguments.program, "verify", package])]
        for name, command in (("sha256sum", ["sha256sum"]), ("openssl dgst", ["openssl", "dgst", "-sha256"])):
            if shutil.which(command[0]):
                tools.append((name, command + [package]))
            else:
                print(f"skipped: {name} is not installed")
        first = None
        for name, command in tools:
            cpu, wall = cpu_seconds(command, arguments.runs)
            first = first or cpu
            print(f"{name:20} {size / cpu:8.0f} MB/s of CPU {size / wall:8.0f} MB/s of wall time"
                  f"   {cpu / first:5.2f} times the CPU of rushlight verify")


if __name__ == "__main__":
    main()
