package preview

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"

	"recourse/forms/layout"
	"recourse/forms/layout/samples"
)

// ink counts the pixels of a picture that are not white.
func ink(m *image.RGBA) int {
	n := 0
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			if m.RGBAAt(x, y) != (color.RGBA{0xff, 0xff, 0xff, 0xff}) {
				n++
			}
		}
	}
	return n
}

// A page is drawn in the size of the paper at the scale: ink where the layout
// says that text stands, white in the margins; twice the same.
func TestPageIsDrawnWhereItWasSet(t *testing.T) {
	data, pages := written(t, samples.German())
	for _, scale := range []float64{0.5, 2} {
		m := drawn(t, data, 0, scale)
		wide, high := math.Round(pages[0].Width.Points()*scale), math.Round(pages[0].Height.Points()*scale)
		if want := image.Rect(0, 0, int(wide), int(high)); m.Rect != want {
			t.Errorf("at %g the picture is %v, want %v", scale, m.Rect, want)
		}
		for _, text := range pages[0].Texts {
			if strings.TrimSpace(text.String()) != "" && ink(crop(m, text, scale)) == 0 {
				t.Errorf("at %g there is no ink at %q", scale, text.String())
			}
		}
		margin := m.SubImage(image.Rect(0, 0, int(60*scale), m.Rect.Dy())).(*image.RGBA)
		if n := ink(&image.RGBA{Pix: margin.Pix, Stride: margin.Stride, Rect: image.Rect(0, 0, margin.Rect.Dx(), margin.Rect.Dy())}); n > 0 {
			t.Errorf("at %g there is ink in the margin: %d pixels", scale, n)
		}
		if again := drawn(t, data, 0, scale); string(again.Pix) != string(m.Pix) {
			t.Errorf("at %g the second picture is another", scale)
		}
	}
}

// crop cuts out the place of a text.
func crop(m *image.RGBA, text layout.Text, scale float64) *image.RGBA {
	left, base := text.X.Points()*scale, text.Y.Points()*scale
	high := text.Size.Points() * scale
	box := image.Rect(int(left), int(base-0.8*high), int(left+text.Width.Points()*scale)+1, int(base+0.3*high)+1).Intersect(m.Rect)
	out := image.NewRGBA(image.Rect(0, 0, box.Dx(), box.Dy()))
	for y := range box.Dy() {
		for x := range box.Dx() {
			out.SetRGBA(x, y, m.RGBAAt(box.Min.X+x, box.Min.Y+y))
		}
	}
	return out
}

// What cannot be drawn gives an error that names the file and the page and says
// why, and the next picture comes as before.
func TestWhatCannotBeDrawnIsNamed(t *testing.T) {
	good, pages := written(t, samples.Arabic())
	for _, c := range []struct {
		name  string
		data  []byte
		page  int
		scale float64
		want  error
	}{
		{"empty", nil, 0, 1, ErrNotPDF},
		{"no PDF", []byte("a letter"), 0, 1, ErrNotPDF},
		{"cut off", good[:200], 0, 1, ErrNotPDF},
		{"no such page", good, len(pages), 1, ErrNoPage},
		{"page before the first", good, -1, 1, ErrNoPage},
		{"far too large", good, 0, 50, ErrTooMuch},
		{"no size", good, 0, 0, nil},
		{"large paper", raw("14400 14400", "", stream("", "")), 0, 1, ErrTooMuch},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := shared.Page(context.Background(), "complaint.pdf", c.data, c.page, c.scale)
			if err == nil || c.want != nil && !errors.Is(err, c.want) {
				t.Fatalf("%v, want %v", err, c.want)
			}
			if want := fmt.Sprintf("page %d of complaint.pdf", c.page+1); !strings.Contains(err.Error(), want) {
				t.Errorf("%q does not name %q", err, want)
			}
			if ink(drawn(t, good, 0, 0.5)) == 0 {
				t.Error("the next picture is white")
			}
		})
	}
}

