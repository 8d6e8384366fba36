package words_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"recourse/i18n/words"
)

// parted returns the text with a bar before each word that Starts finds.
func parted(text string) string {
	runes := []rune(text)
	var b strings.Builder
	from := 0
	for _, at := range words.Starts(runes) {
		b.WriteString(string(runes[from:at]) + "|")
		from = at
	}
	return b.String() + string(runes[from:])
}

// Words are found in running text; names and syllables that no list has stay
// whole, and the signs of UAX #14 are left alone.
func TestWordsAreFound(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Thai", "บริษัท|แจ้ง|ข้าพเจ้า|ว่า|มี|บุคคล"},
		{"Thai, parts that are words", "มากมาย|เหลือ|เกิน"},
		{"Thai with signs", "ต่างๆ| |(เอกสาร|แนบ 1)"},
		{"Khmer", "ក្រុមហ៊ុន|បាន|ជូនដំណឹង|ដល់|ខ្ញុំ|ថា"},
		{"Latin", "the company told me"},
		{"unknown", "ฬฬฬฬฬฬ"},
		{"empty", ""},
		{"lone marks", "\u0e48\u0e31 \u17d2"},
	} {
		if got := parted(strings.NewReplacer("|", "").Replace(c.want)); strings.ReplaceAll(got, "| |", " ") != strings.ReplaceAll(c.want, "| |", " ") {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// No word begins within a syllable as it is written.
func TestSyllablesStayWhole(t *testing.T) {
	for _, c := range []struct {
		name          string
		before, after rune
		want          bool
	}{
		{"consonants", 'ก', 'ข', true}, {"vowel written first", 'เ', 'ก', false}, {"vowel behind", 'ก', 'า', false},
		{"tone mark", 'ก', '\u0e48', false}, {"repetition", 'ง', 'ๆ', false}, {"before a vowel written first", 'ก', 'เ', true},
		{"Khmer subscript", 0x17D2, 'ក', false}, {"Khmer vowel", 'ក', 'ា', false}, {"Khmer consonants", 'ក', 'ខ', true},
	} {
		if got := words.Splits(c.before, c.after); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// Any text has its starts in order, inside it, and nowhere within a syllable.
func FuzzStarts(f *testing.F) {
	for _, text := range []string{"บริษัทแจ้งข้าพเจ้า", "ក្រុមហ៊ុនបានជូន", "aกbក", "\u0e31\u0e31", "เเเเ", "\xff\u17d2"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		runes := []rune(text)
		last := 0
		for _, at := range words.Starts(runes) {
			if at <= last || at >= len(runes) || unicode.Is(unicode.M, runes[at]) || !words.Splits(runes[at-1], runes[at]) {
				t.Fatalf("%q: a word begins at %d, behind %d", text, at, last)
			}
			last = at
		}
	})
}

// A text without end costs what it is long: letters, marks and prose of a hundred
// thousand characters, of one kind and mixed.
func TestLongTextsEnd(t *testing.T) {
	for _, text := range []string{strings.Repeat("ก", 100_000), strings.Repeat("\u0e48", 100_000), strings.Repeat("บริษัทแจ้งข้าพเจ้า", 5_000)} {
		if starts := words.Starts([]rune(text)); len(starts) > 100_000 {
			t.Errorf("%d starts", len(starts))
		}
	}
}

// The lists are those that build/words/lists.py recorded, and their licence lies
// beside them.
func TestListsAreTheRecordedOnes(t *testing.T) {
	recorded, err := os.ReadFile("../../build/words/lists.sha256")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"thai", "khmer"} {
		sum := fmt.Sprintf("%x  words/%s.txt", sha256.Sum256(words.File(name)), name)
		if !strings.Contains(string(recorded), sum) {
			t.Errorf("%s is not the list that was recorded", name)
		}
	}
	licence, err := os.ReadFile("LICENCE.txt")
	if err != nil || !strings.Contains(string(licence), "Unicode, Inc.") {
		t.Errorf("the licence is not there: %v", err)
	}
}

func BenchmarkThai(b *testing.B) {
	text := []rune(strings.Repeat("บริษัทแจ้งข้าพเจ้าว่ามีบุคคลที่ไม่ทราบชื่อเข้าถึงระบบ", 6000))
	for b.Loop() {
		words.Starts(text)
	}
	b.SetBytes(int64(3 * len(text)))
}
