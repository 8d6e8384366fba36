#!/bin/sh
# Runs every test of Recourse, after installing what they need and is missing:
# form and vet, the engine, the window without a display, the program as a whole,
# and one real window. It prints the seconds of each stage; the last line says
# whether all went well. FUZZ=1 also fuzzes each fuzz test for ten seconds and keeps
# the vault busy for two minutes.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
need_go

# The readers, fonts and tools that tests hold the program against.
test_packages="poppler-utils qpdf mupdf-tools python3-pikepdf libharfbuzz-bin fonts-noto-core python3-fonttools unicode-data age jq strace xvfb xdotool imagemagick xclip"

# The one UTF-8 locale that every Debian machine has; and no display of the
# person's own, so that no test depends on it.
export LANG=C.UTF-8
unset LC_ALL LC_MESSAGES LANGUAGE DISPLAY WAYLAND_DISPLAY

times=""
failed=""
exec </dev/null

# stage runs one step, notes its seconds, and goes on after a failure so that one
# run shows all that is wrong.
stage() {
	name=$1
	shift
	printf '== %s\n' "$name"
	began=$(date +%s)
	("$@") || failed="$failed; $name"
	times="$times$(printf '%5d s  %s' $(($(date +%s) - began)) "$name")
"
}

system_packages() {
	# shellcheck disable=SC2086 # a list of words
	need_packages $window_packages $test_packages
}

form() {
	unformatted=$(gofmt -l .) || return 1
	[ -z "$unformatted" ] || die "not in the form of gofmt: $unformatted"
}

vet() { CGO_ENABLED=0 go vet -tags ci ./...; }

# engine and window name the packages without a window and those of one; main
# comes alone.
engine() { go list -tags ci ./... | grep -v -x -e recourse -e recourse/storage -e 'recourse/ui/\(kit\|preview\|screens\|theme\)' -e recourse/ui; }
window() { go list -tags ci ./... | grep -x -e 'recourse/ui/\(kit\|preview\|screens\|theme\)' -e recourse/ui; }

# The engine's tests make many documents and throw them away: collecting less often
# spares a fifth of their time, and costs some hundred megabytes.
# The vault is tested beside them, since how much of it the tests reach is held to a
# bound: what keeps people's cases is not changed without a test that sees it.
# shellcheck disable=SC2046 # lists of words
test_engine() {
	test_vault >dist/vault.test 2>&1 &
	vault=$!
	engine_status=0
	GOGC=400 CGO_ENABLED=0 go test $(CGO_ENABLED=0 engine) || engine_status=$?
	wait "$vault" || engine_status=$?
	cat dist/vault.test
	return "$engine_status"
}

vault_coverage=95
test_vault() {
	CGO_ENABLED=0 go test -cover ./storage >dist/vault.cover || {
		cat dist/vault.cover
		return 1
	}
	cat dist/vault.cover
	awk -v least="$vault_coverage" 'match($0, /coverage: [0-9.]+%/) { reached = substr($0, RSTART + 10, RLENGTH - 11); seen = 1 }
		END { if (!seen || reached + 0 < least) { print "the tests of the vault reach " reached "% of it, bound " least "%"; exit 1 } }' dist/vault.cover
}
# shellcheck disable=SC2046 # lists of words
test_window() { CGO_ENABLED=0 go test $(CGO_ENABLED=0 window); }
test_main() { CGO_ENABLED=0 go test -tags ci .; }

build_cli() { CGO_ENABLED=0 go build -o dist/recourse-cli ./cmd/recourse-cli; }
build_main() { CGO_ENABLED=1 go build -o dist/recourse .; }

fuzz() {
	for package in ./storage $(CGO_ENABLED=0 engine); do
		for target in $(CGO_ENABLED=0 go test -list '^Fuzz' "$package" | grep '^Fuzz' || true); do
			fuzz_one "$package" "$target" || return 1
		done
	done
}

# fuzz_one fuzzes a target for ten seconds. A worker that is at work when they are over
# may end with the deadline as its error, without an input that fails: then it is
# fuzzed once more, and an input that hangs shows again.
fuzz_one() {
	for try in first second; do
		if CGO_ENABLED=0 go test -run '^$' -fuzz "^$2\$" -fuzztime 10s "$1" >dist/fuzz.test 2>&1; then
			tail -n 1 dist/fuzz.test
			return 0
		fi
		if [ "$try" = second ] || grep -q 'Failing input written' dist/fuzz.test || ! grep -q 'context deadline exceeded' dist/fuzz.test; then
			cat dist/fuzz.test
			return 1
		fi
	done
}

soak() { RECOURSE_SOAK=2m CGO_ENABLED=0 go test -run '^TestSoak$' -count=1 ./storage; }

# long fuzzes, and beside that uses a vault for two minutes.
long() {
	soak >dist/soak.test 2>&1 &
	soaking=$!
	long_status=0
	fuzz || long_status=$?
	wait "$soaking" || long_status=$?
	cat dist/soak.test
	return "$long_status"
}

mkdir -p dist
stage "system packages" system_packages
stage "form" form
stage "vet" vet
stage "engine" test_engine
stage "window without a display" test_window
stage "program" test_main
stage "build the terminal program" build_cli
stage "no network" build/offline.sh dist/recourse-cli
stage "build the window program" build_main
stage "real window" build/smoke.sh dist/recourse dist/recourse-cli
stage "leaving quickly" build/leave.sh dist/recourse dist/recourse-cli
stage "no traces" build/traces.sh dist/recourse dist/recourse-cli
[ "${FUZZ:-}" != 1 ] || stage "fuzz and soak" long

printf '== time\n%s' "$times"
if [ -n "$failed" ]; then
	printf 'FAIL:%s\n' "${failed#;}"
	exit 1
fi
printf 'PASS\n'
