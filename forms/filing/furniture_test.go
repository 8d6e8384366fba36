package filing_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/doc"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/forms/sample"
	"recourse/i18n"
)

// paperMaker makes documents of a pack that has a block of each kind.
func paperMaker(t testing.TB) filing.Maker {
	t.Helper()
	lib, err := packs.Load(os.DirFS("../packs/testdata/furniture"))
	if err != nil {
		t.Fatal(err)
	}
	return filing.Maker{Library: lib, Faces: maker(t).Faces}
}

const exhibitID = "00000000-0000-4000-8000-00000000000a"

// paperCase answers all that the pack asks, in a language.
func paperCase(lang i18n.Tag) forms.Case {
	words := paperWords[lang]
	other := map[i18n.Tag]i18n.Tag{"en": "ar", "ar": "en"}[lang]
	when := forms.When{Date: forms.Date{Year: 2026, Month: 11, Day: 23}, Precision: forms.Exact}
	values := map[string]forms.Value{
		"name": forms.Person{Given: words["given"], Family: words["family"]}, "phone": forms.Text("+33 1 00 00 00 00"),
		"home":   forms.Address{Lines: []string{"12 rue de l’Exemple"}, Postcode: "75011", City: "Paris", Country: "FR"},
		"acting": forms.YesNo(true), "agent_kind": forms.Choice("lawyer"), "agent_office": forms.Text(words["office"]),
		"agent":      forms.Person{Given: words["agent"]},
		"agent_home": forms.Address{Lines: []string{"3 place du Modèle"}, Postcode: "75001", City: "Paris", Country: "FR"},
		"state":      forms.Country("IE"), "court": forms.Text(words["court"]),
		"court_address": forms.Address{Lines: []string{"1 Example Quay"}, City: "Dublin 7", Postcode: "D07 X000", Country: "IE"},
		"reference":     forms.Text("2026/MB-19"), "opponent": forms.Text(words["opponent"]),
		"story":   forms.Prose{Words: strings.Repeat(words["story"]+" ", 6) + "\n" + words["story"], Lang: lang},
		"motive":  forms.Prose{Words: "…", Lang: other, Translations: []forms.Translation{{Lang: lang, Words: strings.Repeat(words["motive"]+" ", 8), By: words["agent"], On: when.Date}}},
		"grounds": forms.Multi{"power", "measure"}, "why_measure": forms.Prose{Words: words["story"], Lang: lang},
		"scope": forms.Multi{"file", "receive"}, "served_on": forms.Text(words["opponent"]), "served_date": when,
		"place": forms.Text(words["place"]), "signed": when,
	}
	answers := map[forms.Path]forms.Answer{}
	for id, v := range values {
		answers[forms.Path("paper-test."+id)] = forms.Answer{Value: v}
	}
	list := forms.Path("exhibits.list")
	answers[list] = forms.Answer{Value: forms.Items{exhibitID}}
	answers[list.In(exhibitID, "exhibits.title")] = forms.Answer{Value: forms.Text(words["letter"])}
	answers[list.In(exhibitID, "exhibits.proves")] = forms.Answer{Value: forms.Prose{Words: words["story"], Lang: lang}}
	return forms.Case{ID: "00000000-0000-4000-8000-000000000001", Language: lang, Answers: forms.NewAnswers(answers),
		Exhibits: []forms.Exhibit{{ID: exhibitID, Name: "letter.pdf", SHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}}
}

var paperWords = map[i18n.Tag]map[string]string{
	"en": {"given": "Ann", "family": "Example", "office": "Example & Partners", "agent": "Jo Muster", "court": "High Court", "opponent": "Meridia Mail Ltd.",
		"story": "On 14 November 2026 the provider wrote to me that it had handed over my mailbox.", "motive": "The order covers seven years, and none of it concerns the case.",
		"place": "Paris", "letter": "Letter of the provider"},
	"ar": {"given": "ليلى", "family": "حداد", "office": "مكتب المثال للمحاماة", "agent": "سمير نموذج", "court": "المحكمة العليا", "opponent": "شركة Meridia Mail Ltd.",
		"story": "في 14 نوفمبر 2026 كتب إليّ مقدّم الخدمة أنه سلّم محتوى صندوق بريدي.", "motive": "يشمل الأمر سبع سنوات، ولا صلة لشيء منها بالقضية.",
		"place": "باريس", "letter": "رسالة مقدّم الخدمة"},
}

// pen draws a signature of an invented hand.
func pen(t testing.TB) doc.Picture {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, 240, 80))
	for x := range 240 {
		y := 40 + (x*7%53-26)*(240-x)/260
		for k := -2; k < 3; k++ {
			m.Set(x, y+k, color.NRGBA{20, 30, 110, 255})
			m.Set(x, 60+k-x/12, color.NRGBA{20, 30, 110, 255})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	p, err := doc.NewPicture(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestFurniture proves what every block of furniture says, in English and in
// Arabic, and that the files conform and read aloud as they should. The PDF files
// are kept where go test -artifacts keeps them.
func TestFurniture(t *testing.T) {
	m, folder := paperMaker(t), t.ArtifactDir()
	arguments := []string{"../../build/checkpdf.py"}
	for _, lang := range []i18n.Tag{"en", "ar"} {
		for _, c := range []compose.Copy{compose.Filing, compose.Bilingual} {
			r := filing.Request{Case: paperCase(lang), Procedure: "paper-test", On: on, Language: lang, Copy: c,
				Readers: []i18n.Tag{"ar", "en"}, Signature: pen(t)}
			d, err := m.Make(r)
			if err != nil || d.PDF == nil {
				t.Fatal(err, d.Problems)
			}
			name := fmt.Sprintf("furniture.%s.%d", lang, c)
			golden(t, filepath.Join("testdata", name+".txt"), doc.Text(d.Content))
			path := filepath.Join(folder, name+".pdf")
			if err := os.WriteFile(path, d.PDF, 0o600); err != nil {
				t.Fatal(err)
			}
			arguments = append(arguments, path)
		}
	}
	if out, err := exec.Command("/usr/bin/python3", arguments...).CombinedOutput(); err != nil {
		t.Errorf("python3 with Debian's python3-pikepdf and python3-fonttools: %v:\n%.3000s", err, out)
	}
	tree, err := exec.Command("/usr/bin/python3", arguments[0], "--tree", arguments[1]).Output()
	if err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("testdata", "furniture.en.tree"), string(tree))
}

// TestLongAnnexIsTold proves that an annex with more pages than the body takes is
// told with the question to shorten, that the document is made all the same, and
// that one within its pages is not told.
func TestLongAnnexIsTold(t *testing.T) {
	m, c := paperMaker(t), paperCase("en")
	for words, want := range map[string]int{"Short.": 0, strings.Repeat("The order does not concern me. ", 400): 1} {
		answers := map[forms.Path]forms.Answer{}
		for at, a := range c.Answers.All() {
			answers[at] = a
		}
		answers["paper-test.story"] = forms.Answer{Value: forms.Prose{Words: words, Lang: "en"}}
		c.Answers = forms.NewAnswers(answers)
		r := filing.Request{Case: c, Procedure: "paper-test", On: on, Language: "en"}
		d, err := m.Make(r)
		if err != nil || d.PDF == nil {
			t.Fatal(err, d.Problems)
		}
		p, _ := m.Library.Procedure("paper-test")
		told := m.Overlong(r, interview.Resolve(p, c.Answers, on))
		found := slices.DeleteFunc(d.Problems, func(p forms.Problem) bool { return p.Code != forms.TooManyPages })
		if len(told) != want || len(found) != want || want == 1 && (told[0].At != "paper-test.story" || told[0].Args["max"] != 2) {
			t.Errorf("%d characters: told %v, found %v", len(words), told, found)
		}
	}
}

// golden compares a text with a file that is written anew on demand.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s: %s", file, difference(string(want), got))
	}
}

