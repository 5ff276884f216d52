#!/usr/bin/env python3
"""Times the reading of a made sysdiagnose against inflating the same file and doing nothing with it.

    cargo build --release -p rushlight-core --no-default-features --example read-sysdiagnose
    python3 tests/benches/sysdiagnose.py --megabytes 300

Prints megabytes (10^6 bytes, of the packed file) per second of CPU and of wall time, medians over some runs, and
the ratios. Reading inflates every byte in one thread and takes the SHA-256 of the packed file in another, so its
wall time cannot be less than the slower of the two; its CPU time is their sum. Nothing here fails on a slow
machine: a figure is read by people.
"""

import argparse
import gzip
import io
import os
import random
import shutil
import statistics
import subprocess
import tarfile
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = "sysdiagnose_2026.11.02_10-15-00+0100_iPhone-OS_iPhone_23A345"


def measure(command, runs):
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


def make(path, megabytes):
    """An archive of so many megabytes when packed: traces, which hardly pack, logs, which pack well, and what is read."""
    source = random.Random(7)
    trace = source.randbytes(4 << 20)
    line = "2026-11-02 08:00:%02d.%06d+0100 0x%06x Default 0x0 %d 0 kernel: (AppleBCMWLAN) <private> state %d\n"
    log = "".join(
        line % (number % 60, source.randrange(10**6), source.randrange(1 << 24), source.randrange(999), number)
        for number in range(40_000)
    ).encode()
    installed = "".join(
        f"Mon Nov  2 08:{number // 60 % 60:02d}:{number % 60:02d} 2026 [90] <notice> (0x16f0) -[MIInstaller x]: "
        f"Install successful for (Customer:org.example.app{number % 300}); Staging: 0.03s\n"
        for number in range(60_000)
    ).encode()

    with open(path, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", compresslevel=6, mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar:

            def add(name, content):
                entry = tarfile.TarInfo(f"{NAME}/{name}")
                entry.size = len(content)
                tar.addfile(entry, io.BytesIO(content))

            folder = tarfile.TarInfo(NAME)
            folder.type = tarfile.DIRTYPE
            tar.addfile(folder)
            for number in range(4):
                add(f"logs/MobileInstallation/mobile_installation.log.{number}", installed)
            add("ps.txt", b"USER COMMAND\n" + b"root /usr/libexec/locationd\n" * 600)
            number = 0
            while file.tell() < megabytes * 10**6:
                # The same bytes lie too far apart for gzip to find them again.
                add(f"system_logs.logarchive/Persist/{number}.tracev3", trace[: 1 << 20] + trace)
                for _ in range(3):
                    add(f"logs/other/{number}.log", log)
                    number += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=300)
    parser.add_argument("--runs", type=int, default=5)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser.add_argument("--program", default=str(target / "release/examples/read-sysdiagnose"))
    arguments = parser.parse_args()
    flags = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    has = "has" if " sha_ni" in flags else "has no"
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores; this processor {has} SHA-NI")
    with tempfile.TemporaryDirectory() as folder:
        archive = f"{folder}/{NAME}.tar.gz"
        make(archive, arguments.megabytes)
        size = os.path.getsize(archive) / 1e6
        with gzip.open(archive) as packed:
            inflated = sum(len(chunk) for chunk in iter(lambda: packed.read(1 << 20), b"")) / 1e6
        print(f"the archive has {size:.0f} MB, inflated {inflated:.0f} MB")
        tools = [
            ("rushlight read", [arguments.program, "read", archive]),
            ("zlib-rs inflate alone", [arguments.program, "inflate", archive]),
        ]
        for name, command in (("gzip -dc", ["gzip", "-dc"]), ("sha256sum", ["sha256sum"])):
            if shutil.which(command[0]):
                tools.append((name, command + [archive]))
            else:
                print(f"skipped: {name} is not installed")
        first = None
        for name, command in tools:
            cpu, wall = measure(command, arguments.runs)
            first = first or wall
            print(f"{name:24} {size / cpu:7.0f} MB/s CPU {size / wall:7.0f} MB/s wall, {wall / first:5.2f} times ours")


if __name__ == "__main__":
    main()
