package packs

import (
	"fmt"
	"strings"
)

// Fault is one thing wrong with a pack: the file, the item in it, and what is
// wrong and what to do. It is for authors of packs, in English.
type Fault struct {
	File string // as in the file system that was loaded
	At   string // the item, such as "question requests.kind"; "" for the file
	Msg  string
}

func (f Fault) String() string {
	if f.At == "" {
		return f.File + ": " + f.Msg
	}
	return f.File + ": " + f.At + ": " + f.Msg
}

// Faults is what Load refuses packs with: every fault found.
type Faults []Fault

func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// faulter collects the faults of one file.
type faulter struct {
	file string
	list Faults
}

func (f *faulter) add(at, format string, args ...any) {
	f.list = append(f.list, Fault{f.file, at, fmt.Sprintf(format, args...)})
}
