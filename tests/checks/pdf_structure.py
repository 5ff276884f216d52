#!/usr/bin/env python3
"""Looks into a report's PDF with a library that did not write it (pikepdf, which is qpdf).

    python3 tests/checks/pdf_structure.py out/report.pdf out/report.json

Checks what PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) ask of the file's structure, as far as a reader
without their rule sets can: that is not veraPDF. Prints one line for each check; ends with 1 if one fails.
"""

import sys

import pikepdf

failed = []


def check(name, holds):
    print(f"{'ok  ' if holds else 'FAIL'} {name}")
    if not holds:
        failed.append(name)


def tags(element, found, depth=0):
    """Every structure element's tag, walked with a bound."""
    if depth > 64 or not isinstance(element, pikepdf.Dictionary):
        return
    if "/S" in element:
        found.append(element)
    kids = element.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        tags(kid, found, depth + 1)


def fonts_embedded(pdf):
    for page in pdf.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            for descendant in font.get("/DescendantFonts", [font]):
                descriptor = descendant.get("/FontDescriptor", {})
                if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                    return False
    return True


def main(pdf_path, json_path):
    pdf = pikepdf.open(pdf_path)
    root = pdf.Root
    check("its syntax is sound", not pdf.check_pdf_syntax())
    check("is not encrypted", not pdf.is_encrypted)
    check("language is en-GB", str(root.get("/Lang")) == "en-GB")
    check("is marked as tagged", bool(root.MarkInfo.Marked))
    check("shows its title", bool(root.ViewerPreferences.DisplayDocTitle))
    check("runs nothing", not any(key in root for key in ("/OpenAction", "/AA")) and "/JavaScript" not in root.get("/Names", {}))

    with pdf.open_metadata() as meta:
        check("XMP says PDF/A-3a", (meta.get("pdfaid:part"), meta.get("pdfaid:conformance")) == ("3", "A"))
        check("XMP says PDF/UA-1", meta.get("pdfuaid:part") == "1")
        check("XMP has a title", bool(meta.get("dc:title")))

    intents = [intent for intent in root.get("/OutputIntents", []) if intent.S == "/GTS_PDFA1"]
    check("has an output intent with a colour profile", bool(intents) and "/DestOutputProfile" in intents[0])
    check("embeds every font", fonts_embedded(pdf))

    found = []
    tags(root.StructTreeRoot, found)
    names = [str(element.S) for element in found]
    for tag in ("/H1", "/H2", "/Table", "/TR", "/TH", "/TD", "/P"):
        check(f"has {tag[1:]} tags", tag in names)
    headers = [element for element in found if element.S == "/TH"]

    def scoped(cell):
        attributes = cell.get("/A")
        attributes = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
        return any(isinstance(item, pikepdf.Dictionary) and "/Scope" in item for item in attributes)

    check("every table header has a scope", bool(headers) and all(scoped(cell) for cell in headers))
    check("every page is in the structure", all("/StructParents" in page for page in pdf.pages))

    attached = dict(pdf.attachments.items())
    check("carries report.json and nothing else", list(attached) == ["report.json"])
    if "report.json" in attached:
        spec = attached["report.json"]
        with open(json_path, "rb") as file:
            check("what it carries is report.json, byte for byte", spec.get_file().read_bytes() == file.read())
        check("says how the attachment belongs to it", str(spec.obj.get("/AFRelationship")) in ("/Source", "/Data"))
        check("the attachment is associated with the document", "/AF" in root)

    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
