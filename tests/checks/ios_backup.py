#!/usr/bin/env python3
"""Holds the made backups of an iPhone against programs that we did not write.

    cargo build -p rushlight-tests --no-default-features --bin make-ios-backup
    python3 -m venv target/tools/ios && target/tools/ios/bin/pip install -r tests/checks/requirements-ios.txt
    target/tools/ios/bin/python tests/checks/ios_backup.py --make target/debug/make-ios-backup

iphone_backup_decrypt opens the encrypted ones (1,000 and 10,000,000 rounds): every file that it decrypts is compared
with the same file of the plain one, byte for byte, and a wrong password is refused. `mvt-ios check-backup` reads the
plain one: its counts are compared with what was made. Ends with 1 where anything differs.
"""

import argparse
import json
import os
import plistlib
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from iphone_backup_decrypt import EncryptedBackup

PASSWORD = "correct horse"
# What managed_phone() of tests/src/made_ios_backup.rs holds. One of its three permissions stands in the log alone, which a
# backup keeps as a file of another name; MVT does not look for that, and reads two.
EXPECTED = {"applications": 2, "tcc": 2, "configuration_profiles": 1, "profile_events": 1, "datausage": 3}


def rows(database):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as listed:
        question = "SELECT fileID, domain, relativePath, flags FROM Files ORDER BY fileID"
        return listed.execute(question).fetchall()


def compare_encrypted(make, folder, plain, rounds):
    made = folder / f"encrypted-{rounds}"
    subprocess.run([make, "small", made, PASSWORD, str(rounds)], check=True)
    backup = EncryptedBackup(backup_directory=str(made), passphrase=PASSWORD)
    listed = folder / f"Manifest-{rounds}.db"
    backup.save_manifest_file(str(listed))
    assert rows(listed) == rows(plain / "Manifest.db"), "the list of files has other rows"
    files = 0
    for file_id, domain, path, flags in rows(listed):
        if flags != 1:
            continue
        found = backup.extract_file_as_bytes(path, domain_like=domain)
        expected = (plain / file_id[:2] / file_id).read_bytes()
        assert found == expected, f"{domain} {path} differs"
        files += 1
    assert files > 10
    print(f"iphone_backup_decrypt, {rounds} rounds: the list of files and {files} files are the same, byte for byte")
    if rounds < 10_000:
        try:
            EncryptedBackup(backup_directory=str(made), passphrase="wrong").test_decryption()
        except ValueError:
            print("iphone_backup_decrypt: a wrong password is refused")
        else:
            raise AssertionError("a wrong password was taken")


def compare_mvt(folder, plain):
    # MVT reads no app at all where one has no record of a store (KeyError: iTunesMetadata).
    info = plistlib.loads((plain / "Info.plist").read_bytes())
    del info["Applications"]["com.example.monitor"]
    (plain / "Info.plist").write_bytes(plistlib.dumps(info))
    out = folder / "mvt"
    mvt = Path(sys.executable).with_name("mvt-ios")
    options = ["--disable-update-check", "--disable-indicator-update-check"]
    done = subprocess.run(
        [mvt, *options, "check-backup", "-o", out, plain], capture_output=True, text=True, check=False,
        env=os.environ | {"HOME": str(folder)})
    assert done.returncode == 0, done.stdout + done.stderr
    for name, count in EXPECTED.items():
        path = out / f"{name}.json"
        assert path.is_file(), f"MVT wrote no {path.name}:\n{done.stdout}{done.stderr}"
        found = len(json.loads(path.read_text()))
        assert found == count, f"MVT reads {found} of {name}, and {count} were made"
        print(f"mvt-ios check-backup: {count} of {name}, as expected")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--make", required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        plain = folder / "plain"
        subprocess.run([arguments.make, "small", plain], check=True)
        for rounds in (1_000, 10_000_000):
            compare_encrypted(arguments.make, folder, plain, rounds)
        compare_mvt(folder, plain)


if __name__ == "__main__":
    main()
