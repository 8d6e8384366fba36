package pdf_test

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/forms/layout/samples"
	"recourse/forms/pdf"
)

var update = flag.Bool("update", false, "write the golden files anew")

const checker = "../../build/checkpdf.py"

// python runs a script with Debian's own Python, for which its packages are.
func python(t testing.TB, arguments ...string) (out string, code int) {
	t.Helper()
	command := exec.Command("/usr/bin/python3", arguments...)
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	if command.ProcessState == nil || stderr.Len() > 0 {
		t.Fatalf("python3 with python3-pikepdf and python3-fonttools, of Debian: %v: %s", err, stderr.String())
	}
	return stdout.String(), command.ProcessState.ExitCode()
}

// withFacts writes a document with an attachment.
func withFacts(t testing.TB, d doc.Document) []byte {
	t.Helper()
	set := faces(t)
	pages, problems := layout.Pages(d, set)
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	var out bytes.Buffer
	err := pdf.Write(&out, pages, set, pdf.Meta{Title: d.Title, Lang: d.Lang, Created: created,
		Attachments: []pdf.Attachment{{Name: "facts.json", Media: "application/json", Content: []byte(`{"facts":[]}`)}}})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Documents of all kinds of blocks, languages and lengths conform to PDF/UA-1 and
// to PDF/A: 3a with an attachment, 2a without.
func TestDocumentsConform(t *testing.T) {
	set := faces(t)
	paths := []string{checker}
	for name, d := range cases() {
		paths = append(paths, save(t, name+".2a.pdf", write(t, set, d)), save(t, name+".3a.pdf", withFacts(t, d)))
	}
	if len(paths) < 21 {
		t.Errorf("%d files are checked", len(paths)-1)
	}
	if out, code := python(t, paths...); out != "" || code != 0 {
		t.Errorf("the checker ends with %d:\n%s", code, out)
	}
}

// The structure reads as the document does: kinds, heads, languages, and words in
// their logical order, also where they run from right to left.
func TestStructureReadsAsTheDocument(t *testing.T) {
	for name, d := range map[string]doc.Document{"german": samples.German(), "arabic": samples.Arabic(), "languages": cases()["languages"]} {
		got, _ := python(t, checker, "--tree", save(t, name+".pdf", write(t, faces(t), d)))
		golden := filepath.Join("testdata", name+".tree")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from %s:\n%s", name, golden, got)
		}
	}
}

// The checker finds each defect that an independent validator finds: a file for
// each, and no other fault in a sound file that was written the same way.
func TestCheckerFindsPlantedDefects(t *testing.T) {
	folder := t.TempDir()
	source := filepath.Join(folder, "source")
	if err := os.WriteFile(source, withFacts(t, cases()["everything"]), 0o600); err != nil {
		t.Fatal(err)
	}
	planted, _ := python(t, "testdata/plant.py", source, folder)
	arguments := []string{checker}
	for line := range strings.Lines(planted) {
		name, _, _ := strings.Cut(line, " ")
		arguments = append(arguments, filepath.Join(folder, name+".pdf"))
	}
	report, code := python(t, arguments...)
	if code != 1 || len(arguments) < 60 {
		t.Fatalf("the checker ends with %d on %d files:\n%s", code, len(arguments)-1, report)
	}
	sound := 0
	for line := range strings.Lines(planted) {
		name, want, _ := strings.Cut(strings.TrimSpace(line), " ")
		file := filepath.Join(folder, name+".pdf: ")
		if want == "-" {
			want, sound = "", sound+1
		} else {
			want += ": "
		}
		if found := strings.Contains(report, file+want); found != (want != "") {
			t.Errorf("%s: fault %q found: %v", name, want, found)
		}
	}
	if sound != 1 {
		t.Errorf("%d sound files", sound)
	}
}

