#!/usr/bin/env python3
"""Times a scan of a phone-size AndroidQF acquisition, with its bug report, against MVT on the same folder, in
the same run.

    cargo build --release
    cargo run --release -p rushlight-tests --bin make-large-phone -- /tmp/large-phone
    cargo run --release -p rushlight-tests --example ten-times -- /tmp/ten-times.bundle
    python3 -m venv /tmp/mvt && /tmp/mvt/bin/pip install mvt==2026.10.26
    python3 tests/benches/androidqf.py --phone /tmp/large-phone --bundle /tmp/ten-times.bundle --mvt /tmp/mvt/bin/mvt-android

Prints medians of wall time, CPU time and peak memory, the ratios, and each goal with what was measured. Nothing
here fails on a slow machine: a figure is read by people, beside the load that the machine had.
"""

import argparse
import json
import os
import subprocess
import tempfile
from pathlib import Path

from measuring import STATED, goal, measure, ratio, show

ROOT = Path(__file__).resolve().parents[2]
# Issue 4: 450 packages, 200,000 files, 53 MB of dumpstate.
GOAL_SECONDS = 2.0
GOAL_MIB = 120


def goals(name, figures):
    goal(name, figures[0], GOAL_SECONDS, "s")
    goal(name, figures[2], GOAL_MIB, "MiB")


def unread(program, path):
    """What the scan says of the evidence: a fast scan that skipped the bug report would be no measurement."""
    report = subprocess.run([program, "scan", path, "--at", STATED, "-q", "--json"], capture_output=True, check=False)
    surfaces = json.loads(report.stdout)["surfaces"]
    kept = [f"{one['id']} {one.get('records')}" for one in surfaces if one["state"] == "read"]
    left = [one["id"] for one in surfaces if one["state"] != "read"]
    print(f"  read: {', '.join(kept)}\n  not read: {', '.join(left) or 'none'}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--phone", required=True)
    parser.add_argument("--program", default=str(ROOT / "target/release/rushlight"))
    parser.add_argument("--bundle", help="a bundle with ten times the signatures")
    parser.add_argument("--mvt", help="mvt-android")
    parser.add_argument("--iocs", default=str(ROOT / "../shared/data/echap/stalkerware-2023-05-31.stix2"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--formats", default="pdf,json")
    arguments = parser.parse_args()
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    bug_report = str(Path(arguments.phone) / "bugreport.zip")
    peer = [arguments.mvt, "--disable-update-check", "--disable-indicator-update-check"]
    few = max(1, arguments.runs // 2)

    with tempfile.TemporaryDirectory() as out:
        def scan(path):
            return [arguments.program, "scan", path, "--at", STATED, "-q"]

        full = measure(scan(arguments.phone) + ["--formats", arguments.formats, "-o", out], arguments.runs)
        show(f"rushlight scan -o ({arguments.formats})", full)
        goals("acquisition with bug report", full)
        bare = measure(scan(arguments.phone), arguments.runs)
        show("rushlight scan (summary only)", bare)
        unread(arguments.program, arguments.phone)
        if arguments.bundle:
            ten = measure(scan(arguments.phone) + ["--signatures", arguments.bundle], arguments.runs)
            show("rushlight scan, ten times the signatures", ten)
            print(f"  they cost {ten[1] / bare[1]:.2f} times the CPU, {ten[0] / bare[0]:.2f} times the wall time")
        if arguments.mvt:
            mvt = measure(peer + ["check-androidqf", "-n", "-i", arguments.iocs, "-o", out + "/mvt", arguments.phone], few)
            show("mvt-android check-androidqf", mvt)
            ratio(mvt, full)
        if os.path.exists(bug_report):
            alone = measure(scan(bug_report), arguments.runs)
            show("rushlight scan bugreport.zip (summary only)", alone)
            unread(arguments.program, bug_report)
            if arguments.mvt:
                mvt = measure(peer + ["check-bugreport", "-i", arguments.iocs, "-o", out + "/mvt-bugreport", bug_report], few)
                show("mvt-android check-bugreport", mvt)
                ratio(mvt, alone)


if __name__ == "__main__":
    main()
