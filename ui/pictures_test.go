//go:build pictures

package ui_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"recourse/forms/packs"
	"recourse/i18n"
	"recourse/ui"
	"recourse/ui/preview"
	"recourse/ui/theme"
)

// studio is a real window on a display of which it sees every point. It draws each
// screen in every size, look and size of text, in full and small.
type studio struct {
	t        *testing.T
	app      fyne.App
	window   fyne.Window
	looks    *ui.Looks
	library  *packs.Library
	pictures *preview.Resting
	screen   string // the file in which the display keeps its points
	out      string // the folder of the pictures
	lang     i18n.Tag
	only     string // the one screen that is drawn; "" for all
}

// shot is how a screen is drawn.
type shot struct {
	look          theme.Variant
	text          float32
	width, height int
}

// The looks, sizes of text and sizes of the window in which each screen is drawn.
func shots() []shot {
	var out []shot
	for _, text := range []float32{1, 2} {
		for _, look := range []theme.Variant{theme.LightVariant, theme.DarkVariant} {
			out = append(out, shot{look, text, 1280, 820}, shot{look, text, 1024, 700})
		}
	}
	return out
}

// thumbWidth is the width of a picture on a sheet.
const thumbWidth = 360

// the one window: it has to be shown by the first goroutine, the tests run beside.
var atelier = &studio{}

func TestMain(m *testing.M) {
	s := atelier
	s.screen, s.out, s.lang = os.Getenv("PICTURES_SCREEN"), os.Getenv("PICTURES_OUT"), i18n.Tag(os.Getenv("PICTURES_LANG"))
	s.only = os.Getenv("PICTURES_ONLY")
	s.app = app.NewWithID("org.recourse.pictures")
	s.looks = ui.NewLooks(s.app.Settings(), "linux")
	s.window = s.app.NewWindow("Recourse")
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(1280, 820))
	go func() {
		time.Sleep(2 * time.Second) // the window is on the display
		os.Exit(m.Run())
	}()
	s.window.ShowAndRun()
}

// Every screen is drawn by a real window, light and dark, with text of its usual
// size and of twice that, in the usual window and in the smallest.
func TestPictures(t *testing.T) {
	s := atelier
	s.t = t
	if s.screen == "" || s.out == "" || s.lang == "" {
		t.Fatal("PICTURES_SCREEN names the file of the display, PICTURES_OUT the folder for pictures, PICTURES_LANG the language")
	}
	library, err := packs.OpenEmbedded()
	if err != nil {
		t.Fatal(err)
	}
	s.library, s.pictures = library, preview.NewResting(filepath.Join(s.out, "code-"+string(s.lang)), time.Minute)
	t.Chdir(t.TempDir())
	s.firstStart()
	s.vaulted()
}

// do runs something on the goroutine of the window.
func do[T any](what func() T) (out T) {
	fyne.DoAndWait(func() { out = what() })
	return out
}

// shoot draws what is on screen in every way.
func (s *studio) shoot(name string) {
	if !s.wants(name) {
		return
	}
	for i, x := range shots() {
		if i > 0 { // the first shows the screen as it opens
			fyne.DoAndWait(func() {
				s.dress(x)
				raise(s.window.Content())
			})
			time.Sleep(250 * time.Millisecond)
		}
		fyne.DoAndWait(s.window.Content().Refresh) // the display is a frame late with a new size
		picture, ok := s.rest(x.width, x.height)
		if !ok {
			s.t.Errorf("%s in %s, %v, %.0f %%, %d wide: the window does not come to rest", name, s.lang, x.look, 100*x.text, x.width)
		}
		called := fmt.Sprintf("%s-%s-%v-%.0f-%d", name, s.lang, x.look, 100*x.text, x.width)
		s.write(called, picture)
		s.write("small-"+called, shrink(picture, thumbWidth))
	}
	fmt.Printf("drawn: %s %s\n", name, s.lang)
}

// wants tells whether a screen is to be drawn: all are, or the one that is asked for.
func (s *studio) wants(name string) bool { return s.only == "" || s.only == name }

// dress gives the window a look and a size.
func (s *studio) dress(x shot) {
	s.looks.SetLook(x.look, x.text)
	s.window.Resize(fyne.NewSize(float32(x.width), float32(x.height)))
}

// raise scrolls everything to its beginning, which a screen that changes its size
// leaves to keep what has the keyboard in sight.
func raise(o fyne.CanvasObject) {
	switch x := o.(type) {
	case *container.Scroll:
		x.ScrollToTop()
		raise(x.Content)
	case *fyne.Container:
		for _, part := range x.Objects {
			raise(part)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(x).Objects() {
			raise(part)
		}
	}
}

// rest waits until the window stays as it is, and returns its picture.
func (s *studio) rest(width, height int) (*image.RGBA, bool) {
	time.Sleep(300 * time.Millisecond)
	before := s.points(width, height)
	for range 40 {
		time.Sleep(150 * time.Millisecond)
		now := s.points(width, height)
		if bytes.Equal(before.Pix, now.Pix) {
			return now, true
		}
		before = now
	}
	return before, false
}

// points reads the upper left part of the display out of its file, which has the
// form of xwd: a head of numbers, a table of colours, and lines of blue, green, red
// and nothing.
func (s *studio) points(width, height int) *image.RGBA {
	data, err := os.ReadFile(s.screen)
	if err != nil {
		s.t.Fatal(err)
	}
	head := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	data, line := data[head(0)+12*head(19):], head(12)
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			from := data[y*line+4*x:]
			to := out.Pix[y*out.Stride+4*x:]
			to[0], to[1], to[2], to[3] = from[2], from[1], from[0], 255
		}
	}
	return out
}

// shrink makes a picture smaller: each point is the mean of those that it stands for.
func shrink(from *image.RGBA, width int) *image.RGBA {
	size := from.Bounds().Size()
	out := image.NewRGBA(image.Rect(0, 0, width, size.Y*width/size.X))
	for y := range out.Rect.Dy() {
		for x := range width {
			part := image.Rect(x*size.X/width, y*size.X/width, (x+1)*size.X/width, min((y+1)*size.X/width, size.Y))
			out.Set(x, y, mean(from, part))
		}
	}
	return out
}

func mean(from *image.RGBA, part image.Rectangle) color.RGBA {
	var sum [3]int
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			for i := range sum {
				sum[i] += int(from.Pix[y*from.Stride+4*x+i])
			}
		}
	}
	n := max(part.Dx()*part.Dy(), 1)
	return color.RGBA{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n), 255}
}

func (s *studio) write(name string, m image.Image) {
	f, err := os.Create(filepath.Join(s.out, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(f, m); err != nil {
		s.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		s.t.Fatal(err)
	}
}
