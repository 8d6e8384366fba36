#!/bin/sh
# Draws the pictures of the letters anew, one for each language, and writes the
# fingerprints of their files: run it after a change that is meant to be seen, and
# look at each picture before it is kept.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
need_go
need_packages poppler-utils python3-pikepdf python3-fonttools
CGO_ENABLED=0 go test ./forms/pdf -run '^TestLetters(LookAsApproved|AreTheApprovedBytes)$' -update
ls -l docs/pictures/letter-*.png
