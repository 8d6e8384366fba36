package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/forms/layout/samples"
	"recourse/forms/pdf"
	"recourse/i18n/fonts"
)

func faces(t testing.TB) fonts.Set {
	t.Helper()
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

var created = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func write(t testing.TB, set fonts.Set, d doc.Document) []byte {
	t.Helper()
	pages, problems := layout.Pages(d, set)
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	var out bytes.Buffer
	if err := pdf.Write(&out, pages, set, pdf.Meta{Title: d.Title, Lang: d.Lang, Created: created}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// all returns the sample documents by name.
func all() map[string]doc.Document {
	list := map[string]doc.Document{"german": samples.German(), "arabic": samples.Arabic(), "letter": samples.Letter(),
		"empty": {Lang: "de", Title: "Leer"}, "contents": contents()}
	list["japanese"], _ = samples.Complaint("ja") // an empty one is found by TestLettersConform
	return list
}

// contents is a document with contents and references to pages.
func contents() doc.Document {
	d := samples.German()
	blocks := append([]doc.Block{d.Blocks[2], doc.Heading{Level: 1, Text: doc.Runs{{Text: "Inhalt"}}}, doc.Contents{Depth: 2},
		doc.Paragraph{Text: doc.Runs{{Text: "Die Anlagen stehen auf Seite "}, {Ref: "e1", Page: true}, {Text: "."}}}}, d.Blocks...)
	d.Blocks = blocks
	return d
}

// save writes a file beside the artifacts of the test, where a person can look
// at it, and returns its path.
func save(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.ArtifactDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// run runs a tool and returns what it printed; the Debian package is named where
// the tool is missing.
func run(t testing.TB, debian, tool string, arguments ...string) (out, warnings string) {
	t.Helper()
	path, err := exec.LookPath(tool)
	if err != nil {
		t.Fatalf("%s is not there: install the Debian package %s", tool, debian)
	}
	command := exec.Command(path, arguments...)
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	if err := command.Run(); err != nil {
		t.Errorf("%s: %v: %s", tool, err, stderr.String())
	}
	return stdout.String(), stderr.String()
}

// The same pages give the same bytes.
func TestSameBytesEachTime(t *testing.T) {
	set := faces(t)
	for name, d := range all() {
		first := write(t, set, d)
		for range 4 {
			if !bytes.Equal(first, write(t, faces(t), d)) {
				t.Errorf("%s: bytes differ", name)
			}
		}
	}
}

// Another text gives another identifier.
func TestIdentifierFollowsTheContent(t *testing.T) {
	set := faces(t)
	id := regexp.MustCompile(`/ID \[<([0-9a-f]{32})> <([0-9a-f]{32})>\]`)
	seen := map[string]string{}
	for name, d := range all() {
		found := id.FindSubmatch(write(t, set, d))
		if found == nil || string(found[1]) != string(found[2]) || seen[string(found[1])] != "" {
			t.Errorf("%s has the identifier %q", name, found)
			continue
		}
		seen[string(found[1])] = name
	}
}

// Independent readers find nothing to complain of.
func TestReadersFindNoFault(t *testing.T) {
	set := faces(t)
	for name, d := range all() {
		path := save(t, name+".pdf", write(t, set, d))
		if out, warnings := run(t, "qpdf", "qpdf", "--check", path); strings.Contains(out+warnings, "WARNING") {
			t.Errorf("%s: qpdf: %s%s", name, out, warnings)
		}
		if _, warnings := run(t, "poppler-utils", "pdfinfo", path); warnings != "" {
			t.Errorf("%s: pdfinfo: %s", name, warnings)
		}
		if _, warnings := run(t, "poppler-utils", "pdftoppm", "-r", "50", "-png", path, strings.TrimSuffix(path, ".pdf")); warnings != "" {
			t.Errorf("%s: pdftoppm: %s", name, warnings)
		}
		_, warnings := run(t, "mupdf-tools", "mutool", "draw", "-r", "50", "-o", strings.TrimSuffix(path, ".pdf")+"-%d.mutool.png", path)
		// Debian builds the tool without colour profiles, and it says so each time.
		warnings = strings.ReplaceAll(warnings, "warning: ICC support is not available\n", "")
		if strings.Contains(warnings, "warning") || strings.Contains(warnings, "error") {
			t.Errorf("%s: mutool: %s", name, warnings)
		}
	}
}

// All faces are embedded as subsets with a map to text.
func TestFacesAreEmbedded(t *testing.T) {
	path := save(t, "german.pdf", write(t, faces(t), samples.German()))
	out, _ := run(t, "poppler-utils", "pdffonts", path)
	lines := strings.Split(strings.TrimSpace(out), "\n")[2:]
	if len(lines) != 5 {
		t.Errorf("%d faces:\n%s", len(lines), out)
	}
	for _, line := range lines {
		if !regexp.MustCompile(`^[A-Z]{6}\+Noto\S+ +CID TrueType +Identity-H +yes yes yes`).MatchString(line) {
			t.Errorf("face %q", line)
		}
	}
}

// plain returns the objects of a file uncompressed.
func plain(t testing.TB, data []byte) string {
	t.Helper()
	out, _ := run(t, "qpdf", "qpdf", "--qdf", "--object-streams=disable", save(t, "plain.pdf", data), "-")
	return out
}

// The file tells its language, its direction, its title and its dates.
func TestFileDescribesItself(t *testing.T) {
	set := faces(t)
	arabic := plain(t, write(t, set, samples.Arabic()))
	for _, want := range []string{"/Lang (ar)", "/Direction /R2L", "/DisplayDocTitle true", "/CreationDate (D:20261123120000+00'00')", "/Producer (Recourse)"} {
		if !strings.Contains(arabic, want) {
			t.Errorf("the Arabic file lacks %s", want)
		}
	}
	if german := plain(t, write(t, set, samples.German())); strings.Contains(german, "R2L") || !strings.Contains(german, "/Lang (de)") {
		t.Error("the German file runs from right to left, or has no language")
	}
	info, _ := run(t, "poppler-utils", "pdfinfo", save(t, "arabic.pdf", write(t, set, samples.Arabic())))
	for _, want := range []string{samples.Arabic().Title, "Page size:       595.28 x 841.89 pts (A4)", "Pages:           2"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, info)
		}
	}
}

// References to exhibits are links to their place in the document.
func TestReferencesAreLinks(t *testing.T) {
	text := plain(t, write(t, faces(t), samples.German()))
	if n := strings.Count(text, "/Subtype /Link"); n != 2 {
		t.Errorf("%d links", n)
	}
	for _, want := range []string{"/Contents (Anlage 2)", "/XYZ", "/F 4", "/Tabs /S"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
}

// No folder is made for the configuration of a library.
func TestNoConfigurationFolderIsMade(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(name, home)
	}
	write(t, faces(t), samples.German())
	entries, err := os.ReadDir(home)
	if err != nil || len(entries) > 0 {
		t.Errorf("the home folder holds %v (%v)", entries, err)
	}
}

type failing struct{ after int }

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

// What cannot be written is an error that names the thing at fault.
func TestFaultsAreErrors(t *testing.T) {
	set := faces(t)
	pages, _ := layout.Pages(samples.German(), set)
	with := func(change func(*layout.Page)) []layout.Page {
		copied := append([]layout.Page(nil), pages...)
		copied[0].Texts = append([]layout.Text(nil), pages[0].Texts...)
		copied[0].Links = append([]layout.Link(nil), pages[0].Links...)
		change(&copied[0])
		return copied
	}
	for _, c := range []struct {
		name  string
		pages []layout.Page
		w     io.Writer
		want  string
	}{
		{"unknown face", with(func(p *layout.Page) { p.Texts[0].Face = "Comic" }), io.Discard, "find face Comic"},
		{"unknown glyph", with(func(p *layout.Page) {
			p.Texts[0].Clusters = []layout.Cluster{{Text: "a", Glyphs: []layout.Glyph{{ID: 60000}}}}
		}), io.Discard, "glyph 60000"},
		{"unknown part", with(func(p *layout.Page) {
			p.Texts[0].Clusters = []layout.Cluster{{Text: "a", Glyphs: []layout.Glyph{{ID: 60000, X: 1}}}}
		}), io.Discard, "glyph 60000"},
		{"glyph of no letter", with(func(p *layout.Page) {
			p.Texts[0].Clusters = []layout.Cluster{{Text: "\u0531", Glyphs: []layout.Glyph{{ID: 0}}}}
		}), io.Discard, "no glyph for a character of block 0"},
		{"link beyond the end", with(func(p *layout.Page) { p.Links[0].Page = 9 }), io.Discard, "page 10"},
		{"no size", with(func(p *layout.Page) { p.Texts[0].Size = 0 }), io.Discard, "no size"},
		{"no pages", nil, io.Discard, "no pages"},
		{"full disk", pages, &failing{5000}, "disk full"},
	} {
		err := pdf.Write(c.w, c.pages, set, pdf.Meta{})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "write pdf: ") {
			t.Errorf("%s: error %v", c.name, err)
		}
	}
}

// A document of many scripts and odd signs is a sound file, too.
func TestOddDocumentIsSound(t *testing.T) {
	set := faces(t)
	text := "e\u0301\u0308 \u0301 ꯀ ᎠᎡ क 語 😀 a\u0300\u0301\u0302\u0303 \ufdfd لله «(\u202eabc\u202c)» Donau\u00addampf \u200d ☒ ≥ \u25cc\u0301 fi ffi " + strings.Repeat("ضx", 400)
	pages, problems := layout.Pages(doc.Document{Lang: "ar", Title: "(\\) שלום", Blocks: []doc.Block{doc.Paragraph{Text: doc.Runs{{Text: text}}}}}, set)
	if len(problems) != 5 { // an override, a letter of Manipuri, two of Cherokee, a face
		t.Errorf("problems %v", problems)
	}
	var out bytes.Buffer
	if err := pdf.Write(&out, pages, set, pdf.Meta{Title: "(\\) שלום", Lang: "ar", Created: created}); err != nil {
		t.Fatal(err)
	}
	path := save(t, "odd.pdf", out.Bytes())
	if report, warnings := run(t, "qpdf", "qpdf", "--check", path); strings.Contains(report+warnings, "WARNING") {
		t.Errorf("qpdf: %s", warnings)
	}
	info, warnings := run(t, "poppler-utils", "pdfinfo", path)
	if warnings != "" || !strings.Contains(info, "(\\) שלום") {
		t.Errorf("pdfinfo: %s%s", info, warnings)
	}
	if _, warnings := run(t, "poppler-utils", "pdftoppm", "-r", "50", path, strings.TrimSuffix(path, ".pdf")); warnings != "" {
		t.Errorf("pdftoppm: %s", warnings)
	}
}

// A three-page letter in Latin script stays small.
func TestFileIsSmall(t *testing.T) {
	d := samples.German()
	size := len(write(t, faces(t), d))
	if limit := 60_000; size > limit {
		t.Error(fmt.Sprintf("%d bytes, limit %d", size, limit))
	}
}

// The bookmarks are the headings, below each other as these are.
func TestBookmarksAreTheHeadings(t *testing.T) {
	out, _ := run(t, "mupdf-tools", "mutool", "show", save(t, "german.pdf", write(t, faces(t), samples.German())), "outline")
	want := []string{"Antrag auf gerichtliche Überprüfung einer Europäischen Herausgabeanordnung", "1 Antragsteller",
		"2 Die angegriffene Anordnung", "3 Sachverhalt", "4 Gründe", "Worauf sich der Antrag stützt", "5 Anlagen"}
	depth := []int{0, 1, 1, 1, 1, 2, 1}
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d bookmarks:\n%s", len(lines), out)
	}
	for i, line := range lines {
		if !strings.Contains(line, `"`+want[i]+`"`) || strings.Count(line, "\t") != strings.Count(lines[0], "\t")+depth[i] {
			t.Errorf("bookmark %d is %q", i, line)
		}
	}
}
