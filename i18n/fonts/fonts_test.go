package fonts_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"

	"recourse/i18n/fonts"
)

func document(t *testing.T) fonts.Set {
	t.Helper()
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// The faces in the program are those that build/fonts/document.py recorded, and
// no file lies beside them that is not in its list.
func TestFacesAreTheRecordedOnes(t *testing.T) {
	list, err := os.ReadFile("../../build/fonts/document.sha256")
	if err != nil {
		t.Fatal(err)
	}
	recorded := map[string]string{}
	for line := range strings.Lines(string(list)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if rest, ours := strings.CutPrefix(name, "document/"); ours {
			recorded[rest] = sum
		}
	}
	files, err := filepath.Glob("document/*.ttf")
	if err != nil {
		t.Fatal(err)
	}
	set := document(t)
	if len(files) != len(recorded) || len(set.Faces()) != len(recorded) {
		t.Fatalf("%d files, %d faces, %d recorded", len(files), len(set.Faces()), len(recorded))
	}
	for _, face := range set.Faces() {
		if sum := fmt.Sprintf("%x", sha256.Sum256(face.Data)); sum != recorded[string(face.Name)+".ttf"] {
			t.Errorf("%s has the fingerprint %s: build it anew with build/fonts/document.py", face.Name, sum)
		}
	}
}

// The licence that the faces stand under lies beside them.
func TestLicenceLiesBesideTheFaces(t *testing.T) {
	text, err := os.ReadFile("document/OFL.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"SIL OPEN FONT LICENSE Version 1.1", "Noto Serif", "Noto Naskh Arabic"} {
		if !strings.Contains(string(text), words) {
			t.Errorf("document/OFL.txt does not say %q", words)
		}
	}
}

// A character is set in the face of its script and style, and in the nearest
// face where that one lacks it.
func TestChooseByScriptAndStyle(t *testing.T) {
	set := document(t)
	for _, c := range []struct {
		name   string
		r      rune
		style  fonts.Style
		script language.Script
		want   fonts.Name
	}{
		{"Latin", 'é', 0, language.Latin, "NotoSerif-Regular"},
		{"Greek, bold", 'Ω', fonts.Bold, language.Greek, "NotoSerif-Bold"},
		{"Cyrillic, italic", 'ж', fonts.Italic, language.Cyrillic, "NotoSerif-Italic"},
		{"both", 'a', fonts.Bold | fonts.Italic, language.Latin, "NotoSerif-BoldItalic"},
		{"Arabic", 'ع', 0, language.Arabic, "NotoNaskhArabic-Regular"},
		{"Arabic has no italic", 'ع', fonts.Bold | fonts.Italic, language.Arabic, "NotoNaskhArabic-Bold"},
		{"space among Arabic", ' ', 0, language.Arabic, "NotoNaskhArabic-Regular"},
		{"quotation mark among Arabic", '«', 0, language.Arabic, "NotoNaskhArabic-Regular"},
		{"quotation mark among Latin", '«', 0, language.Latin, "NotoSerif-Regular"},
		{"bracket among Arabic", '(', 0, language.Arabic, "NotoSerif-Regular"},
		{"Arabic digit", '٣', 0, language.Latin, "NotoNaskhArabic-Regular"},
		{"Persian digit", '۳', 0, language.Arabic, "NotoNaskhArabic-Regular"},
		{"ballot box", '☒', fonts.Bold, language.Latin, "NotoSansSymbols2-Regular"},
		{"inequality", '≥', 0, language.Latin, "NotoSansMath-Regular"},
	} {
		face, ok := set.Choose(c.r, c.style, c.script)
		if !ok || face.Name != c.want {
			t.Errorf("%s: %q is set in %v, want %s", c.name, c.r, face, c.want)
		}
	}
}

// Every character that documents need in the shipped languages can be drawn.
func TestNothingIsMissingFromTheShippedLanguages(t *testing.T) {
	set := document(t)
	for name, text := range map[string]string{
		"signs":    "☒ ☐ ☑ ✓ • – — · “ ” „ ‚ ‘ ’ « » ‹ › € £ § ¶ † № … → ≤ ≥ − × ½ ° @ # % & /",
		"Latin":    "ÄÖÜäöüßẞ ÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆ ąćęłńóśźż čďěňřšťůž őű ăâîșț ğışİ đêôơư Ệ ħ þ ð ŵ",
		"Greek":    "Άλφα βήτα ΐ ΰ ώ ς ᾳ",
		"Cyrillic": "Съешь ещё этих мягких ђјљњћџ ґєії ў қңғүұһәө",
		"Arabic":   "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ةىءآأإؤئ ًٌٍَُِّْ ٠١٢٣٤٥٦٧٨٩ ، ؛ ؟ ـ",
		"Persian":  "پچژگکی ۰۱۲۳۴۵۶۷۸۹ می‌روم",
		"Urdu":     "ٹڈڑںھہےۓ",
		"hidden":   "a\u200bb\u200dc\u2066d\u2069\ufeff\u00ad\n\t\x00\x7f",
	} {
		if missing := set.Missing(text); len(missing) > 0 {
			t.Errorf("%s: no face draws %q", name, missing)
		}
	}
}

// Missing names each character once, in the order of appearance.
func TestMissingNamesEachOnce(t *testing.T) {
	got := document(t).Missing("a語😀b語\u0e01")
	if want := []rune{'語', '😀', 'ก'}; !slices.Equal(got, want) {
		t.Errorf("missing %q, want %q", got, want)
	}
}

// Characters that have no shape are told from those that are drawn.
func TestSilentAndJoiner(t *testing.T) {
	for _, c := range []struct {
		name           string
		r              rune
		silent, joiner bool
	}{
		{"letter", 'a', false, false}, {"space", ' ', false, false}, {"no-break space", 0xA0, false, false},
		{"control", 0x07, true, false}, {"newline", '\n', true, false}, {"soft hyphen", 0xAD, true, false},
		{"override", 0x202E, true, false}, {"isolate", 0x2067, true, false}, {"zero-width space", 0x200B, true, false},
		{"byte order mark", 0xFEFF, true, false}, {"noncharacter", 0xFFFE, true, false}, {"noncharacter of plane 2", 0x2FFFF, true, false},
		{"Arabic number sign", 0x0600, false, false}, {"end of ayah", 0x06DD, false, false},
		{"non-joiner", 0x200C, false, true}, {"joiner", 0x200D, false, true}, {"variation selector", 0xFE0F, false, true},
		{"combining mark", 0x0301, false, false}, {"tag", 0xE0041, true, false}, {"line separator", 0x2028, true, false},
	} {
		if got := fonts.Silent(c.r); got != c.silent {
			t.Errorf("%s: silent is %v", c.name, got)
		}
		if got := fonts.Joiner(c.r); got != c.joiner {
			t.Errorf("%s: joiner is %v", c.name, got)
		}
	}
}

// Faces are found by the names that pages give them.
func TestFaceByName(t *testing.T) {
	set := document(t)
	for _, face := range set.Faces() {
		if got, ok := set.Face(face.Name); !ok || got != face {
			t.Errorf("%s is not found", face.Name)
		}
	}
	if _, ok := set.Face("Unknown-Regular"); ok {
		t.Error("a face that is not there is found")
	}
}
