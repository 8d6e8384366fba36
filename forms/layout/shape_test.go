package layout

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"

	"recourse/i18n/fonts"
)

// The words whose shaping is compared with the reference shaper.
var shaped = []struct {
	face   fonts.Name
	script string
	lang   language.Language
	rtl    bool
	words  []string
}{
	{"NotoSerif-Regular", "Latn", "de", false, []string{"Herausgabeanordnung", "angegriffene", "Überprüfung", "Straße", "AVATAR", "fjord", "e\u0301te\u0301", "office", "naïve", "(Anlage", "ą\u0301", "Việt", "Tờ"}},
	{"NotoSerif-Regular", "Latn", "ro", false, []string{"şţ", "știință"}},
	{"NotoSerif-Bold", "Grek", "el", false, []string{"Ευρωπαϊκή", "προσφυγή", "ᾳ", "ΐ"}},
	{"NotoSerif-Regular", "Cyrl", "ru", false, []string{"Жалоба", "объём", "е\u0301", "й"}},
	{"NotoSerif-Regular", "Cyrl", "sr", false, []string{"бгдпт"}},
	{"NotoSerif-Italic", "Cyrl", "sr", false, []string{"бгдпт"}},
	{"NotoNaskhArabic-Regular", "Arab", "ar", true, []string{"السلام", "محكمة", "الله", "لا", "كاملًا", "وعدتُها", "بِسْمِ", "ـــ", "ﷺ", "المزوّد"}},
	{"NotoNaskhArabic-Bold", "Arab", "ar", true, []string{"شكوى", "سلطة", "ئۇ"}},
	{"NotoNaskhArabic-Regular", "Arab", "fa", true, []string{"می\u200cروم", "گزارش", "پرونده", "۱۲۳", "هٔ"}},
	{"NotoNaskhArabic-Regular", "Arab", "ur", true, []string{"معلومات", "ٹھیکہ", "ہے", "۴۵۶۷"}},
}

// The shapes are those of hb-shape, glyph by glyph and unit by unit, for every
// face and language that documents are set in.
func TestShapesAreThoseOfTheReference(t *testing.T) {
	tool, err := exec.LookPath("hb-shape")
	if err != nil {
		t.Fatal("hb-shape is not there: install the Debian package libharfbuzz-bin")
	}
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	s := newShaper(set)
	for _, c := range shaped {
		face, _ := set.Face(c.face)
		script, err := language.ParseScript(c.script)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range c.words {
			text := []rune(w)
			s.run(text, unit{face, script, c.lang, c.rtl}, 0, len(text))
			var got []string
			for i, info := range s.buffer.Info {
				pos := s.buffer.Pos[i]
				got = append(got, fmt.Sprintf("%d@%d,%d+%d", info.Glyph, pos.XOffset, pos.YOffset, pos.XAdvance))
			}
			if want := reference(t, tool, c.face, c.script, string(c.lang), c.rtl, w); strings.Join(got, "|") != want {
				t.Errorf("%s, %s, %q: %s, hb-shape has %s", c.face, c.lang, w, strings.Join(got, "|"), want)
			}
		}
	}
}

// reference runs hb-shape on one word and returns its glyphs with their offsets
// and advances.
func reference(t *testing.T, tool string, face fonts.Name, script, lang string, rtl bool, word string) string {
	t.Helper()
	direction := "ltr"
	if rtl {
		direction = "rtl"
	}
	file := filepath.Join("..", "..", "i18n", "fonts", "document", string(face)+".ttf")
	out, err := exec.Command(tool, "--no-glyph-names", "--no-clusters", "--direction="+direction,
		"--script="+script, "--language="+lang, file, word).Output()
	if err != nil {
		t.Fatalf("hb-shape: %v", err)
	}
	glyphs := strings.Split(strings.Trim(strings.TrimSpace(string(out)), "[]"), "|")
	for i, g := range glyphs {
		id, rest, _ := strings.Cut(g, "@")
		if rest == "" {
			id, rest, _ = strings.Cut(g, "+")
			rest = "0,0+" + rest
		}
		glyphs[i] = id + "@" + rest
	}
	return strings.Join(glyphs, "|")
}

// A word that is shaped in pieces because of its length keeps its joins, and all
// of its characters.
func TestLongWordKeepsItsJoins(t *testing.T) {
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	s := &setter{shaper: newShaper(set)}
	word := strings.Repeat("ب", longest+10)
	sources := []source{{look: bodyLook, script: language.Arabic}}
	sources[0].Lang = "ar"
	h := hardLine{full: []rune(word), owner: make([]int32, longest+10)}
	list := s.ready(h, sources, true).clusters
	if len(list) != longest+10 {
		t.Fatalf("%d clusters", len(list))
	}
	middle := list[1].glyphs[0].ID
	for i, c := range list[1 : len(list)-1] {
		if c.glyphs[0].ID != middle {
			t.Errorf("letter %d has glyph %d, not the middle form %d", i+1, c.glyphs[0].ID, middle)
		}
	}
}
