//go:build !linux && !darwin && !dragonfly && !freebsd && !netbsd && !openbsd && !windows

package storage

// NoDumps does nothing: this system has no such switch.
func NoDumps() error { return nil }
