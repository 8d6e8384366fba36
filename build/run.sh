#!/bin/sh
# Builds Recourse and opens its window, after installing the system packages that
# the build needs and that are missing. Where there is no display it writes a
# sample complaint as PDF instead and prints its path. Arguments go to the window.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
need_go
mkdir -p dist

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
	say "There is no display here, so no window can open. Writing a sample complaint as PDF instead."
	CGO_ENABLED=0 go build -o dist/recourse-cli ./cmd/recourse-cli
	today=$(date +%Y-%m-%d)
	dist/recourse-cli sample gdpr-art77-complaint --seed 5 --document-lang en --on "$today" |
		dist/recourse-cli pdf - -o dist/sample-complaint.pdf --on "$today"
	printf '%s\n' "$PWD/dist/sample-complaint.pdf"
	exit 0
fi

# shellcheck disable=SC2086 # a list of words
need_packages $window_packages
say "Building. The first time takes some minutes, as the window system is compiled too."
CGO_ENABLED=1 go build -o dist/recourse .
exec dist/recourse "$@"
