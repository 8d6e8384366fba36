#!/bin/sh
# Leaves the real window, given the two programs, by Escape three times: locked,
# while the vault is being opened, out of a field with words that were just typed,
# and out of a list that lies over it; and it asks the program to end as a system does
# that shuts down. The program must end well each time, and the
# words must be in the vault. It prints how long it took.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
. build/display.sh
script=leave
programs "$@"
own_home
own_profile
vault="$home/config/recourse/vault"
passphrase=leave-under-test-$$
printf '%s\n' "$passphrase" >"$home/passphrase"
terminal() { "$terminal_program" --lang en "$@" --vault "$vault" --passphrase-fd 3 3<"$home/passphrase"; }
terminal vault init 2>"$home/terminal.log" || die "leave: no vault: $(cat "$home/terminal.log")"

# A case that stands at the question for what happened, which is typed in words.
"$terminal_program" sample gdpr-art77-complaint --seed 1 --on 2026-11-23 |
	python3 -c 'import json, sys; case = json.load(sys.stdin); case["answers"].pop("events.account", None); json.dump(case, sys.stdout)' >"$home/case.json"
id=$(terminal vault put "$home/case.json") || die "leave: the vault takes no case"

display 1280x900

shown() { ! kill -0 "$app" 2>/dev/null || xdotool search --onlyvisible --name '^Recourse'; }
settled() {
	import -window root "$home/a.png"
	sleep 0.5
	import -window root "$home/b.png"
	cmp -s "$home/a.png" "$home/b.png"
}
begins() {
	"$window_program" "$@" >"$home/app.log" 2>&1 &
	app=$!
	until_true 60 shown || die "leave: no window appeared in a minute: $(tail -n 20 "$home/app.log")"
	xdotool windowfocus --sync "$(xdotool search --onlyvisible --name '^Recourse' | head -n 1)"
	until_true 20 settled || true
}
unlocks() {
	xdotool type --delay 20 "$passphrase"
	xdotool key Return
}
# opens leads from the list of cases to the question: past the search, the choice of
# statuses and the four heads of columns.
opens() {
	unlocks
	sleep 2
	until_true 20 settled || true
	xdotool key --delay 100 Tab Tab Tab Tab Tab Tab Tab Return
	sleep 1
	until_true 20 settled || true
}
leaves() {
	python3 build/leave.py "$app" >"$home/times" || die "leave: $1: $(tail -n 20 "$home/app.log")"
	status=0
	wait "$app" || status=$?
	app=""
	[ "$status" -eq 0 ] || die "leave: $1: the program ended with status $status: $(tail -n 20 "$home/app.log")"
	printf '%s: %s\n' "$1" "$(cat "$home/times")"
}
kept() {
	terminal vault get "$id" -o "$home/again.json" 2>"$home/terminal.log" || die "leave: the case cannot be read: $(cat "$home/terminal.log")"
	grep -q "$1" "$home/again.json" || die "leave: what was typed last is not in the vault"
}

begins
leaves "locked"
begins
unlocks
leaves "while the vault is opened"
begins
opens
xdotool type --delay 20 "typed in the last moment"
leaves "in a field"
kept "typed in the last moment"
begins
unlocks
sleep 2
until_true 20 settled || true
xdotool type --delay 20 " and once more"
xdotool mousemove 985 27 click 1
sleep 0.5
leaves "with a list over the window"
kept "and once more"
# The system asks the program to end as soon as words were typed, before they are saved
# without that.
begins -say
unlocks
until_true 20 grep -q '^text-area' "$home/app.log" || die "leave: the question did not come back: $(tail -n 3 "$home/app.log")"
xdotool type --delay 20 " and at the very last"
until_true 20 grep -q "and at the very last" "$home/app.log" || die "leave: what was typed did not arrive: $(tail -n 3 "$home/app.log")"
kill -TERM "$app"
status=0
wait "$app" || status=$?
app=""
[ "$status" -eq 0 ] || die "leave: asked to end, the program ended with status $status: $(tail -n 20 "$home/app.log")"
kept "and at the very last"
printf 'ok: the program was left from four states and when it was asked to end, and every word is in the vault\n'
