# shellcheck shell=sh
# What run.sh, test.sh and smoke.sh share. Source it; it does nothing by itself.

# The one set of flags for the window program, so that its slow parts are
# compiled once. Version control is not asked: a checkout of another user's is fine.
export GOFLAGS="${GOFLAGS:+$GOFLAGS }-buildvcs=false"

# What cgo needs to build the window program, and what it needs to run.
# shellcheck disable=SC2034 # used by those who source this
window_packages="gcc pkg-config libc6-dev libgl1-mesa-dev libegl1-mesa-dev libgles2-mesa-dev xorg-dev libwayland-dev wayland-protocols libxkbcommon-dev libdecor-0-dev libgl1-mesa-dri"

say() { printf '%s\n' "$*" >&2; }

die() {
	say "$*"
	exit 1
}

need_go() {
	command -v go >/dev/null || die "Go 1.26 or newer is needed: see https://go.dev/dl/"
	go version >/dev/null || die "the go command does not run here; Recourse needs Go 1.26 or newer"
}

# missing prints those of the given Debian packages that are not installed.
missing() {
	for package in "$@"; do
		case $(dpkg-query -W -f '${db:Status-Status} ' "$package" 2>/dev/null) in
		*"installed "*) ;;
		*) printf '%s ' "$package" ;;
		esac
	done
}

# need_packages brings in the given Debian packages where they are missing. With none
# missing it touches nothing and asks for no rights.
need_packages() {
	if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
		say "This is no Debian system. Needed here, under whatever names it gives them: $*"
		return 0
	fi
	wanted=$(missing "$@")
	[ -n "$wanted" ] || return 0
	if [ "$(id -u)" -eq 0 ]; then
		as_root="env"
	elif command -v sudo >/dev/null; then
		as_root="sudo env"
	else
		die "System packages are missing. As root, run: apt-get update && apt-get install $wanted"
	fi
	say "Installing system packages: $wanted"
	apt_get update
	# shellcheck disable=SC2086 # a list of words
	apt_get install --yes --no-install-recommends $wanted
}

apt_get() {
	$as_root DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@" </dev/null >&2 ||
		die "apt-get $1 failed; the lines above say why"
}
