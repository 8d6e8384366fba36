package bidi_test

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	ucd "golang.org/x/text/unicode/bidi"

	"recourse/i18n/bidi"
)

// open opens a file of Unicode's data as Debian installs it.
func open(t *testing.T, name string) *bufio.Scanner {
	t.Helper()
	file, err := os.Open(filepath.Join("/usr/share/unicode", name))
	if err != nil {
		t.Fatalf("open the data of Unicode: %v; install the Debian package unicode-data", err)
	}
	t.Cleanup(func() { file.Close() })
	return bufio.NewScanner(file)
}

// dropped reports whether rule X9 removes r, so that the data name no level.
func dropped(r rune) bool {
	p, _ := ucd.LookupRune(r)
	switch p.Class() {
	case ucd.LRE, ucd.RLE, ucd.LRO, ucd.RLO, ucd.PDF, ucd.BN:
		return true
	}
	return false
}

// result returns the levels after L1 (x for removed characters) and the visual
// order, both as the data files write them.
func result(text []rune, p bidi.Paragraph) (levels, order []string) {
	levels = make([]string, len(text))
	for _, run := range p.Line(0, len(text)) {
		for n := range run.End - run.Start {
			i := run.Start + n
			if run.RTL() {
				i = run.End - 1 - n
			}
			levels[i] = strconv.Itoa(int(run.Level))
			if dropped(text[i]) {
				levels[i] = "x"
				continue
			}
			order = append(order, strconv.Itoa(i))
		}
	}
	return levels, order
}

// TestCharacters proves that every line of BidiCharacterTest.txt holds.
func TestCharacters(t *testing.T) {
	const want = 91707
	cases := 0
	for s := open(t, "BidiCharacterTest.txt"); s.Scan(); {
		fields := strings.Split(s.Text(), ";")
		if strings.HasPrefix(s.Text(), "#") || len(fields) != 5 {
			continue
		}
		cases++
		text := runes(t, fields[0])
		base := []bidi.Direction{bidi.LTR, bidi.RTL, bidi.Auto}[fields[1][0]-'0']
		p := bidi.New(text, base)
		levels, order := result(text, p)
		if strconv.Itoa(int(p.Level())) != fields[2] ||
			!slices.Equal(levels, strings.Fields(fields[3])) || !slices.Equal(order, strings.Fields(fields[4])) {
			t.Errorf("%s\n got level %d, levels %v, order %v", s.Text(), p.Level(), levels, order)
		}
	}
	if cases < want {
		t.Errorf("read %d cases, want at least %d", cases, want)
	}
}

func runes(t *testing.T, fields string) []rune {
	t.Helper()
	var text []rune
	for _, hex := range strings.Fields(fields) {
		n, err := strconv.ParseUint(hex, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		text = append(text, rune(n))
	}
	return text
}

// examples has one character of each class.
var examples = map[string]rune{
	"L": 'a', "R": 0x5d0, "EN": '1', "ES": '+', "ET": '$', "AN": 0x661, "CS": ',', "B": 0x2029, "S": '\t',
	"WS": ' ', "ON": '!', "BN": 0xad, "NSM": 0x300, "AL": 0x627, "LRO": 0x202d, "RLO": 0x202e, "LRE": 0x202a,
	"RLE": 0x202b, "PDF": 0x202c, "LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
}

// TestClasses proves that every line of BidiTest.txt holds in every paragraph
// direction that the line names.
func TestClasses(t *testing.T) {
	const want = 770241
	var levels, order []string
	cases := 0
	for s := open(t, "BidiTest.txt"); s.Scan(); {
		switch line := s.Text(); {
		case strings.HasPrefix(line, "@Levels:"):
			levels = strings.Fields(line)[1:]
		case strings.HasPrefix(line, "@Reorder:"):
			order = strings.Fields(line)[1:]
		case strings.Contains(line, ";") && line[0] != '#':
			cases += classLine(t, line, levels, order)
		}
	}
	if cases < want {
		t.Errorf("ran %d cases, want at least %d", cases, want)
	}
}

// classLine checks one data line and returns the number of its cases.
func classLine(t *testing.T, line string, levels, order []string) int {
	input, bits, _ := strings.Cut(line, ";")
	var text []rune
	for _, name := range strings.Fields(input) {
		text = append(text, examples[name])
	}
	set, err := strconv.ParseUint(strings.TrimSpace(bits), 16, 8)
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for bit, base := range []bidi.Direction{bidi.Auto, bidi.LTR, bidi.RTL} {
		if set>>bit&1 == 0 {
			continue
		}
		cases++
		gotLevels, gotOrder := result(text, bidi.New(text, base))
		if !slices.Equal(gotLevels, levels) || !slices.Equal(gotOrder, order) {
			t.Errorf("%s (base %d)\n got %v, %v\nwant %v, %v", line, base, gotLevels, gotOrder, levels, order)
		}
	}
	return cases
}
