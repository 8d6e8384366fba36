#!/bin/sh
# Tells one story in a real window by keys alone, given the window program: see
# build/keyboard.py. The display and the home are its own. The document lies in dist/
# then; where the story ends early, a picture of the window does.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
. build/display.sh
script=keyboard
window_program=$(realpath "${1:?usage: build/keyboard.sh WINDOW}")
need_packages xvfb xdotool xclip imagemagick python3 poppler-utils libgl1-mesa-dri

own_home
display 1280x820
own_profile
python3 build/keyboard.py "$window_program" "$home"
cp "$home"/*.pdf dist/keyboard.pdf
