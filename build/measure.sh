#!/bin/sh
# Measures the window program under software rendering, given the two programs: the
# time to the first frame, the work of a key in a text of 20,000 characters, and the
# memory with the preview of a document open and a warm cache. Only the memory has a
# budget, since times depend on the machine: above it, the script fails. The figures
# of one machine stand in docs/ARCHITECTURE.md.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
. build/display.sh
script=measure
programs "$@"
need_packages xvfb xdotool xclip imagemagick python3 libgl1-mesa-dri

budget=220 # megabytes
own_home
own_profile
export FYNE_SCALE=1
display 1280x820

# Two vaults: one with a case that lacks an account, which the interview then opens
# at, and one with a case that is nearly at its end.
passphrase=measured-under-software
printf '%s\n' "$passphrase" >"$home/passphrase"
# vault_with makes a vault under a name, with the case from standard input.
vault_with() {
	vault="$home/$1"
	"$terminal_program" --lang en vault init --vault "$vault" --passphrase-fd 3 3<"$home/passphrase" 2>"$home/terminal.log" ||
		die "measure: no vault: $(cat "$home/terminal.log")"
	cat >"$home/case.json"
	"$terminal_program" --lang en vault put "$home/case.json" --vault "$vault" --passphrase-fd 3 3<"$home/passphrase" >/dev/null ||
		die "measure: the vault takes no case"
}
"$terminal_program" sample eu-eevidence-order-challenge --seed 4 --on 2026-11-23 | vault_with ending
"$terminal_program" sample gdpr-art77-complaint --seed 4 --on 2026-11-23 | python3 -c '
import json, sys
case = json.load(sys.stdin)
case["answers"].pop("events.account", None)
json.dump(case, sys.stdout)' | vault_with writing

# begin starts the window, and prints the milliseconds to its first frame.
begin() {
	rm -rf "$home/vault"
	cp -r "$home/$1" "$home/vault" # as it was made: the program goes on where it was left
	python3 build/measure.py "$home/pid" "$window_program" -vault "$home/vault" -lang en -say 2>"$home/app.log"
}
end() {
	kill "$app" 2>/dev/null || true
	while kill -0 "$app" 2>/dev/null; do sleep 0.1; done
	app=""
}
memory() { awk '/^VmRSS:/ {print int($2 / 1024)}' "/proc/$app/status"; }
work() { awk '{print ($14 + $15) * 10}' "/proc/$app/stat"; } # milliseconds of the processor

for run in cold warm; do
	milliseconds=$(begin writing) || die "measure: $(cat "$home/app.log")"
	app=$(cat "$home/pid")
	printf 'first frame, %s: %s ms\n' "$run" "$milliseconds"
	[ "$run" = warm ] || end
done
printf 'memory at the start: %s MB\n' "$(memory)"

# focused tells whether what has the keyboard says that, by its role and its words.
focused() { grep -v '^heading' "$home/app.log" | tail -n 1 | grep -q "$1"; }
# tab_to presses Tab until it does.
tab_to() {
	for _ in $(seq 60); do
		! focused "$1" || return 0
		xdotool key Tab
		sleep 0.4
	done
	die "measure: Tab does not lead to $1: $(tail -n 3 "$home/app.log")"
}

# unlock opens the one case of the vault.
unlock() {
	window=$(xdotool search --onlyvisible --name '^Recourse' | head -n 1)
	xdotool windowfocus --sync "$window" type --delay 30 "$passphrase"
	xdotool key Return
	until_true 20 grep -q 'Your cases' "$home/app.log" || die "measure: no list of cases"
	tab_to 'Your cases'
	xdotool key Return
	sleep 3
}
unlock
until_true 20 focused '^text-area' || die "measure: no question with a long text"
python3 -c 'print(("They wrote to me about my mailbox on the 14th, and I answered. " * 400)[:20000], end="")' | xclip -selection clipboard
xdotool key ctrl+v
sleep 4
keys=100
before=$(work)
xdotool type --delay 60 "$(printf '%0.sx' $(seq $keys))"
sleep 2
after=$(work)
idle=$(work)
sleep 8
rest=$(($(work) - idle))
printf 'a key in 20,000 characters, with the painting: %s ms of the processor\n' "$(((after - before - rest) / keys))"

end

# kept tells whether the code that draws pages was compiled and is kept.
kept() { find "$home/cache" -name seal | grep -q .; }
# on_to_the_check goes one question on and tells whether the check has come.
on_to_the_check() {
	xdotool key ctrl+Return
	sleep 0.5
	focused 'Back$' # the check begins with its way back
}
# The check with the pages of the document, twice: the second time their code is kept.
for run in cold warm; do
	begin ending >/dev/null || die "measure: $(cat "$home/app.log")"
	app=$(cat "$home/pid")
	unlock
	until_true 60 on_to_the_check || die "measure: no check: $(tail -n 3 "$home/app.log")"
	until_true 120 kept || die "measure: what draws pages was not compiled"
	sleep 3
	[ "$run" = warm ] || end
done
printf 'memory while pages are drawn: %s MB\n' "$(memory)"
sleep 15 # what draws pages rests after ten seconds
held=$(memory)
mkdir -p dist
import -window root dist/measure.png
printf 'memory with the preview open: %s MB\n' "$held"
[ "$held" -le "$budget" ] || die "measure: more than $budget MB: see dist/measure.png"
