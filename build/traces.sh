#!/bin/sh
# Proves that the window program, which is given with the terminal program, leaves
# no file outside of the stick that it lies on, and none at all where it is to leave
# nothing: it runs from a folder beside its mark, in a profile of its own, under
# strace, which must see nothing made, changed or removed elsewhere; and the profile
# must be the same after it as before. In the end it runs as usual, with a vault in
# the profile, where the same look must find what it writes.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
. build/display.sh
script=traces
programs "$@"
look=$PWD/build/written.py
close=$PWD/build/close_window.py

own_home
display 1280x900
export LIBGL_ALWAYS_SOFTWARE=1 LANG=en_GB.UTF-8
unset XAUTHORITY
strace -o /dev/null true || die "traces: this machine allows no strace, so nothing is proven"

passphrase=stick-under-test-$$
printf '%s\n' "$passphrase" >"$home/passphrase"

# profile makes a person's folders with something in them.
profile() {
	for folder in .config .cache .local/share .local/state Documents tmp run; do
		(umask 077 && mkdir -p "$1/$folder")
	done
	printf 'mine\n' >"$1/Documents/letter.txt"
}
snapshot() { (cd "$1" && find . -printf '%p %y %m %s %T@ %C@\n' | sort); }
shown() { ! kill -0 "$app" 2>/dev/null || xdotool search --onlyvisible --name '^Recourse'; }
stopped() { ! kill -0 "$app" 2>/dev/null; }

# The passphrase is tried in each place that Tab leads to. An open vault can only be
# read by others, which the terminal program notes.
opened() { "$terminal_program" --lang en vault list --vault "$1" --passphrase-fd 3 3<"$home/passphrase" 2>&1 | grep -q 'open for reading only'; }
keys() { xdotool windowfocus --sync "$window" "$@"; }
unlocks() {
	for _ in 1 2 3 4; do
		keys type --delay 20 "$passphrase"
		keys key Return
		sleep 3
		! opened "$1" || return 0
		keys key Escape
		keys key Tab
	done
	die "traces: $mode, but the passphrase opens nothing"
}

# writes goes through the first start, in which English stands third of four
# languages, and writes in a new case.
writes() {
	keys key --delay 100 Tab Tab Return
	sleep 1
	keys key Return
	sleep 4
	keys key Return
	sleep 3
	keys type --delay 20 "$passphrase"
	keys key --delay 100 Tab space
	sleep 2
}

# runs starts the program in a folder under strace, in a profile, does something in
# its window, and closes it.
runs() {
	stick=$1 person=$2 calls=$3
	shift 3
	mkdir "$calls"
	(cd "$stick" && exec env HOME="$person" XDG_CONFIG_HOME="$person/.config" XDG_CACHE_HOME="$person/.cache" \
		XDG_DATA_HOME="$person/.local/share" XDG_STATE_HOME="$person/.local/state" XDG_RUNTIME_DIR="$person/run" TMPDIR="$person/tmp" \
		strace -D -ff -qq -y -z --seccomp-bpf --output="$calls/thread" \
		--trace=open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat,utimensat \
		"$stick/recourse" >"$home/app.log" 2>&1) &
	app=$!
	until_true 60 shown || die "traces: no window appeared in a minute: $(tail -n 20 "$home/app.log")"
	! stopped || die "traces: the program ended before its window: $(tail -n 20 "$home/app.log")"
	sleep 3
	window=$(xdotool search --onlyvisible --name '^Recourse' | head -n 1)
	"$@"
	python3 "$close" "$window"
	until_true 20 stopped || die "traces: the program runs on after its window was closed"
	status=0
	wait "$app" || status=$?
	app=""
	[ "$status" -eq 0 ] || die "traces: the program ended with status $status: $(tail -n 20 "$home/app.log")"
}

# elsewhere fails where a run has written outside of the given folders.
elsewhere() {
	calls=$1
	shift
	python3 "$look" "$calls" "$@" /dev /proc >"$home/found" || die "traces: nothing is proven"
	[ ! -s "$home/found" ] || die "traces: $mode, but written elsewhere: $(cat "$home/found")"
}
same() {
	snapshot "$1" >"$home/after"
	diff "$home/before" "$home/after" >&2 || die "traces: $mode, but $1 is changed, as above"
}
in_memory() { find /dev/shm "$home" -maxdepth 3 -name 'recourse-[0-9]*-*' 2>/dev/null; }

for mode in portable leave-nothing; do
	stick=$home/$mode person=$home/person-$mode
	mkdir "$stick"
	profile "$person"
	cp "$window_program" "$stick/recourse"
	touch "$stick/recourse.$mode"
	[ "$mode" = leave-nothing ] || "$terminal_program" --lang en vault init --vault "$stick/recourse-vault" --passphrase-fd 3 3<"$home/passphrase" 2>/dev/null
	snapshot "$person" >"$home/before"
	[ "$mode" = portable ] || snapshot "$stick" >"$home/before-stick"
	if [ "$mode" = portable ]; then
		runs "$stick" "$person" "$home/calls-$mode" unlocks "$stick/recourse-vault"
		same "$person"
		elsewhere "$home/calls-$mode" "$stick"
		[ -d "$stick/recourse-files/config" ] || die "traces: portable, but libraries have no folder on the stick"
		continue
	fi
	runs "$stick" "$person" "$home/calls-$mode" writes
	same "$person"
	# It may write in memory alone, under a name that is its own, and there is nothing at its end.
	python3 "$look" "$home/calls-$mode" /dev /proc >"$home/found" || die "traces: nothing is proven"
	[ ! -s "$home/found" ] || die "traces: leave-nothing, but written: $(cat "$home/found")"
	cp "$home/before-stick" "$home/before"
	same "$stick"
	[ -z "$(in_memory)" ] || die "traces: leave-nothing, but this is left: $(in_memory)"
done

# As usual the program does write to the profile: so the looks above can fail.
mode=usual stick=$home/usual person=$home/person-usual
mkdir "$stick"
profile "$person"
cp "$window_program" "$stick/recourse"
"$terminal_program" --lang en vault init --vault "$person/.config/recourse/vault" --passphrase-fd 3 3<"$home/passphrase" 2>/dev/null
snapshot "$person" >"$home/before"
runs "$stick" "$person" "$home/calls-usual" unlocks "$person/.config/recourse/vault"
python3 "$look" "$home/calls-usual" "$stick" /dev /proc >"$home/found" || die "traces: nothing is proven"
grep -q "$person/.config" "$home/found" || die "traces: what the program writes as usual is not seen, so nothing is proven"
snapshot "$person" >"$home/after"
if cmp -s "$home/before" "$home/after"; then
	die "traces: a profile that was written to looks the same, so nothing is proven"
fi
printf 'ok: nothing written outside of the stick, and nothing at all where nothing is to be left\n'
