# shellcheck shell=sh
# What the scripts share that open the real window: the two programs, a home and a
# display of their own. Source it after lib.sh; it does nothing by itself.

# programs takes the window program and the terminal program from the command line.
programs() {
	window_program=$(realpath "${1:?usage: build/$script.sh WINDOW TERMINAL}")
	terminal_program=$(realpath "${2:?usage: build/$script.sh WINDOW TERMINAL}")
	for program in "$window_program" "$terminal_program"; do
		[ -x "$program" ] || die "$script: there is no program at $program"
	done
}

# own_home makes the folder $home. It goes at the end of the script, after the
# processes $app and $server.
own_home() {
	home=$(mktemp -d)
	app=""
	server=""
	trap leave_home EXIT
	trap 'exit 1' INT TERM
}

leave_home() {
	for process in $app $server; do
		kill "$process" 2>/dev/null || true
		wait "$process" 2>/dev/null || true
	done
	rm -rf "$home"
}

# own_profile gives programs folders in $home for all that they keep.
own_profile() {
	mkdir -m 700 "$home/run" "$home/config" "$home/config/recourse" "$home/cache" "$home/data"
	export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" \
		XDG_RUNTIME_DIR="$home/run" LANG=en_GB.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
}

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

# display starts the server of a display without a screen, of the given size. It must
# not begin anew whenever the last window goes: the next one would not find it.
display() {
	Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp -noreset 3>"$home/display" 2>"$home/xvfb.log" &
	server=$!
	until_true 20 test -s "$home/display" || die "$script: Xvfb did not start: $(cat "$home/xvfb.log")"
	DISPLAY=:$(cat "$home/display")
	export DISPLAY
	unset WAYLAND_DISPLAY
}