// cases are documents that try the tags: all samples, and what they lack.
func cases() map[string]doc.Document {
	list := all()
	everything := samples.German()
	everything.Blocks = append(append(everything.Blocks, samples.Arabic().Blocks[3:]...), others()...)
	list["everything"] = everything
	for name, blocks := range map[string][]doc.Block{
		"headings": headings(), "tables": tables(), "long": long(), "links": links(), "languages": languages(), "breaks": breaks(), "lists": lists(), "papers": papers(),
	} {
		list[name] = doc.Document{Lang: "de", Title: "Prüfung: " + name, Footer: "Fuß", PageOf: "Seite {page} von {pages}", Banner: "Abschrift", Blocks: blocks}
	}
	list["odd"] = doc.Document{Lang: "ar", Title: " (\\) שלום <&>\x00\t\xff\ufeff\ufffe \"'\u2028 " + strings.Repeat("sehr lang ", 300), Blocks: odd()}
	mirrored := list["links"]
	mirrored.Lang = "ar"
	list["mirrored links"] = mirrored
	return list
}

// others are a table of contents with what it lists, words in a face of CFF, and a
// picture.
func others() []doc.Block {
	return []doc.Block{doc.Contents{}, doc.Heading{Level: 1, Text: doc.Runs{{Text: "苦情の申立て", Lang: "ja"}}}, doc.Signature{Name: runs("N. N."), Image: pen()}}
}

func runs(text string) doc.Runs { return doc.Runs{{Text: text}} }

// headings leave out levels, come before any title, and fall back.
func headings() []doc.Block {
	var out []doc.Block
	for _, level := range []int{3, 1, 3, 3, 2, 1, 2, 3, 1} {
		out = append(out, doc.Heading{Level: level, Number: "1", Text: runs("Überschrift")}, doc.Paragraph{Text: runs("Text.")})
	}
	return append(out, doc.Title{Text: runs("Später Titel")}, doc.Heading{Level: 2, Text: runs("Danach")}, doc.Title{Reference: runs("Nur ein Zeichen")})
}

// tables have rows of unequal length, empty cells, no head, and many pages.
func tables() []doc.Block {
	row := func(cells ...string) doc.TableRow {
		var r doc.TableRow
		for _, c := range cells {
			r.Cells = append(r.Cells, runs(c))
		}
		return r
	}
	long := doc.Table{Head: []doc.Runs{runs("Nr."), runs(""), runs("Was")}}
	for range 40 {
		long.Rows = append(long.Rows, row("1", "zwei", "drei"), row("", "zwei"), row(strings.Repeat("sehr lang ", 30), "", "شكوى"))
	}
	long.Rows = append(long.Rows, row("x", strings.Repeat("Zeile um Zeile ", 800), "y"))
	return []doc.Block{long, doc.Table{Rows: []doc.TableRow{row("a", "b"), row("c")}}, doc.Table{Head: []doc.Runs{runs("Nur"), runs("Kopf")}},
		doc.Facts{Rows: []doc.Fact{{Label: runs("Leer")}, {Value: []doc.Runs{runs("ohne Namen")}},
			{Label: runs("Lang"), Value: []doc.Runs{runs(strings.Repeat("Wort ", 1500)), runs("Ende")}}}}}
}

// long is a paragraph over many pages, from left to right and from right to left, and
// with one word from right to left at the end of more words than a string can hold.
func long() []doc.Block {
	return []doc.Block{doc.Paragraph{Number: "1", Text: runs(strings.Repeat("Das Verfahren dauert an. ", 250))},
		doc.Paragraph{Text: runs(strings.Repeat("Das Verfahren dauert an. ", 700) + "شكوى")},
		doc.Paragraph{Number: "2", Text: doc.Runs{{Text: strings.Repeat("كتبت إلى المزوّد في 14 نوفمبر 2026. ", 250), Lang: "ar"}}}}
}

