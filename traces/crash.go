package traces

import (
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"
)

// crashed is the exit code of a program that Guard has ended.
const crashed = 70

// Guard ends the program after a panic and says where it happened, but nothing of
// what it was about: the value of a panic may hold what a person has told. Defer
// it itself, first in main and in each goroutine that works with answers:
//
//	defer traces.Guard(os.Stderr, os.Exit)
func Guard(w io.Writer, exit func(code int)) {
	fault := recover()
	if fault == nil {
		return
	}
	fmt.Fprintf(w, "recourse: a fault in the program has ended it: %T\n%s", fault, where())
	exit(crashed)
}

// where lists the calls that led to a panic: functions and lines, no arguments.
func where() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)]) // without Callers, where and Guard
	var out strings.Builder
	for {
		f, more := frames.Next()
		fmt.Fprintf(&out, "\t%s %s:%d\n", f.Function, filepath.Base(f.File), f.Line)
		if !more {
			return out.String()
		}
	}
}
