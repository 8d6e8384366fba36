#!/bin/sh
# Draws the pictures of docs/pictures, given the terminal program: every screen of
# the window, with invented cases under a display of its own, on a sheet for each
# with all languages, looks, sizes of text and of the window; some of them in full;
# the first page of each document, a copy in two languages, and the furniture of
# court papers. They are kept small; the window's in full stay in dist/pictures. It
# is run by hand, takes some minutes, and says what it could not draw. Where
# PICTURES_ONLY names a screen, such as check, only that one is drawn anew.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
. build/display.sh
terminal_program=${1:?usage: build/pictures.sh TERMINAL}
[ -x "$terminal_program" ] || die "pictures: there is no program at $terminal_program"
need_packages xvfb imagemagick poppler-utils libgl1-mesa-dri

home=$(mktemp -d)
out=docs/pictures
day=2026-11-23
languages="en de ar"
trap 'rm -rf "$home"' EXIT
trap 'exit 1' INT TERM

# The window's pictures and the pages with the furniture of court papers come from
# tests; they are built before the home of the pictures takes the place of yours.
need_go
mkdir -p "$out" dist/pictures
CGO_ENABLED=1 go test -c -tags pictures -o dist/pictures.test ./ui
CGO_ENABLED=0 go test ./forms/filing -count=1 -run 'TestFurniture$' -artifacts -outputdir "$home" >/dev/null
papers=$(dirname "$(find "$home/_artifacts" -name furniture.en.0.pdf | head -n 1)")

# small writes a picture with few colours.
small() { convert "$1" -strip +dither -colors "$3" -define png:compression-level=9 "PNG8:$2"; }

# window draws every screen in a language, on a display of its own, which writes its
# points into a file where they are read without delay.
window() {
	own="$home/$1"
	mkdir -m 700 "$own" "$own/run" "$own/config" "$own/cache"
	Xvfb -displayfd 3 -fbdir "$own" -nocursor -screen 0 1280x820x24 -nolisten tcp 3>"$own/display" 2>"$own/xvfb.log" &
	server=$!
	until_true 20 test -s "$own/display" || die "pictures: Xvfb did not start: $(cat "$own/xvfb.log")"
	status=0
	env -u WAYLAND_DISPLAY DISPLAY=":$(cat "$own/display")" HOME="$own" XDG_CONFIG_HOME="$own/config" \
		XDG_CACHE_HOME="$own/cache" XDG_RUNTIME_DIR="$own/run" LANG=en_GB.UTF-8 LIBGL_ALWAYS_SOFTWARE=1 FYNE_SCALE=1 \
		PICTURES_SCREEN="$own/Xvfb_screen0" PICTURES_OUT="$PWD/dist/pictures" PICTURES_LANG="$1" \
		dist/pictures.test -test.run 'TestPictures$' -test.timeout 60m 2>"$own/log" || status=$?
	kill "$server"
	[ "$status" -eq 0 ] || say "pictures: not all could be drawn in $1, as above; $(tail -n 3 "$own/log")"
}

# windows draws the windows of all languages at the same time.
windows() {
	[ -n "${PICTURES_ONLY:-}" ] || rm -f dist/pictures/*.png
	for lang in $languages; do
		window "$lang" &
	done
	wait
}

# sheets lays all pictures of each screen on a sheet: a line for each language and
# size, light and dark beside each other, then with large text.
sheets() {
	for first in dist/pictures/small-*-en-light-100-1280.png; do
		name=${first##*/small-}
		name=${name%-en-light-100-1280.png}
		set --
		for lang in $languages; do
			for width in 1280 1024; do
				for look in light-100 dark-100 light-200 dark-200; do
					picture="dist/pictures/small-$name-$lang-$look-$width.png"
					[ -e "$picture" ] || { say "pictures: there is no $picture" && picture=xc:white; }
					set -- "$@" "$picture"
				done
			done
		done
		montage "$@" -tile 4x -geometry 360x246+4+4 -background '#8B969F' "$home/sheet.png"
		small "$home/sheet.png" "$out/window-$name.png" 16
	done
	for lang in en ar; do
		small "dist/pictures/question-$lang-light-100-1280.png" "$out/window-$lang.png" 64
		small "dist/pictures/check-$lang-light-100-1280.png" "$out/window-check-$lang.png" 64
	done
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

windows
sheets
page_picture gdpr-art77-complaint en 1
page_picture eu-eevidence-order-challenge de 1
two_languages eu-eevidence-order-challenge de ar 4
furniture_picture "$papers" en
furniture_picture "$papers" ar
ls -l "$out"
