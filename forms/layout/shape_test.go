package layout

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"recourse/forms/doc"
	"recourse/forms/layout/samples"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// The words whose shaping is compared with the reference shaper beside those of the
// letters: what is rare and hard in each script.
var shaped = []sheet{
	{"NotoSerif-Regular", "Latn", "de", false, []string{"Herausgabeanordnung", "angegriffene", "AVATAR", "fjord", "e\u0301te\u0301", "office", "naïve", "(Anlage", "ą\u0301", "Việt", "Tờ"}},
	{"NotoSerif-Regular", "Latn", "ro", false, []string{"şţ", "știință"}},
	{"NotoSerif-BoldItalic", "Latn", "tr", false, []string{"fikir", "İstanbul", "ışık"}},
	{"NotoSerif-Bold", "Grek", "el", false, []string{"Ευρωπαϊκή", "προσφυγή", "ᾳ", "ΐ"}},
	{"NotoSerif-Regular", "Cyrl", "ru", false, []string{"Жалоба", "объём", "е\u0301", "й"}},
	{"NotoSerif-Regular", "Cyrl", "sr", false, []string{"бгдпт"}},
	{"NotoSerif-Italic", "Cyrl", "sr", false, []string{"бгдпт"}},
	{"NotoSerif-Italic", "Cyrl", "bg", false, []string{"бгдпт", "жзклю"}},
	{"NotoNaskhArabic-Regular", "Arab", "ar", true, []string{"السلام", "محكمة", "الله", "لا", "كاملًا", "وعدتُها", "بِسْمِ", "ـــ", "ﷺ", "المزوّد"}},
	{"NotoNaskhArabic-Bold", "Arab", "ar", true, []string{"شكوى", "سلطة", "ئۇ"}},
	{"NotoNaskhArabic-Regular", "Arab", "fa", true, []string{"می\u200cروم", "گزارش", "پرونده", "۰۱۲۳۴۵۶۷۸۹", "هٔ"}},
	{"NotoNaskhArabic-Regular", "Arab", "ur", true, []string{"معلومات", "ٹھیکہ", "ہے", "۴۵۶۷"}},
	{"NotoSerifHebrew-Regular", "Hebr", "he", true, []string{"שָׁלוֹם", "בְּרֵאשִׁית", "לְךָ", "ב־14", "צ״ל", "וֹּ"}},
	{"NotoSerifDevanagari-Regular", "Deva", "hi", false, []string{"क्षत्रिय", "र्क्षि", "द्ध्र्य", "श्रृंखला", "हिन्दी", "र्‍य", "क्‍ष", "ट्ठ", "॥१२॥", "फ़र्क़"}},
	{"NotoSerifDevanagari-Regular", "Deva", "mr", false, []string{"ल", "श", "झ", "ऱ्य", "दर्‍या"}},
	{"NotoSerifBengali-Regular", "Beng", "bn", false, []string{"স্ক্রু", "ক্ষুদ্র", "র্ধ্বে", "উৎস", "র‍্যাম", "কৌশল", "ন্ত্রী"}},
	{"NotoSerifTamil-Regular", "Taml", "ta", false, []string{"ஸ்ரீ", "க்ஷ", "கொள்கை", "நௌகா", "தூ", "றூ"}},
	{"NotoSerifThai-Regular", "Thai", "th", false, []string{"ปี่", "ญู", "ฐุ", "น้ำ", "กี้", "เปี๊ยะ", "ฟั่น"}},
	{"NotoSerifKhmer-Regular", "Khmr", "km", false, []string{"ស្ត្រី", "ក្រៅ", "ខ្មោច", "ប៉ុន្តែ", "ញ្ញាំ", "ហ្វ៊ី", "អ្នក", "ន៊ីសញ្ញា"}},
	{"NotoSerifEthiopic-Regular", "Ethi", "am", false, []string{"ሰላም፣", "ኳስ", "፲፱፻"}},
	{"NotoSerifGeorgian-Regular", "Geor", "ka", false, []string{"ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "გვფრცქვნი"}},
	{"NotoSerifArmenian-Regular", "Armn", "hy", false, []string{"մինչև", "ﬓ", "Ինչո՞ւ", "մն"}},
	{"NotoSerifCJKjp-Regular", "Hani", "zh", false, []string{"直骨角诉讼。，“”", "関令"}},
	{"NotoSerifCJKjp-Regular", "Hani", "zh-hant", false, []string{"直骨角訴訟。，「」"}},
	{"NotoSerifCJKjp-Regular", "Kana", "ja", false, []string{"データー、。・", "か\u3099"}},
	{"NotoSerifCJKjp-Regular", "Hang", "ko", false, []string{"훈민정음", "똠방각하", "、。"}},
	{"DroidSansFallback", "Hani", "zh", false, []string{"㐂㙊"}},
	{"NotoSansSymbols2-Regular", "Zyyy", "en", false, []string{"☒☐☑"}},
	{"NotoSansMath-Regular", "Zyyy", "en", false, []string{"≥≠→"}},
}

// sheet is words that are shaped with one face in one language.
type sheet struct {
	face   fonts.Name
	script string
	lang   language.Language
	rtl    bool
	words  []string
}

// letterSheets returns the words of the letter of each language, as far as the faces
// of its script draw them, for the regular and the bold one.
func letterSheets(t *testing.T, set fonts.Set) (sheets []sheet) {
	t.Helper()
	tags, err := samples.Languages()
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range tags {
		letter, err := samples.Complaint(tag)
		if err != nil {
			t.Fatal(err)
		}
		script := scriptOf(tag)
		for _, style := range []fonts.Style{0, fonts.Bold} {
			face, _ := set.Choose([]rune(letter.Title)[0], style, script)
			found := map[string]bool{}
			for _, b := range letter.Blocks {
				doc.EachRun(b, func(r doc.Run) {
					for _, word := range strings.Fields(r.Text) {
						found[word] = found[word] || draws(face, word)
					}
				})
			}
			maps.DeleteFunc(found, func(_ string, drawn bool) bool { return !drawn })
			sheets = append(sheets, sheet{face.Name, script.String(), language.NewLanguage(string(tag)), tag.Dir() == i18n.RTL, slices.Sorted(maps.Keys(found))})
		}
	}
	return sheets
}

func draws(face *fonts.Face, word string) bool {
	for _, r := range word {
		if !face.Draws(r) {
			return false
		}
	}
	return true
}

// The shapes are those of hb-shape, glyph by glyph and unit by unit, for every
// face and language that documents are set in.
func TestShapesAreThoseOfTheReference(t *testing.T) {
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	s, folder := newShaper(set), t.TempDir()
	tried, count := map[fonts.Name]bool{}, 0
	for _, c := range append(letterSheets(t, set), shaped...) {
		tried[c.face] = true
		face, _ := set.Face(c.face)
		script, err := language.ParseScript(c.script)
		if err != nil {
			t.Fatal(err)
		}
		want := reference(t, folder, face, c)
		for i, w := range c.words {
			count++
			text := []rune(w)
			s.run(text, unit{face, script, c.lang, c.rtl}, 0, len(text))
			if got := glyphsOf(s.buffer); got != want[i] {
				t.Errorf("%s, %s, %q: %s, hb-shape has %s", c.face, c.lang, w, got, want[i])
			}
		}
	}
	for _, face := range set.Faces() {
		if !tried[face.Name] {
			t.Errorf("%s is not tried", face.Name)
		}
	}
	if count < 2000 {
		t.Errorf("%d words are tried", count)
	}
}

// glyphsOf writes the glyphs of a buffer with their offsets and advances.
func glyphsOf(b *harfbuzz.Buffer) string {
	var got []string
	for i, info := range b.Info {
		pos := b.Pos[i]
		got = append(got, fmt.Sprintf("%d@%d,%d+%d", info.Glyph, pos.XOffset, pos.YOffset, pos.XAdvance))
	}
	return strings.Join(got, "|")
}

// reference runs hb-shape on the words of a sheet, a line each, and returns the
// glyphs of each with their offsets and advances.
func reference(t *testing.T, folder string, face *fonts.Face, c sheet) []string {
	t.Helper()
	file := filepath.Join(folder, string(face.Name))
	if _, err := os.Stat(file); err != nil {
		if err := os.WriteFile(file, face.Data(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	direction := map[bool]string{false: "ltr", true: "rtl"}[c.rtl]
	command := exec.Command("hb-shape", "--no-glyph-names", "--no-clusters", "--font-size=1000", "--direction="+direction,
		"--script="+c.script, "--language="+string(c.lang), "--text-file=-", file)
	command.Stdin = strings.NewReader(strings.Join(c.words, "\n") + "\n")
	out, err := command.Output()
	if err != nil {
		t.Fatalf("hb-shape, of the Debian package libharfbuzz-bin: %v", err)
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(lines) != len(c.words) {
		t.Fatalf("hb-shape gives %d lines for %d words", len(lines), len(c.words))
	}
	for i, line := range lines {
		glyphs := strings.Split(strings.Trim(line, "[]"), "|")
		for k, g := range glyphs {
			id, rest, _ := strings.Cut(g, "@")
			if rest == "" {
				id, rest, _ = strings.Cut(g, "+")
				rest = "0,0+" + rest
			}
			glyphs[k] = id + "@" + rest
		}
		lines[i] = strings.Join(glyphs, "|")
	}
	return lines
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
