package storage

import "golang.org/x/sys/windows"

// NoDumps keeps the system from showing the box of a crash and from offering to
// send its memory to anybody. Call it once at the start.
func NoDumps() error {
	windows.SetErrorMode(windows.SEM_FAILCRITICALERRORS | windows.SEM_NOGPFAULTERRORBOX | windows.SEM_NOOPENFILEERRORBOX)
	return nil
}
