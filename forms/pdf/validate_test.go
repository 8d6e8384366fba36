package pdf

import (
	"bytes"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/forms/layout/samples"
	"recourse/i18n/fonts"
)

// Every object of a file is as the specification of PDF has it, read strictly. An
// attachment is left out, since PDF/A-3 adds to it what PDF 1.7 does not have.
func TestObjectsAreValid(t *testing.T) {
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	japanese, err := samples.Complaint("ja")
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]doc.Document{"japanese": japanese, "german": samples.German(), "arabic": samples.Arabic(), "letter": samples.Letter(), "empty": {Lang: "de", Title: "Leer"}} {
		pages, _ := layout.Pages(d, set)
		var out bytes.Buffer
		err := Write(&out, pages, set, Meta{Title: d.Title, Lang: d.Lang, Created: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		strict := configuration()
		strict.ValidationMode = model.ValidationStrict
		file, err := pdfcpu.Read(bytes.NewReader(out.Bytes()), strict)
		if err != nil {
			t.Fatal(err)
		}
		if err := validate.XRefTable(file); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
