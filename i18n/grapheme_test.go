package i18n

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Text is divided as the conformance test of Unicode says.
func TestGraphemesConform(t *testing.T) {
	data, err := os.ReadFile("/usr/share/unicode/auxiliary/GraphemeBreakTest.txt")
	if err != nil {
		t.Fatalf("open the data of Unicode: %v; install the Debian package unicode-data", err)
	}
	cases := 0
	for line := range strings.Lines(string(data)) {
		rule, _, _ := strings.Cut(line, "#")
		var text []rune
		var want []int
		for _, word := range strings.Fields(rule) {
			switch word {
			case "÷":
				want = append(want, len(text))
			case "×":
			default:
				r, err := strconv.ParseInt(word, 16, 32)
				if err != nil {
					t.Fatalf("%q: %v", line, err)
				}
				text = append(text, rune(r))
			}
		}
		if len(text) == 0 {
			continue
		}
		cases++
		if got := Graphemes(text); !slices.Equal(got, want[1:]) {
			t.Errorf("%s: got %v", strings.TrimSpace(line), got)
		}
	}
	if cases < 500 {
		t.Errorf("%d cases only", cases)
	}
	if Graphemes(nil) != nil {
		t.Error("an empty text has clusters")
	}
}
