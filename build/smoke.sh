#!/bin/sh
# Tries the real window, given the two programs: makes a vault with a case in it
# by the terminal program, starts the window under a display of its own and in
# folders of its own, waits for the picture, opens the vault by keyboard, closes
# the window, waits for the program to end well, and looks whether the case is
# still there, whether a word of it is left anywhere in the clear, and under strace
# whether a network was asked for. Pictures stay in dist/smoke.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
. build/display.sh
script=smoke
programs "$@"

own_home
kept=$(mktemp -d)
trap 'leave_home; rm -rf "$kept"' EXIT
pictures=dist/smoke
mkdir -p "$pictures"

# Folders of its own, and a vault where the window looks for one.
own_profile
vault="$home/config/recourse/vault"
passphrase=window-under-test-$$
printf '%s\n' "$passphrase" >"$home/passphrase"
terminal() { "$terminal_program" --lang en "$@" --vault "$vault" --passphrase-fd 3 3<"$home/passphrase"; }
terminal vault init 2>"$home/terminal.log" || die "smoke: no vault: $(cat "$home/terminal.log")"
# Every text of the case is a word that is nowhere else; the case itself lies apart.
word=Quillfeather-Esperanza-$$
"$terminal_program" sample gdpr-art77-complaint --seed 1 --on 2026-11-23 | sed -E "s#\"(words|text|family)\": \"[^\"]*\"#\"\1\": \"$word\"#" >"$kept/case.json"
grep -q "$word" "$kept/case.json" || die "smoke: the word is in no text of the case"
id=$(terminal vault put "$kept/case.json") || die "smoke: the vault takes no case"

display 1280x900

strace -o /dev/null true || die "smoke: this machine allows no strace, so what the window asks for cannot be watched"
strace -D -f -qq --seccomp-bpf --trace=socket,connect --output="$home/calls" "$window_program" >"$home/app.log" 2>&1 &
app=$!
complaint() { tail -n 20 "$home/app.log"; }
running() { kill -0 "$app" 2>/dev/null; }
shown() { ! running || xdotool search --onlyvisible --name '^Recourse'; }
until_true 60 shown || die "smoke: no window appeared in a minute: $(complaint)"
running || die "smoke: the program ended before its window: $(complaint)"
window=$(xdotool search --onlyvisible --name '^Recourse' | head -n 1)

# shoot takes a picture of the window, and a form of it that can be compared.
shoot() { import -window "$window" "$pictures/$1.png" && convert "$pictures/$1.png" "$home/$1.rgb"; }
colours() { identify -format '%k' "$pictures/$1.png"; }
drawn() { shoot start && [ "$(colours start)" -gt 20 ]; }
until_true 30 drawn || die "smoke: the window stays empty: $(colours start) colours in $pictures/start.png"
sleep 1
shoot start

# There is no window manager here, so the window is given the keys by hand. The
# passphrase is tried in each place that Tab leads to. An open vault can only be
# read by others, which the terminal program notes; it must not ask too early, for
# then it is the one who locks.
keys() { xdotool windowfocus --sync "$window" "$@"; }
opened() { terminal vault list 2>&1 | grep 'open for reading only'; }
places=4
until
	keys type --delay 20 "$passphrase"
	keys key Return
	sleep 3
	opened >/dev/null 2>&1
do
	places=$((places - 1))
	[ "$places" -gt 0 ] || die "smoke: the passphrase opens nothing: $pictures/start.png; $(complaint)"
	keys key Escape
	keys key Tab
done
changed() { shoot opened && ! cmp -s "$home/start.rgb" "$home/opened.rgb" && [ "$(colours opened)" -gt 20 ]; }
until_true 15 changed || die "smoke: the open vault changes nothing in the window"
sleep 1
shoot opened

# What others see of the program, while the vault is open: its name and how it was
# started, which is as it was.
title=$(xdotool getwindowname "$window")
[ "$title" = Recourse ] || die "smoke: the window is called $title"
started=$(tr '\0' ' ' <"/proc/$app/cmdline")
[ "$started" = "$window_program " ] || die "smoke: the program shows itself as $started"
python3 build/close_window.py "$window"
stopped() { ! running; }
until_true 20 stopped || die "smoke: the program runs on after its window was closed"
status=0
wait "$app" || status=$?
app=""
[ "$status" -eq 0 ] || die "smoke: the program ended with status $status: $(complaint)"
if grep -n -i -e '^panic' -e 'fatal error' -e 'Error in Fyne call thread' "$home/app.log" >&2; then
	die "smoke: the program complained, as above"
fi
seen() { grep -q AF_UNIX "$home/calls"; }
until_true 5 seen || die "smoke: strace saw not even the socket of the display"
if grep -e AF_INET -e AF_PACKET "$home/calls" >&2; then
	die "smoke: the window asked for a socket of a network, as above"
fi
terminal vault get "$id" -o "$kept/again.json" 2>"$home/terminal.log" || die "smoke: the case is gone: $(cat "$home/terminal.log")"
cmp -s "$kept/case.json" "$kept/again.json" || die "smoke: the case is not what was put into the vault"
rm "$home"/*.rgb "$home/passphrase"
for secret in "$word" "$passphrase" "$id"; do
	left=$(python3 build/canary.py "$secret" "$home")
	[ -z "$left" ] || die "smoke: left in the clear: $left"
done
[ -n "$(python3 build/canary.py "$word" "$kept")" ] || die "smoke: the word is not even found where it is, so nothing is proven"
printf 'ok: window %s opened the vault, showed %s colours, and closed\n' "$window" "$(colours opened)"
