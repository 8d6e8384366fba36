#!/bin/sh
# Tries the real window: starts the program given as the argument under a display
# of its own and in folders of its own, waits for its window, looks whether
# something is drawn, presses keys and looks whether the picture changes, closes
# the window, and waits for the program to end well. Pictures stay in dist/smoke.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
program=${1:?usage: build/smoke.sh PROGRAM}
[ -x "$program" ] || die "smoke: there is no program at $program"

home=$(mktemp -d)
pictures=dist/smoke
mkdir -p "$pictures"
app=""
server=""
finish() {
	[ -z "$app" ] || kill "$app" 2>/dev/null || true
	[ -z "$server" ] || kill "$server" 2>/dev/null || true
	rm -rf "$home"
}
trap finish EXIT
trap 'exit 1' INT TERM

# until_true tries a command four times a second for some seconds.
until_true() {
	tries=$(($1 * 4))
	shift
	until "$@" >/dev/null 2>&1; do
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || return 1
		sleep 0.25
	done
}

Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$home/display" 2>"$home/xvfb.log" &
server=$!
until_true 20 test -s "$home/display" || die "smoke: Xvfb did not start: $(cat "$home/xvfb.log")"
DISPLAY=:$(cat "$home/display")
export DISPLAY
unset WAYLAND_DISPLAY

mkdir -m 700 "$home/run"
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" \
	XDG_RUNTIME_DIR="$home/run" LANG=en_GB.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
"$program" >"$home/app.log" 2>&1 &
app=$!

running() { kill -0 "$app" 2>/dev/null; }
shown() { ! running || xdotool search --onlyvisible --name '^Recourse'; }
until_true 60 shown || die "smoke: no window appeared in a minute: $(cat "$home/app.log")"
running || die "smoke: the program ended before its window: $(cat "$home/app.log")"
window=$(xdotool search --onlyvisible --name '^Recourse' | head -n 1)

shoot() { import -window "$window" "$pictures/$1.png"; }
colours() { identify -format '%k' "$pictures/$1.png"; }
drawn() { shoot start && [ "$(colours start)" -gt 20 ]; }
until_true 30 drawn || die "smoke: the window stays empty: $(colours start) colours in $pictures/start.png"
sleep 1
shoot start

# There is no window manager here, so the window is given the keys by hand.
xdotool windowfocus "$window"
xdotool key Tab
raw() { convert "$pictures/$1.png" "$pictures/$1.rgb"; }
raw start
changed() { shoot tab && raw tab && ! cmp -s "$pictures/start.rgb" "$pictures/tab.rgb"; }
until_true 15 changed || die "smoke: the Tab key changes nothing in the window"

python3 build/close_window.py "$window"
stopped() { ! running; }
until_true 20 stopped || die "smoke: the program runs on after its window was closed"
status=0
wait "$app" || status=$?
app=""
[ "$status" -eq 0 ] || die "smoke: the program ended with status $status: $(cat "$home/app.log")"
rm -f "$pictures"/*.rgb
if grep -n -i -e '^panic' -e 'fatal error' -e 'Error in Fyne call thread' "$home/app.log" >&2; then
	die "smoke: the program complained, as above"
fi
printf 'ok: window %s opened with %s colours, answered a key and closed\n' "$window" "$(colours start)"
