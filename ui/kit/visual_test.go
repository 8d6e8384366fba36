package kit

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// l and r are pieces as Visual writes them.
func l(s string) string { return "\u202d" + s + "\u202c" }
func r(s string) string { return "\u202e" + s + "\u202c\u200e" }

// TestVisual proves the drawn order of lines of Arabic with numbers, brackets
// and Latin inside. The expected strings are derived by hand from UAX #9: what
// stands first is drawn at the left.
func TestVisual(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		dir  Direction
		want string
	}{
		"latin alone":              {"Case 12 (b)", LTR, "Case 12 (b)"},
		"hebrew under an override": {"\u202dאב\u202c", LTR, "\u200e" + l("אב")},
		"nothing":                  {"", RTL, ""},
		"latin in isolates":        {"File \u2068Notice.pdf\u2069 is kept", LTR, "File Notice.pdf is kept"},
		"number after arabic":      {"شكوى رقم 12", RTL, "\u200e" + l("12") + r(" ") + r("رقم") + r(" ") + r("شكوى")},
		"number in brackets":       {"الخطوة (3)", RTL, "\u200e" + r(")") + l("3") + r("(") + r(" ") + r("الخطوة")},
		"latin in brackets": {"إشعار (Meridia Mail)", RTL,
			"\u200e" + r(")") + l("Meridia Mail") + r("(") + r(" ") + r("إشعار")},
		"question mark at the end": {"متى؟", RTL, "\u200e" + r("؟") + r("متى")},
		"date between words": {"قبل 14 ديسمبر 2026", RTL,
			"\u200e" + l("2026") + r(" ") + r("ديسمبر") + r(" ") + l("14") + r(" ") + r("قبل")},
		"arabic in latin": {"Letter (شكوى) sent", LTR, "\u200e" + l("Letter (") + r("شكوى") + l(") sent")},
		"isolate in arabic": {"ملف \u2068a.b!\u2069 هنا", RTL,
			"\u200e" + r("هنا") + r(" ") + l("a.b!") + r(" ") + r("ملف")},
		"marks stay with their letter": {"علمتَ!", RTL, "\u200e" + r("!") + r("علمتَ")},
		"mark on a sign":               {"آ ❤\ufe0f", RTL, "\u200e" + r("❤\ufe0f") + r(" ") + r("آ")},
		"first strong decides":         {"אב a", Auto, "\u200e" + l("a") + r(" ") + r("אב")},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Visual(c.text, c.dir); got != c.want {
				t.Errorf("got %+q\nwant %+q", got, c.want)
			}
		})
	}
}

// picture draws a text in black on white.
func picture(t *testing.T, s string) image.Image {
	t.Helper()
	text := canvas.NewText(s, color.Black)
	text.TextSize = 20
	w := test.NewTempWindow(t, text)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 40))
	return w.Canvas().Capture()
}

// TestFyneKeepsOrder proves in pixels that Fyne still draws what Visual hands it
// from left to right: the line begins as its leftmost piece alone does.
func TestFyneKeepsOrder(t *testing.T) {
	width := int(fyne.MeasureText("12", 20, fyne.TextStyle{}).Width)
	line, piece := picture(t, Visual("شكوى 12", RTL)), picture(t, "12")
	ink := 0
	for x := range width {
		for y := range 40 {
			if line.At(x, y) != piece.At(x, y) {
				t.Fatalf("the line differs from its first piece at %d, %d", x, y)
			}
			if luminance(line.At(x, y)) < 128 {
				ink++
			}
		}
	}
	if ink < 50 {
		t.Errorf("only %d dark points where 12 should stand", ink)
	}
}

func luminance(c color.Color) uint8 { return color.GrayModel.Convert(c).(color.Gray).Y }

// BenchmarkVisual orders a line of 120 runes.
func BenchmarkVisual(b *testing.B) {
	text := string([]rune(strings.Repeat("شكوى رقم 12 (Meridia Mail) في 14.12.2026 ", 3))[:120])
	b.ReportAllocs()
	for b.Loop() {
		Visual(text, RTL)
	}
}
