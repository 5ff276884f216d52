#!/usr/bin/env bash
# Draws the pages of a report that the README shows.
#
#     tests/checks/pages_to_images.sh [RUSHLIGHT]
#
# Checks the made phone with the made case, and draws page one, the page with the first finding, and the person's
# page one into docs/images: 16 greys, each below 150 KB. Needs poppler-utils and python3 with Pillow.
set -euo pipefail
cd "$(dirname "$0")/../.."
rushlight=${1:-target/release/rushlight} out=docs/images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# 20: the made phone has a match.
"$rushlight" scan tests/fixtures/made-phone --case tests/fixtures/made-case.toml --at 2026-11-22T12:00:00Z \
    -o "$work/report" --editions officer,person --formats pdf --quiet >/dev/null || [ $? -eq 20 ]
officer=$work/report/report.pdf person=$work/report/document-2026-11-22.pdf

# The first page that has this heading.
page_of() {
    local page=1
    while ! pdftotext -f "$page" -l "$page" "$1" - 2>/dev/null | grep -q "^$2"; do
        page=$((page + 1))
    done
    echo "$page"
}

draw() {
    pdftoppm -r 110 -gray -png -singlefile -f "$2" -l "$2" "$1" "$work/$3" 2>/dev/null
    python3 - "$work/$3.png" "$out/$3.png" <<'PYTHON'
import sys

from PIL import Image

page = Image.open(sys.argv[1]).convert("L")
page.quantize(16).save(sys.argv[2], optimize=True)
PYTHON
    [ "$(stat -c %s "$out/$3.png")" -lt 150000 ] || { echo "$3.png is too large" >&2; exit 1; }
}

mkdir -p "$out"
draw "$officer" 1 page-1
# Page one names F1 too, so the search starts with the heading.
draw "$officer" "$(page_of "$officer" "F1: ")" finding
draw "$officer" "$(page_of "$officer" "F2: Worth a look")" behaviour
draw "$person" 1 person-page-1