// links wrap over lines and pages, follow each other, and stand in all places.
func links() []doc.Block {
	to := func(text, ref string) doc.Run { return doc.Run{Text: text, Ref: ref} }
	many := doc.Runs{to("erste", "a"), to("zweite", "b"), to(" zweite noch einmal", "b"), {Text: " und "}, to("nichts", "nowhere")}
	for range 60 {
		many = append(many, doc.Run{Text: " Dies und das und "}, to(strings.Repeat("ein langer Verweis ", 8), "a"), to("المرفق الأول", "b"))
	}
	return []doc.Block{doc.Heading{Level: 1, Text: doc.Runs{{Text: "Siehe "}, to("dort", "b")}, Anchor: "a"}, doc.Paragraph{Text: many},
		doc.Table{Head: []doc.Runs{{to("Kopf", "a")}}, Rows: []doc.TableRow{{Cells: []doc.Runs{many}}, {Cells: []doc.Runs{many}, Anchor: "b"}}},
		doc.Facts{Rows: []doc.Fact{{Label: doc.Runs{to("hier", "a")}, Value: []doc.Runs{{to("dort", "b")}}}}}}
}

// languages change within a paragraph, and as a whole.
func languages() []doc.Block {
	mixed := doc.Runs{{Text: "Der Bescheid "}, {Text: "sur la protection", Lang: "fr"}, {Text: " ("}, {Text: "шифрование", Lang: "ru"}, {Text: ", "},
		{Text: "κρυπτογράφηση", Lang: "el"}, {Text: ") "}, {Text: "«السرية»", Lang: "ar"}, {Text: " gilt."}}
	return []doc.Block{doc.Paragraph{Text: mixed}, doc.Paragraph{Number: "1", Text: doc.Runs{{Text: "Tout en français.", Lang: "fr"}}},
		doc.Notice{Text: []doc.Runs{mixed, {{Text: "من در ۱۴ نوامبر نوشتم؛ می‌روم.", Lang: "fa"}}}}, doc.Heading{Level: 1, Text: mixed}}
}

// breaks forces lines within words and at the ends.
func breaks() []doc.Block {
	return []doc.Block{doc.Paragraph{Text: runs("\neins\nzwei\r\n\ndrei\tvier\u2028fünf\n")}, doc.Paragraph{Text: runs("سطر\nثان\n")},
		doc.Addressee{Lines: []doc.Runs{runs("Amt\nHaus 1"), runs("Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschafts\u00adkapitän, Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft")}},
		doc.Signature{Sentence: runs("Ich versichere es."), Name: runs("N. N.")}, doc.PageBreak{}, doc.Space{Lines: 3}, doc.Paragraph{Text: runs(" ")}}
}

// odd are the characters that nobody types and somebody pastes.
func odd() []doc.Block {
	text := "e\u0301\u0308 \u0301 a\u0300\u0301\u0302\u0303 \ufdfd لله «(\u202babc\u202c)» Donau\u00addampf \u200d ☒ ≥ \u25cc\u0301 fi ffi \u2067a\u2069\u2069 ﷺ\u064b\u0651\u0670 ab\ufeff\u2028c"
	return []doc.Block{doc.Title{Text: runs(text)}, doc.Paragraph{Number: text, Text: runs(text)}, doc.Paragraph{Text: runs(strings.Repeat("ضx", 400))},
		doc.Paragraph{Text: doc.Runs{{Text: "a" + strings.Repeat("\u0301", 90)}, {Text: " "}, {Text: "\u200d", Ref: "odd"}}, Anchor: "odd"},
		doc.Facts{Rows: []doc.Fact{{Label: runs(text), Value: []doc.Runs{runs(text), {{Text: text, Lang: "fr"}}}}}}}
}

// lists have markers of each kind, and none.
func lists() []doc.Block {
	var out []doc.Block
	for _, marker := range []string{"1)", "a)", "A.", "☐", "•", "–", "١", ""} {
		out = append(out, doc.List{Items: []doc.Item{{Marker: marker, Text: []doc.Runs{runs("Punkt"), runs("Fortsetzung")}}, {Marker: marker}}})
	}
	return out
}
