#!/bin/sh
# Measures the figures of docs/VAULT.md on this machine and fails where one is
# missed: opening, searching and saving with 10 and 10,000 cases, the passphrase,
# and a file of 2 GB (RECOURSE_EXHIBIT_MB says another size) beside the age program.
# It wants a machine that does nothing else, and ten gigabytes of room in TMPDIR.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
need_go
need_packages age
say "load: $(cut -d' ' -f1-3 /proc/loadavg)"
RECOURSE_EXHIBIT_MB=${RECOURSE_EXHIBIT_MB:-2048} CGO_ENABLED=0 \
	go test ./storage -run '^$' -bench '^Benchmark(Figures|LargeExhibit)$' -benchtime 1x -timeout 1h
say "load: $(cut -d' ' -f1-3 /proc/loadavg)"
