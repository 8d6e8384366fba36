package kit

import (
	"sort"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"recourse/i18n"
)

// cut leaves of a text in a style what a width has room for, with an ellipsis in the
// place of the rest.
func cut(text string, style Style, width float32) string {
	return shorten(text, width, func(s string) float32 { return lineWidth(LTR, s, style) })
}

// shorten cuts a text between graphemes so that it has its place with an ellipsis.
func shorten(text string, width float32, measure func(string) float32) string {
	if text == "" || measure(text) <= width {
		return text
	}
	runes := []rune(text)
	ends := i18n.Graphemes(runes)
	begun := func(n int) string { return trimmed(runes[:ends[n]]) + ellipsis }
	n := sort.Search(len(ends)-1, func(n int) bool { return measure(begun(n)) > width })
	return begun(max(n-1, 0))
}

// lineWidth is how wide a text is in a style, on one line.
func lineWidth(dir Direction, text string, style Style) float32 {
	size, bold := style.size()
	b := breaker{dir: dir, measure: func(string) float32 { return 0 }}
	return textWidth(b.lines(text)[0].visual, stock.Size(size), fyne.TextStyle{Bold: bold})
}