// The module has no files: what lies on the disk for everybody is not there.
func TestModuleHasNoFiles(t *testing.T) {
	data, _ := written(t, samples.German())
	path := filepath.Join(t.TempDir(), "there.pdf")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	_ = shared.use(context.Background(), func(p pdfium.Pdfium) error {
		if _, err := p.FPDF_LoadDocument(&requests.FPDF_LoadDocument{Path: &path}); err == nil {
			t.Error("the module reads a file")
		}
		return errors.New("a fresh instance for the next")
	})
}

// endless is a page that takes hours: forms that draw forms, ten times each.
func endless() []byte {
	var names, objects []string
	inner := "0 0 m 100 200 300 400 500 600 c S "
	for i := range 9 {
		dict := "/Type /XObject /Subtype /Form /BBox [0 0 600 800]"
		if i > 0 {
			dict += fmt.Sprintf(" /Resources << /XObject << /F%d %d 0 R >> >>", i-1, 3+i)
		}
		objects = append(objects, stream(dict, strings.Repeat(inner, 10)))
		names = append(names, fmt.Sprintf("/F%d %d 0 R", i, 4+i))
		inner = fmt.Sprintf("/F%d Do ", i)
	}
	objects = append(objects, stream("", inner))
	return raw("600 800", "/XObject << "+strings.Join(names, " ")+" >>", objects...)
}

// A context that ends stops the module in the midst of a page, and the next
// picture comes from a fresh instance.
func TestEndlessPageIsStopped(t *testing.T) {
	data, _ := written(t, samples.German())
	ctx, cancel := context.WithCancel(context.Background())
	var inside error
	err := shared.use(ctx, func(p pdfium.Pdfium) error {
		go cancel()
		_, inside = paint(p, endless(), 0, 1)
		return inside
	})
	if !errors.Is(err, context.Canceled) || inside == nil {
		t.Errorf("outside %v, inside %v", err, inside)
	}
	if ink(drawn(t, data, 0, 0.5)) == 0 {
		t.Error("the next picture is white")
	}
	if _, err := shared.Page(ctx, "a test", data, 0, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that has ended gives %v", err)
	}
}

// Pictures that many ask for at once, some of whom give up, all come or fail by
// their context alone.
func TestManyAtOnce(t *testing.T) {
	data, _ := written(t, samples.German())
	want := drawn(t, data, 0, 0.5)
	var all sync.WaitGroup
	for i := range 24 {
		all.Add(1)
		go func() {
			defer all.Done()
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			if i%3 == 0 {
				go cancel()
			}
			m, err := shared.Page(ctx, "a test", data, 0, 0.5)
			switch {
			case err == nil && string(m.(*image.RGBA).Pix) != string(want.Pix):
				t.Error("a picture is another")
			case err != nil && (i%3 != 0 || !errors.Is(err, context.Canceled)):
				t.Error(err)
			}
		}()
	}
	all.Wait()
}

// A picture inside of a PDF that wants more memory than the module may have does
// no harm to the next page.
func TestMemoryIsBounded(t *testing.T) {
	greedy := raw("600 800", "/XObject << /I 4 0 R >>",
		stream("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8", "0"),
		stream("", "q 600 0 0 800 0 0 cm /I Do Q"))
	m, err := shared.Page(context.Background(), "a test", greedy, 0, 1)
	if err == nil && ink(m.(*image.RGBA)) > 0 {
		t.Error("a picture of ten gigabytes was drawn")
	}
	data, _ := written(t, samples.German())
	if ink(drawn(t, data, 0, 0.5)) == 0 {
		t.Error("the next picture is white")
	}
}

// A renderer that is closed says so; closing twice, or before it was ever asked
// for anything, is no fault, and compiles nothing.
func TestClosed(t *testing.T) {
	r := New("")
	for range 2 {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	r.Warm()
	if r.pool != nil {
		t.Error("a closed renderer gets ready")
	}
	if _, err := r.Page(context.Background(), "a test", nil, 0, 1); !errors.Is(err, ErrClosed) {
		t.Errorf("%v", err)
	}
}

// BenchmarkPage draws an A4 page of text in the size that the window shows on a
// fine screen.
func BenchmarkPage(b *testing.B) {
	data, _ := written(b, samples.German())
	drawn(b, data, 0, 1.5)
	b.ReportAllocs()
	for b.Loop() {
		drawn(b, data, 0, 1.5)
	}
}
