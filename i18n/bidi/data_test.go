package bidi

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// data returns the fields of each line of a file of Unicode's data.
func data(t *testing.T, name string) [][]string {
	t.Helper()
	file, err := os.Open(filepath.Join("/usr/share/unicode", name))
	if err != nil {
		t.Fatalf("open the data of Unicode: %v; install the Debian package unicode-data", err)
	}
	t.Cleanup(func() { file.Close() })
	var lines [][]string
	for s := bufio.NewScanner(file); s.Scan(); {
		line, _, _ := strings.Cut(s.Text(), "#")
		fields := strings.Split(line, ";")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		if len(fields) > 1 {
			lines = append(lines, fields)
		}
	}
	return lines
}

func number(t *testing.T, hex string) rune {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	return rune(n)
}

// names are the classes as the character database writes them.
var names = map[string]class{
	"L": cL, "R": cR, "EN": cEN, "ES": cES, "ET": cET, "AN": cAN, "CS": cCS, "B": cB, "S": cS, "WS": cWS,
	"ON": cON, "BN": cBN, "NSM": cNSM, "AL": cAL, "LRO": cLRO, "RLO": cRLO, "LRE": cLRE, "RLE": cRLE,
	"PDF": cPDF, "LRI": cLRI, "RLI": cRLI, "FSI": cFSI, "PDI": cPDI,
}

// TestClassData proves that the classes that we use are those of the character
// database for every character that it lists.
func TestClassData(t *testing.T) {
	count := 0
	for _, fields := range data(t, "extracted/DerivedBidiClass.txt") {
		first, last, many := strings.Cut(fields[0], "..")
		if !many {
			last = first
		}
		for r := number(t, first); r <= number(t, last); r++ {
			count++
			if want, ok := names[fields[1]]; !ok || classOf(r) != want {
				t.Errorf("U+%04X has class %d, want %s", r, classOf(r), fields[1])
			}
		}
	}
	if count < 290000 {
		t.Errorf("compared %d characters only", count)
	}
}

// TestMirrorData proves that the table of mirrored characters is the data's.
func TestMirrorData(t *testing.T) {
	lines := data(t, "BidiMirroring.txt")
	if len(lines) != len(mirrors) {
		t.Errorf("table has %d entries, data have %d", len(mirrors), len(lines))
	}
	for _, fields := range lines {
		if got, want := Mirror(number(t, fields[0])), number(t, fields[1]); got != want {
			t.Errorf("Mirror(U+%s) = U+%04X, want U+%04X", fields[0], got, want)
		}
	}
	if Mirror('a') != 'a' {
		t.Error("a letter is mirrored")
	}
}

// TestBracketData proves that the table of brackets is the data's, and that the
// two canonically equivalent kinds of angle bracket pair with each other.
func TestBracketData(t *testing.T) {
	lines := data(t, "BidiBrackets.txt")
	if len(lines) != len(brackets) {
		t.Errorf("table has %d entries, data have %d", len(brackets), len(lines))
	}
	for _, fields := range lines {
		b, ok := bracketOf(number(t, fields[0]))
		if !ok || b.closes != (fields[2] == "c") {
			t.Errorf("U+%s is no bracket of kind %s", fields[0], fields[2])
		}
	}
	for _, open := range []rune{0x2329, 0x3008} {
		for _, end := range []rune{0x232a, 0x3009} {
			a, _ := bracketOf(open)
			b, _ := bracketOf(end)
			if a.pair != b.pair {
				t.Errorf("U+%04X and U+%04X do not pair", open, end)
			}
		}
	}
}
