#!/bin/sh
# Tells one story in a real window by keys alone, given the two programs: see
# build/keyboard.py. The display and the home are its own.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
window_program=$(realpath "${1:?usage: build/keyboard.sh WINDOW TERMINAL}")
terminal_program=$(realpath "${2:?usage: build/keyboard.sh WINDOW TERMINAL}")
for program in "$window_program" "$terminal_program"; do
	[ -x "$program" ] || die "keyboard: there is no program at $program"
done
need_packages xvfb xdotool xclip python3 poppler-utils libgl1-mesa-dri

home=$(mktemp -d)
server=""
finish() {
	[ -z "$server" ] || kill "$server" 2>/dev/null || true
	rm -rf "$home" || true
}
trap finish EXIT
trap 'exit 1' INT TERM
mkdir -m 700 "$home/run" "$home/config" "$home/cache"
Xvfb -displayfd 3 -screen 0 1280x820x24 -nolisten tcp 3>"$home/display" 2>"$home/xvfb.log" &
server=$!
tries=80
until [ -s "$home/display" ]; do
	tries=$((tries - 1))
	[ "$tries" -gt 0 ] || die "keyboard: Xvfb did not start: $(cat "$home/xvfb.log")"
	sleep 0.25
done
DISPLAY=:$(cat "$home/display")
export DISPLAY
unset WAYLAND_DISPLAY
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run" \
	LANG=en_GB.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
python3 build/keyboard.py "$window_program" "$terminal_program" "$home" || {
	mkdir -p dist
	import -window root dist/keyboard.png 2>/dev/null || true
	exit 1
}
