#!/usr/bin/env python3
"""Holds report.jsonld against the CASE and UCO ontologies (case-utils 0.18.0) and against the report beside it.

    python3 tests/checks/case_uco.py FOLDER...

Each folder has report.json and report.jsonld of one report. `case_validate` must find no violation, no warning,
no remark, and no concept that the ontologies do not have; it brings CASE 1.5.0 with it and needs no network. A graph with
nothing in it passes that too, so what the report says is then looked for in the graph (rdflib): findings,
subjects, digests, places, times, what was not checked. Last, a changed graph must be refused: otherwise the
first part proves nothing. Prints one line for each check; ends with 1 if one fails.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import rdflib
from rdflib import RDF, Literal, Namespace

CASE = "https://ontology.caseontology.org/case/"
UCO = "https://ontology.unifiedcyberontology.org/uco/"
INVESTIGATION = Namespace(CASE + "investigation/")
ACTION, ANALYSIS, CORE, OBSERVABLE, TOOL, TYPES, CONFIGURATION = (
    Namespace(f"{UCO}{name}/")
    for name in ("action", "analysis", "core", "observable", "tool", "types", "configuration")
)
VALIDATE = pathlib.Path(sys.executable).parent / "case_validate"

failed = []


def check(name, holds):
    print(f"{'ok  ' if holds else 'FAIL'} {name}")
    if not holds:
        failed.append(name)


def validate(path):
    """Whether case_validate conforms, and what it wrote."""
    run = subprocess.run(
        [VALIDATE, "--built-version", "case-1.5.0", path], capture_output=True, text=True
    )
    return run.returncode == 0, run.stdout + run.stderr


def undefined(output):
    return any(word in output for word in ("NonExistentCDOConcept", "do not exist", "not in known", "Warning"))


def look(folder):
    path = folder / "report.jsonld"
    conforms, output = validate(path)
    check(f"{path}: case_validate conforms", conforms and "Conforms: True" in output)
    check(f"{path}: every concept is one of CASE or UCO", not undefined(output))
    if not conforms or undefined(output):
        print(output[-3000:])

    report = json.loads((folder / "report.json").read_text())
    graph = rdflib.Graph().parse(path, format="json-ld")
    say = lambda name, holds: check(f"{path}: {name}", holds)

    def all_of(kind):
        return set(graph.subjects(RDF.type, kind))

    findings = report["findings"]
    results = all_of(ANALYSIS.AnalyticResult)
    say(f"{len(findings)} findings", len(results) == len(findings))
    check_node = set(all_of(ANALYSIS.Analysis))
    say("one check, which is an investigative action", len(check_node) == 1 and check_node <= all_of(INVESTIGATION.InvestigativeAction))
    (the_check,) = check_node
    for finding in findings:
        (result,) = graph.subjects(CORE.name, Literal(finding["id"])) or [None]
        said = set(map(str, graph.objects(result, CORE.statement)))
        say(f"{finding['id']} says its headline", finding["text"]["headline"] in said)
        say(f"{finding['id']} says what it does not tell", finding["text"]["does_not_tell"] in said)
        say(f"{finding['id']} comes from the check", (result, ANALYSIS.originatingAnalysis, the_check) in graph)
        (subject,) = graph.objects(result, ANALYSIS.resultContent)
        tag = Literal(f"{finding['subject']['kind']}:{finding['subject']['id']}")
        say(f"{finding['id']} is about its subject", (subject, CORE.tag, tag) in graph)
        if finding["subject"]["kind"] == "app":
            identifiers = {
                str(value)
                for facet in graph.objects(subject, CORE.hasFacet)
                for value in graph.objects(facet, OBSERVABLE.applicationIdentifier)
            }
            say(f"{finding['id']} names the app", identifiers == {finding["subject"]["id"]})
        for because in finding["because"]:
            place = because["provenance"]
            if because["indicator"]:
                fired = because["indicator"]["id"]
                say(f"{finding['id']} says that {fired} fired", any(text.startswith(fired) for text in said))
            found = any(
                (target, CORE.name, Literal(place["input"])) in graph
                and any(
                    (facet, OBSERVABLE.path, Literal(place["locator"])) in graph
                    for facet in graph.objects(relation, CORE.hasFacet)
                )
                for relation in graph.subjects(CORE.source, subject)
                for target in graph.objects(relation, CORE.target)
            )
            say(f"{finding['id']} was seen at {place['input']} {place['locator']}", found)

    hashes = {
        value.value.hex()
        for value in graph.objects(None, TYPES.hashValue)
    }
    expected = {row["sha256"] for row in report["inputs"]}
    if report["record"]:
        expected.add(report["record"]["sha256"])
    say(f"{len(expected)} digests, and no other", hashes == expected)
    settings = {
        str(graph.value(entry, CONFIGURATION.itemName)): str(graph.value(entry, CONFIGURATION.itemValue))
        for entry in all_of(CONFIGURATION.ConfigurationEntry)
    }
    say("the version of the signatures", settings.get("signatures.version") == report["bundle"]["version"])
    say("the digest of the signatures", settings.get("signatures.sha256") == report["bundle"]["sha256"])
    say("one phone", len(all_of(OBSERVABLE.MobileDevice)) == 1)
    say("one program", len(all_of(TOOL.ConfiguredTool)) == 1)
    say("the stated time", str(graph.value(the_check, ACTION.startTime)) in times(report["scan"]["stated_at"]))
    records = all_of(INVESTIGATION.ProvenanceRecord)
    say("the report's number", {str(graph.value(one, CORE.name)) for one in records} == {report["report_id"]})
    unread = {row["id"] for row in report["surfaces"] if row["state"] == "unavailable" or row["skipped_count"]}
    told = {str(graph.value(node, CORE.name)) for node in graph.objects(the_check, ACTION.error)}
    say(f"{len(unread)} surfaces that were not checked", told == unread)
    case = report["case"]
    cases = all_of(INVESTIGATION.Investigation)
    say("the case, if there is one", len(cases) == (1 if case and case["reference"] else 0))
    officer = graph.value(the_check, ACTION.performer)
    filled = bool(case and any(case["officer"].values()))
    say("the officer, if there is one", (officer is not None) == filled)
    return bool(findings), bool(case)


def times(text):
    return {text, text.replace("Z", "+00:00")}


def refuses(folder):
    """Changes that case_validate must see."""
    whole = json.loads((folder / "report.jsonld").read_text())
    changes = {
        "a time as plain text": lambda node: node.update({"uco-action:startTime": "soon"}) if "uco-action:startTime" in node else None,
        "a property that UCO does not have": lambda node: node.update({"uco-core:nmae": "x"}),
    }
    for name, change in changes.items():
        graph = json.loads(json.dumps(whole))
        for node in graph["@graph"]:
            change(node)
        with tempfile.TemporaryDirectory() as place:
            path = pathlib.Path(place) / "changed.jsonld"
            path.write_text(json.dumps(graph))
            conforms, output = validate(path)
        check(f"refused: {name}", not conforms or undefined(output))


if len(sys.argv) < 2:
    sys.exit(__doc__)
folders = [pathlib.Path(name) for name in sys.argv[1:]]
seen = [look(folder) for folder in folders]
check("one report has findings", any(found for found, _ in seen))
refuses(folders[0])
sys.exit(1 if failed else 0)
