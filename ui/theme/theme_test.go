package theme_test

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/theme"
)

var variants = map[string]theme.Variant{
	"light": theme.LightVariant, "dark": theme.DarkVariant, "contrast": theme.ContrastVariant, "dark contrast": theme.DarkContrastVariant,
}

// luminance returns the relative luminance of WCAG 2.2.
func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast proves that text reaches 4.5:1 against each ground that it may
// stand on, and 7:1 where the person asked for high contrast; and that borders of
// fields, signs and the focus reach 3:1.
func TestContrast(t *testing.T) {
	for name, v := range variants {
		p := theme.New(v, 1).Palette(stock.VariantLight)
		text := 4.5
		if v == theme.ContrastVariant || v == theme.DarkContrastVariant {
			text = 7
		}
		grounds := map[string]color.NRGBA{"paper": p.Paper, "card": p.Card, "side": p.Side, "chosen": p.SoftTeal}
		for ground, g := range grounds {
			for what, c := range map[string]color.NRGBA{"ink": p.Ink, "slate": p.Slate, "primary": p.Primary,
				"amber": p.Amber, "red": p.Red, "green": p.Green} {
				reaches(t, name+": "+what+" on "+ground, c, g, text)
			}
			reaches(t, name+": edge on "+ground, p.Edge, g, 3)
		}
		reaches(t, name+": text on primary", p.OnPrimary, p.Primary, text)
		reaches(t, name+": amber on its own", p.Amber, p.SoftAmber, text)
		reaches(t, name+": red on its own", p.Red, p.SoftRed, text)
		reaches(t, name+": green on its own", p.Green, p.SoftGreen, text)
		reaches(t, name+": what is done on its track", p.Primary, p.Track, 3)
	}
}

func reaches(t *testing.T, what string, a, b color.NRGBA, least float64) {
	t.Helper()
	if got := contrast(a, b); got < least {
		t.Errorf("%s has a contrast of %.2f, want %.1f", what, got, least)
	}
}

// TestFollowsTheSystem proves that light and dark follow the system where nothing
// was chosen, and that light is meant where the system says neither.
func TestFollowsTheSystem(t *testing.T) {
	test.NewTempApp(t)
	th := theme.New(theme.SystemVariant, 1)
	for system, want := range map[fyne.ThemeVariant]theme.Palette{stock.VariantDark: theme.Dark(), stock.VariantLight: theme.Light(), 2: theme.Light()} {
		if th.Palette(system) != want || th.Color(stock.ColorNameForeground, system) != color.Color(want.Ink) {
			t.Errorf("the system's %d has ink %v", system, th.Palette(system).Ink)
		}
	}
	if th.Color(stock.ColorNameForegroundOnError, stock.VariantDark) == nil {
		t.Error("Fyne's own colours are not there")
	}
}

// TestColors proves that every variant answers for each name, and that ours do
// not follow the variant of the system.
func TestColors(t *testing.T) {
	test.NewTempApp(t) // Fyne's own theme asks the application for its accent
	names := []fyne.ThemeColorName{
		theme.ColorSlate, theme.ColorCard, theme.ColorSide, theme.ColorLine, theme.ColorEdge, theme.ColorTrack, theme.ColorSoftTeal,
		theme.ColorSoftAmber, theme.ColorSoftRed, theme.ColorSoftGreen,
		stock.ColorNameBackground, stock.ColorNameForeground, stock.ColorNamePrimary, stock.ColorNameInputBorder,
		stock.ColorNameShadow, stock.ColorNameForegroundOnError,
	}
	for name, v := range variants {
		th := theme.New(v, 1)
		for _, n := range names {
			c := th.Color(n, stock.VariantLight)
			if _, _, _, a := c.RGBA(); a == 0 {
				t.Errorf("%s: %s has no colour", name, n)
			}
			if c != th.Color(n, stock.VariantDark) {
				t.Errorf("%s: %s follows the system", name, n)
			}
		}
	}
}

// TestSizes proves the figures of the design and that only text scales.
func TestSizes(t *testing.T) {
	for name, want := range map[fyne.ThemeSizeName]float32{
		theme.SizeTitle: 54, theme.SizeHeading: 38, stock.SizeNameText: 32, theme.SizeHint: 29, theme.SizeCaption: 26,
		stock.SizeNameInputRadius: 8, stock.SizeNameCardRadius: 12, stock.SizeNameInputBorder: 1,
	} {
		if got := theme.New(theme.LightVariant, 2).Size(name); got != want {
			t.Errorf("%s at scale 2 is %g, want %g", name, got, want)
		}
	}
	for _, c := range []struct{ asked, want float32 }{{0, theme.MinScale}, {9, theme.MaxScale}, {1.5, 1.5}} {
		if got := theme.New(theme.LightVariant, c.asked).TextScale(); got != c.want {
			t.Errorf("scale %g became %g, want %g", c.asked, got, c.want)
		}
	}
}

// TestFonts proves which font serves which style, and that its licence is here.
func TestFonts(t *testing.T) {
	th := theme.New(theme.LightVariant, 1)
	for name, c := range map[string]struct {
		style fyne.TextStyle
		ours  string
	}{
		"plain":  {fyne.TextStyle{}, "RecourseSans-Regular.ttf"},
		"italic": {fyne.TextStyle{Italic: true}, "RecourseSans-Regular.ttf"},
		"bold":   {fyne.TextStyle{Bold: true, Italic: true}, "RecourseSans-Bold.ttf"},
	} {
		if got := th.Font(c.style); got.Name() != c.ours || len(got.Content()) < 1<<20 {
			t.Errorf("%s is set in %s", name, got.Name())
		}
	}
	for _, style := range []fyne.TextStyle{{Symbol: true}, {Monospace: true}} {
		if strings.HasPrefix(th.Font(style).Name(), "Recourse") {
			t.Errorf("%+v is set in our font", style)
		}
	}
	if !strings.Contains(theme.Licence, "SIL Open Font License") {
		t.Error("the licence of the font is missing")
	}
}

// TestCovers proves that the table of what the font draws is read as it is meant.
func TestCovers(t *testing.T) {
	for _, r := range "aÄğΩЖشיकกខအ✓▾☰€’ ‏" {
		if !theme.Covers(r) && r != 0x200f {
			t.Errorf("%q is not covered", r)
		}
	}
	for _, r := range []rune{'中', '가', '😀', -1, 0x10FFFF, 0xE000} {
		if theme.Covers(r) {
			t.Errorf("%q is covered", r)
		}
	}
	count := 0
	for r := range rune(0x20000) {
		if theme.Covers(r) {
			count++
		}
	}
	if count != 6388 {
		t.Errorf("%d characters are covered, the font has 6388", count)
	}
}
