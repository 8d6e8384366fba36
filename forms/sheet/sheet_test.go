package sheet

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"recourse/forms/doc"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

func example() Sheet {
	return Sheet{Vault: "6f1d2c3b-4a59-4687-9a6b-5c4d3e2f1a0b", Made: "23 November 2026",
		Key: []string{"AGE-SECRET-KEY-1", "QPZR", "Y9X8", "GF2T", "VDW0", "S3JN", "54KH", "CE6M", "UA7L", "QPZR", "Y9X8", "GF2T", "VDW0", "S3JN", "54"}}
}

func faces(t *testing.T) fonts.Set {
	t.Helper()
	f, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The sheet says all that is needed in every language of the program: key, vault,
// day, what it is, and that it is a full key; no group is parted or lost.
func TestTheSheetSaysAll(t *testing.T) {
	s := example()
	for _, tag := range i18n.Locales() {
		c, _ := i18n.Locale(tag)
		text := doc.Text(Document(c, s))
		for _, want := range append(append([]string{s.Vault, s.Made}, s.Key...), c.Text("sheet.warning", nil), c.Text("sheet.how", nil), c.Text("sheet.where", nil)) {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", tag, want, text)
			}
		}
	}
}

// It is one page in every language, the same bytes each time, and a reader of
// PDF finds the groups of the key in their order.
func TestTheSheetIsOnePage(t *testing.T) {
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatalf("install the package poppler-utils, this test runs its program: %v", err)
	}
	s, f := example(), faces(t)
	for _, tag := range i18n.Locales() {
		c, _ := i18n.Locale(tag)
		data, err := PDF(c, f, s)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := PDF(c, f, s); err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: the second time it is another, %v", tag, err)
		}
		path := filepath.Join(t.TempDir(), "sheet.pdf")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(reader, path, "-").Output()
		if err != nil || bytes.Count(out, []byte("\f")) != 1 {
			t.Fatalf("%s: %d pages, %v", tag, bytes.Count(out, []byte("\f")), err)
		}
		if text := strings.Join(strings.Fields(string(out)), " "); !strings.Contains(text, strings.Join(s.Key[1:6], " ")) {
			t.Errorf("%s: the key is not in\n%s", tag, text)
		}
	}
}

// A character that no face has is an error, never a box.
func TestASheetThatCannotBeDrawn(t *testing.T) {
	c, _ := i18n.Locale("en")
	s := example()
	s.Made = "\U0001F600"
	if data, err := PDF(c, faces(t), s); err == nil {
		t.Errorf("%d bytes", len(data))
	}
}
