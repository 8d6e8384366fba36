#!/bin/sh
# Draws the pictures of docs/pictures, given the two programs: the window on a
# question page in English and in Arabic, started under a display of its own with
# an invented case, the first page of each document, a copy in two languages, and
# the furniture of court papers. They are kept small.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
window_program=${1:?usage: build/pictures.sh WINDOW TERMINAL}
terminal_program=${2:?usage: build/pictures.sh WINDOW TERMINAL}
for program in "$window_program" "$terminal_program"; do
	[ -x "$program" ] || die "pictures: there is no program at $program"
done
need_packages xvfb xdotool imagemagick poppler-utils python3 libgl1-mesa-dri

home=$(mktemp -d)
out=docs/pictures
day=2026-11-23
passphrase=pictures-of-an-invented-case
mkdir -p "$out"
app=""
server=""
finish() {
	[ -z "$app" ] || kill "$app" 2>/dev/null || true
	[ -z "$server" ] || kill "$server" 2>/dev/null || true
	rm -rf "$home"
}
trap finish EXIT
trap 'exit 1' INT TERM

# The pages with the furniture of court papers come from the test that makes them;
# it runs before the home of the pictures takes the place of yours.
need_go
CGO_ENABLED=0 go test ./forms/filing -count=1 -run 'TestFurniture$' -artifacts -outputdir "$home" >/dev/null
papers=$(dirname "$(find "$home/_artifacts" -name furniture.en.0.pdf | head -n 1)")

# small writes a picture with few colours.
small() { convert "$1" -strip +dither -colors "$3" -define png:compression-level=9 "PNG8:$2"; }

until_true() {
	tries=$(($1 * 4))
	shift
	until "$@" >/dev/null 2>&1; do
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || return 1
		sleep 0.25
	done
}

Xvfb -displayfd 3 -screen 0 1280x820x24 -nolisten tcp 3>"$home/display" 2>"$home/xvfb.log" &
server=$!
until_true 20 test -s "$home/display" || die "pictures: Xvfb did not start: $(cat "$home/xvfb.log")"
DISPLAY=:$(cat "$home/display")
export DISPLAY
unset WAYLAND_DISPLAY
mkdir -m 700 "$home/run" "$home/config" "$home/cache"
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run" \
	LANG=en_GB.UTF-8 LIBGL_ALWAYS_SOFTWARE=1 FYNE_SCALE=1

# shape takes an answer out of a case, so that the interview stands there, and
# lets the limit of its notice end soon.
shape() {
	python3 -c '
import json, sys
case = json.load(sys.stdin)
answers = case["answers"]
answers.pop(sys.argv[1], None)
answers["order.notice"] = {"yesno": True}
answers["order.limit_form"] = {"choice": "last-day"}
answers["order.last_day"] = {"date": {"day": "2026-12-14", "precision": "exact"}}
case["language"] = sys.argv[2]
json.dump(case, sys.stdout)' "$1" "$2"
}

vault_with_case() {
	"$terminal_program" vault init --vault "$1" --passphrase-fd 3 3<"$home/passphrase" >/dev/null 2>&1
	"$terminal_program" sample eu-eevidence-order-challenge --seed 4 --on "$day" | shape order.learned "$2" >"$home/case.json"
	"$terminal_program" vault put "$home/case.json" --vault "$1" --passphrase-fd 3 3<"$home/passphrase" >/dev/null
}

# settled waits until two pictures in a row are alike.
settled() {
	import -window root "$home/a.png"
	sleep 0.6
	import -window root "$home/b.png"
	cmp -s "$home/a.png" "$home/b.png"
}

# window_picture opens the case at its first open question, answers it, and
# draws the window once it is at rest.
window_picture() {
	vault_with_case "$home/vault-$1" "$1"
	"$window_program" -vault "$home/vault-$1" -lang "$1" >"$home/app.log" 2>&1 &
	app=$!
	until_true 60 xdotool search --onlyvisible --name '^Recourse' || die "pictures: no window: $(cat "$home/app.log")"
	window=$(xdotool search --onlyvisible --name '^Recourse' | head -n 1)
	xdotool windowfocus "$window"
	until_true 20 settled || true
	xdotool type --delay 30 "$passphrase"
	xdotool key Return
	sleep 5
	for step in search status case for status next rows; do # from the first button to the rows of the list
		: "$step"
		xdotool key Tab
	done
	sleep 1
	xdotool key Return
	sleep 3
	xdotool type --delay 60 "14/11/2026"
	xdotool key Tab
	until_true 20 settled || true
	import -window root "$home/window.png"
	small "$home/window.png" "$out/window-$1.png" 64
	kill "$app"
	wait "$app" 2>/dev/null || true
	app=""
}

page_picture() {
	"$terminal_program" sample "$1" --seed "$3" --on "$day" |
		"$terminal_program" pdf - -o "$home/page.pdf" --document-lang "$2" --on "$day" >/dev/null 2>&1
	pdftoppm -r 72 -f 1 -l 1 -png -singlefile "$home/page.pdf" "$home/page"
	small "$home/page.png" "$out/page-$1-$2.png" 16
}

# two_languages draws a page of the copy of a document beside another language.
two_languages() {
	"$terminal_program" sample "$1" --seed "$4" --on "$day" --document-lang "$2" |
		sed "s/^  \"language\": \"[a-z]*\"/  \"language\": \"$3\"/" |
		"$terminal_program" pdf - -o "$home/page.pdf" --copy bilingual --on "$day" >/dev/null 2>&1
	pdftoppm -r 60 -f 2 -l 2 -png -singlefile "$home/page.pdf" "$home/page"
	small "$home/page.png" "$out/page-two-languages-$2-$3.png" 16
}

# furniture_picture draws pages with the furniture of court papers and forms, from
# the test that makes a document with all of it.
furniture_picture() {
	pdftoppm -r 50 -png "$1/furniture.$2.0.pdf" "$home/furniture-$2"
	montage "$home/furniture-$2-02.png" "$home/furniture-$2-03.png" "$home/furniture-$2-06.png" \
		-tile 3x1 -geometry +5+5 -background '#8B969F' "$home/furniture.png"
	small "$home/furniture.png" "$out/furniture-$2.png" 16
}

printf '%s\n' "$passphrase" >"$home/passphrase"
for lang in en ar; do
	window_picture "$lang"
done
page_picture gdpr-art77-complaint en 1
page_picture eu-eevidence-order-challenge de 1
two_languages eu-eevidence-order-challenge de ar 4
furniture_picture "$papers" en
furniture_picture "$papers" ar
ls -l "$out"