// TestBothSidesSayEverything proves that each side of a copy in two languages says
// every answer in full and nothing else, that rows stand beside each other but for
// the statement of a translator, and that it is marked as not for filing and has
// nothing attached.
func TestBothSidesSayEverything(t *testing.T) {
	m := maker(t)
	for _, p := range m.Library.Procedures() {
		c, err := sample.Case(p, 7, sample.Options{On: on})
		if err != nil {
			t.Fatal(err)
		}
		d := complete(t, m, filing.Request{Case: c, Procedure: p.ID, Language: "fr", Copy: compose.Bilingual, Readers: []i18n.Tag{"ar"}})
		if !strings.Contains(d.Content.Banner, " · ") || bytes.Contains(d.PDF, []byte("EmbeddedFile")) {
			t.Errorf("%s: banner %q", p.ID, d.Content.Banner)
		}
		sides, ok := d.Content.Blocks[0].(doc.Bilingual)
		if !ok || len(d.Content.Blocks) != 1 {
			t.Fatalf("%s: it is no copy in two languages", p.ID)
		}
		halves := [2]filing.Document{{Content: doc.Document{Lang: "fr"}}, {Content: doc.Document{Lang: "ar"}}}
		alone := 0
		for i, row := range sides.Rows {
			for k := range halves {
				halves[k].Content.Blocks = append(halves[k].Content.Blocks, row[k]...)
			}
			if (len(row[0]) == 0 || len(row[1]) == 0) && !ofTranslator(sides.Rows[i:]) {
				alone++
			}
		}
		for _, half := range halves {
			checkSaid(t, m, interview.Resolve(p, c.Answers, on), half)
		}
		if alone > 0 || len(sides.Rows) < 15 { // a short letter has some twenty
			t.Errorf("%s: %d of %d rows have one side", p.ID, alone, len(sides.Rows))
		}
	}
}

// ofTranslator tells whether rows begin with the statement of a translator or its
// heading. It stands only on the side into whose language somebody has translated.
func ofTranslator(rows []doc.BilingualRow) bool {
	for _, row := range rows[:min(2, len(rows))] {
		for _, b := range slices.Concat(row[0], row[1]) {
			if _, ok := b.(doc.HandLines); ok {
				return true
			}
		}
	}
	return false
}

// TestSecondLanguage proves which language stands beside the filing's, and that
// none is made up.
func TestSecondLanguage(t *testing.T) {
	m := maker(t)
	c, err := sample.Case(m.Library.Procedures()[0], 7, sample.Options{On: on})
	if err != nil {
		t.Fatal(err)
	}
	c.Language = "ar"
	for _, tc := range []struct {
		readers []i18n.Tag
		filing  i18n.Tag
		want    i18n.Tag // "" for an error
	}{{nil, "de", "ar"}, {[]i18n.Tag{"fr"}, "de", "fr"}, {[]i18n.Tag{"de", "xx", "en"}, "de", "en"}, {nil, "ar", ""}} {
		d, err := m.Make(filing.Request{Case: c, Procedure: m.Library.Procedures()[0].ID, On: on, Language: tc.filing, Copy: compose.Bilingual, Readers: tc.readers})
		var unknown *filing.UnknownError
		if tc.want == "" {
			if !errors.As(err, &unknown) || unknown.What != "second-language" || slices.Contains(unknown.Have, string(tc.filing)) {
				t.Errorf("%+v: %v", tc, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Content.Blocks[0].(doc.Bilingual).Langs; got != [2]i18n.Tag{tc.filing, tc.want} {
			t.Errorf("%+v: %v", tc, got)
		}
	}
}
