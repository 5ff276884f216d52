#!/usr/bin/env python3
"""Holds report.json files against the published schema with a validator that we did not write (jsonschema).

    python3 tests/checks/report_schema.py REPORT.json...

Each report must follow docs/report.schema.json (JSON Schema, draft 2020-12). Then each is changed in ways that
a reader must be able to rely on, and every change must be refused: a schema that accepts anything would pass
the first part. Prints one line for each check; ends with 1 if one fails.
"""

import copy
import json
import pathlib
import re
import sys

from jsonschema import Draft202012Validator, FormatChecker

SCHEMA = pathlib.Path(__file__).parents[2] / "docs" / "report.schema.json"
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")

formats = FormatChecker(formats=[])
formats.checks("date-time")(lambda text: not isinstance(text, str) or bool(DATE_TIME.fullmatch(text)))

failed = []


def check(name, holds):
    print(f"{'ok  ' if holds else 'FAIL'} {name}")
    if not holds:
        failed.append(name)


def put(path, value):
    def change(report):
        *way, last = path
        for step in way:
            report = report[step]
        report[last] = value

    return change


def drop(*path):
    def change(report):
        *way, last = path
        for step in way:
            report = report[step]
        del report[last]

    return change


CHANGES = {
    "another version": put(["schema"], "rushlight.report/2"),
    "a field that the schema does not name": put(["score"], 7),
    "a field that is missing": drop("surfaces"),
    "null left out": drop("device", "zone"),
    "a number as text": put(["summary", "match"], "1"),
    "a count below nothing": put(["summary", "not_checked"], -1),
    "an unknown state of a surface": put(["surfaces", 0, "state"], "clean"),
    "an unknown surface": put(["surfaces", 0, "id"], "feelings"),
    "an unknown platform": put(["device", "platform"], "toaster"),
    "a digest that is too short": put(["bundle", "sha256"], "abc"),
    "a digest in capitals": put(["bundle", "sha256"], "AB" * 32),
    "a time that is none": put(["scan", "stated_at"], "yesterday"),
    "an unknown event": put(["timeline", 0, "what"], "guessed"),
    "a report number of another form": put(["report_id"], "RL-1"),
}
FINDING_CHANGES = {
    "an unknown outcome": put(["findings", 0, "outcome"], "safe"),
    "an unknown kind of subject": put(["findings", 0, "subject", "kind"], "person"),
    "an unknown category": put(["findings", 0, "family"], {"id": "x", "name": "X", "category": "bad"}),
    "an unknown power": put(["findings", 0, "because"], [
        {"indicator": None, "power": "flight", "observed": "x", "provenance": {"input": "a", "locator": "b"}}
    ]),
    "a reason without its place": drop("findings", 0, "because", 0, "provenance"),
}


def main(paths):
    schema = json.loads(SCHEMA.read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=formats)
    check("the schema names no host", "://" not in schema["$id"])
    findings = 0
    for path in paths:
        report = json.loads(pathlib.Path(path).read_text())
        problems = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(report)]
        check(f"{path} follows the schema {problems[:5] or ''}", not problems)
        changes = dict(CHANGES)
        if report["findings"] and report["findings"][0]["because"]:
            changes |= FINDING_CHANGES
            findings += 1
        for name, change in changes.items():
            changed = copy.deepcopy(report)
            change(changed)
            check(f"{path}: refused: {name}", not validator.is_valid(changed))
    check("at least one report has findings", findings > 0)


if len(sys.argv) < 2:
    sys.exit(__doc__)
main(sys.argv[1:])
sys.exit(1 if failed else 0)
