// Package notices holds the licences and notices of all that is part of the
// program: modules of Go, PDFium and what is in it, typefaces, lists of words.
//
// Call All. The texts lie in notices.txt, which generate.go writes; run it after a
// change of go.mod. A test compares them with the modules that the programs are
// built of. The package shows nothing.
package notices

import (
	_ "embed"
	"strings"
)

//go:embed notices.txt
var all string

// Notice is what has to be said of one part of the program.
type Notice struct {
	Name    string // of a module its path and version
	Licence string // its short name, as of SPDX
	Text    string
}

// mark begins the first line of a notice in the file.
const mark = "##### "

// All returns the notices in the order in which they are shown: the program itself,
// then its parts by name.
func All() []Notice {
	var out []Notice
	for part := range strings.SplitSeq(all, "\n"+mark) {
		head, text, _ := strings.Cut(strings.TrimPrefix(part, mark), "\n")
		name, licence, _ := strings.Cut(head, " | ")
		out = append(out, Notice{name, licence, strings.TrimSpace(text)})
	}
	return out
}
