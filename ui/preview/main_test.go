package preview

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/forms/pdf"
	"recourse/i18n/fonts"
)

// shared is the renderer of all tests, which is compiled once, by the first test
// that needs it, and the folder that it keeps its code in.
var shared struct {
	*Renderer
	folder string
}

func TestMain(m *testing.M) {
	os.Exit(func() int {
		folder, err := os.MkdirTemp("", "preview")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(folder)
		shared.folder, shared.Renderer = folder, New(folder)
		defer func() { _ = shared.Close() }()
		return m.Run()
	}())
}

// written sets a document and writes it.
func written(t testing.TB, d doc.Document) ([]byte, []layout.Page) {
	t.Helper()
	faces, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	pages, problems := layout.Pages(d, faces)
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	var b bytes.Buffer
	created := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	if err := pdf.Write(&b, pages, faces, pdf.Meta{Title: d.Title, Lang: d.Lang, Created: created}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), pages
}

// drawn draws a page with the shared renderer.
func drawn(t testing.TB, data []byte, page int, scale float64) *image.RGBA {
	t.Helper()
	m, err := shared.Page(context.Background(), "a test", data, page, scale)
	if err != nil {
		t.Fatal(err)
	}
	return m.(*image.RGBA)
}

// asked has something asked of an open document.
func asked(t testing.TB, data []byte, do func(p pdfium.Pdfium, page func(int) requests.Page) error) {
	t.Helper()
	err := shared.use(context.Background(), func(p pdfium.Pdfium) error {
		doc, err := read(p, data)
		if err != nil {
			return err
		}
		defer closed(p, doc)
		return do(p, func(i int) requests.Page { return pageOf(doc, i) })
	})
	if err != nil {
		t.Fatal(err)
	}
}

// raw writes a PDF by hand: the objects after the catalog, the list of pages and
// one page of the size, whose content is the last of them and whose resources
// are as given.
func raw(size, resources string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	all := append([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Resources << %s >> /Contents %d 0 R >>", size, resources, 3+len(objects))}, objects...)
	var table strings.Builder
	for i, o := range all {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(all)+1, table.String(), len(all)+1, at)
	return b.Bytes()
}

// stream is a stream object.
func stream(dict, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(content), content)
}
