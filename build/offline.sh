#!/bin/sh
# Proves that the terminal program, which is given, opens no network connection:
# hostile files name addresses of a listener, and the program reads and prints them
# under strace, where it must ask for no socket of a network, and in a namespace
# without any interface, where it must do the same as outside. The listener must
# hear nothing. build/smoke.sh watches the window in the same way.
set -eu
cd "$(dirname "$0")/.."
. build/lib.sh
terminal_program=${1:?usage: build/offline.sh TERMINAL}
[ -x "$terminal_program" ] || die "offline: there is no program at $terminal_program"
program=$(cd "$(dirname "$terminal_program")" && pwd)/$(basename "$terminal_program")

home=$(mktemp -d)
listener=""
finish() {
	[ -z "$listener" ] || kill "$listener" 2>/dev/null || true
	rm -rf "$home"
}
trap finish EXIT
trap 'exit 1' INT TERM

# The listener writes its port, then a line for each connection.
python3 -c '
import socket, sys
s = socket.create_server(("127.0.0.1", 0))
open(sys.argv[1] + "/port", "w").write(str(s.getsockname()[1]))
while True:
    s.accept()[0].close()
    open(sys.argv[1] + "/heard", "a").write("a connection\n")
' "$home" &
listener=$!
tries=40
until [ -s "$home/port" ]; do
	tries=$((tries - 1))
	[ "$tries" -gt 0 ] || die "offline: the listener did not start"
	sleep 0.25
done
port=$(cat "$home/port")

# A case and a pack whose every text names the listener, as a picture and as a link.
beacon="![x](http://127.0.0.1:$port/b.png) <img src=http://127.0.0.1:$port/b.png> http://127.0.0.1:$port/"
"$program" sample gdpr-art77-complaint --seed 1 --on 2026-11-23 |
	sed "s|\"words\": \"[^\"]*\"|\"words\": \"$beacon\"|" >"$home/case.json"
grep -q "127.0.0.1:$port" "$home/case.json" || die "offline: the hostile case names no address"
cp -r forms/packs "$home/packs"
sed -i "s|\(\"ask\.[^\"]*\": \)\"[^\"{}]*\"|\1\"$beacon\"|" "$home"/packs/*/lang/en.json
grep -q "127.0.0.1:$port" "$home"/packs/gdpr-art77-complaint/lang/en.json || die "offline: the hostile pack names no address"

# does runs the program's commands on the hostile files, after what is given, and
# keeps what they make in a folder; what they think of the files does not matter.
does() {
	made=$1
	shift
	mkdir "$made"
	"$@" "$program" check "$home/case.json" --on 2026-11-23 >"$made/check" 2>&1 || true
	"$@" "$program" pdf "$home/case.json" -o "$made/filing.pdf" --on 2026-11-23 2>/dev/null || true
	"$@" "$program" routes "$home/case.json" --on 2026-11-23 >"$made/routes" 2>&1 || true
	"$@" "$program" pack check "$home/packs" >"$made/pack" 2>&1 || true
}

does "$home/plain"
[ -s "$home/plain/filing.pdf" ] || die "offline: no document was made of the hostile case: $(cat "$home/plain/check")"
unshare --user --map-root-user --net true || die "offline: this machine allows no namespace without a network, so nothing is proven"
does "$home/alone" unshare --user --map-root-user --net
diff -r "$home/plain" "$home/alone" || die "offline: without a network the program does something else, as above"
strace -o /dev/null true || die "offline: this machine allows no strace, so nothing is proven"
does "$home/watched" strace -f -qq --trace=socket,connect --output-append-mode --output="$home/calls"
diff -r "$home/plain" "$home/watched" || die "offline: under strace the program does something else, as above"
if grep -e AF_INET -e AF_PACKET "$home/calls" >&2; then
	die "offline: the program asked for a socket of a network, as above"
fi
[ ! -s "$home/heard" ] || die "offline: the listener heard $(wc -l <"$home/heard") connections"
python3 -c 'import socket, sys; socket.create_connection(("127.0.0.1", int(sys.argv[1]))).close()' "$port"
sleep 0.5
[ -s "$home/heard" ] || die "offline: the listener hears nothing at all, so nothing is proven"
printf 'ok: no socket of a network, and nothing heard\n'
