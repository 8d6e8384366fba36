#!/bin/sh
# Tells one story in a real window by keys alone, given the two programs: see
# build/keyboard.py. The display and the home are its own.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
. build/display.sh
script=keyboard
programs "$@"
need_packages xvfb xdotool xclip python3 poppler-utils libgl1-mesa-dri

own_home
display 1280x820
own_profile
python3 build/keyboard.py "$window_program" "$terminal_program" "$home" || {
	mkdir -p dist
	import -window root dist/keyboard.png 2>/dev/null || true
	exit 1
}
