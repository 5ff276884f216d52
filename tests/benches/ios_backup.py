#!/usr/bin/env python3
"""Times a scan of a phone-size backup of an iPhone, plain and encrypted, against MVT on the same plain folder and
against OpenSSL's PBKDF2 for the same rounds, in the same run.

    cargo build --release
    cargo run -p rushlight-tests --no-default-features --bin make-ios-backup -- large /tmp/large-ios
    cargo run -p rushlight-tests --no-default-features --bin make-ios-backup -- large /tmp/large-ios-locked made
    python3 -m venv /tmp/mvt && /tmp/mvt/bin/pip install mvt==2026.10.26
    python3 tests/benches/ios_backup.py --backup /tmp/large-ios --locked /tmp/large-ios-locked --password made \
        --mvt /tmp/mvt/bin/mvt-ios

Prints medians of wall time, CPU time and peak memory, the ratios, and each goal with what was measured.
"""

import argparse
import hashlib
import json
import os
import plistlib
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from measuring import STATED, goal, measure, ratio, show

ROOT = Path(__file__).resolve().parents[2]
# Issue 5: 154,000 rows of the manifest, databases of 20,000 to 30,000 rows.
GOAL_SECONDS = 1.5
GOAL_MIB = 100
# An encrypted one: its key derivation (against OpenSSL's for the same rounds), and so much more.
GOAL_DERIVATION = 1.2
GOAL_MORE_SECONDS = 0.5


def rounds(backup):
    """Salts and rounds of the keybag: tags of four letters, a length, a value."""
    keybag = plistlib.loads((Path(backup) / "Manifest.plist").read_bytes())["BackupKeyBag"]
    found, at = {}, 0
    while at + 8 <= len(keybag):
        tag, length = keybag[at:at + 4].decode("latin1"), int.from_bytes(keybag[at + 4:at + 8], "big")
        found.setdefault(tag, keybag[at + 8:at + 8 + length])
        at += 8 + length
    return found["DPSL"], int.from_bytes(found["DPIC"], "big"), found["SALT"], int.from_bytes(found["ITER"], "big")


def openssl(backup, password, runs):
    """Both derivations by Python's hashlib, which is OpenSSL's PKCS5_PBKDF2_HMAC: the median in CPU seconds."""
    first_salt, first, second_salt, second = rounds(backup)
    taken = []
    for _ in range(runs):
        begin = time.process_time()
        key = hashlib.pbkdf2_hmac("sha256", password.encode(), first_salt, first, 32)
        hashlib.pbkdf2_hmac("sha1", key, second_salt, second, 32)
        taken.append(time.process_time() - begin)
    print(f"{f'OpenSSL PBKDF2, {first} and {second} rounds':44} {'':15}{statistics.median(taken):8.2f} s CPU")
    return statistics.median(taken)


def told(program, arguments, environment):
    """What the scan says of the evidence: a fast scan that read nothing would be no measurement."""
    out = subprocess.run([program, "scan", *arguments, "--at", STATED, "-q", "--json"],
                         capture_output=True, check=False, env=environment)
    surfaces = json.loads(out.stdout)["surfaces"]
    kept = [f"{one['id']} {one.get('records')}" for one in surfaces if one["state"] == "read"]
    print(f"  read: {', '.join(kept)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--backup", required=True)
    parser.add_argument("--locked")
    parser.add_argument("--password", default="made")
    parser.add_argument("--program", default=str(ROOT / "target/release/rushlight"))
    parser.add_argument("--mvt", help="mvt-ios")
    parser.add_argument("--iocs", default=str(ROOT / "../shared/data/echap/stalkerware-2023-05-31.stix2"))
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    environment = dict(os.environ, BACKUP_PASSWORD=arguments.password)
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")

    def scan(path, *more):
        return [arguments.program, "scan", path, "--at", STATED, "-q", *more]

    plain = measure(scan(arguments.backup), arguments.runs)
    show("rushlight scan (summary only)", plain)
    told(arguments.program, [arguments.backup], environment)
    goal("plain backup", plain[0], GOAL_SECONDS, "s")
    goal("plain backup", plain[2], GOAL_MIB, "MiB")
    if arguments.mvt:
        with tempfile.TemporaryDirectory() as out:
            few = max(1, arguments.runs // 2)
            mvt = measure([arguments.mvt, "--disable-update-check", "--disable-indicator-update-check", "check-backup",
                           "-i", arguments.iocs, "-o", out, arguments.backup], few)
        show("mvt-ios check-backup", mvt)
        ratio(mvt, plain)
    if arguments.locked:
        secret = ("--password-env", "BACKUP_PASSWORD")
        locked = measure(scan(arguments.locked, *secret), arguments.runs, environment)
        show("rushlight scan, encrypted", locked)
        told(arguments.program, [arguments.locked, *secret], environment)
        derivation = openssl(arguments.locked, arguments.password, min(3, arguments.runs))
        more = locked[1] - GOAL_DERIVATION * derivation
        print(f"  encrypted: {locked[1]:.2f} s CPU, {locked[1] / derivation:.2f} times OpenSSL's derivation alone")
        goal("CPU beyond 1.2 times OpenSSL's derivation", more, GOAL_MORE_SECONDS, "s")


if __name__ == "__main__":
    main()
