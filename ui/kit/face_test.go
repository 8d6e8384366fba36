package kit

import (
	"testing"

	"fyne.io/fyne/v2"

	"recourse/ui/theme"
)

// A line is cut where another face draws what follows; what a face draws stays in
// its order, under its override.
func TestPieces(t *testing.T) {
	const common, han, hangul, foreign = theme.Common, theme.Han, theme.Hangul, theme.Foreign
	for _, c := range []struct {
		name, text string
		dir        Direction
		want       []piece
	}{
		{"latin", "a (b) 12", LTR, []piece{{"a (b) 12", common}}},
		{"chinese", "中文。", LTR, []piece{{"中文。", han}}},
		{"within latin", "Mr 王 said", LTR, []piece{{"Mr ", common}, {"王 ", han}, {"said", common}}},
		{"korean and japanese", "데이터 データ", LTR, []piece{{"데이터 ", hangul}, {"データ", han}}},
		{"a family among words", "ok 👨‍👩‍👧 ok", LTR, []piece{{"ok ", common}, {"👨‍👩‍👧 ", foreign}, {"ok", common}}},
		{"within arabic", "هو 王 هنا", RTL, []piece{
			{"\u200e\u202eهنا\u202c", common}, {"\u200e\u202e \u202c", common}, {"王", han}, {"\u200e\u202e \u202c", common}, {"\u200e\u202eهو\u202c", common}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := pieces(Visual(c.text, c.dir))
			if len(got) != len(c.want) {
				t.Fatalf("got %d pieces, want %d", len(got), len(c.want))
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("piece %d is %+q, want %+q", i, got[i].text, c.want[i].text)
				}
			}
		})
	}
}

// Chinese, Japanese and Korean stand on the baseline of the rest, in lines of one
// height, and no face of the system is asked.
func TestFacesAgree(t *testing.T) {
	d := fyne.CurrentApp().Driver()
	size, base := d.RenderedTextSize("Ag", 16, fyne.TextStyle{}, theme.Face(theme.Common, false))
	for text, script := range map[string]theme.Script{"我们的数据被盗。「」，（）": theme.Han, "データ漏えい": theme.Han, "개인정보 유출㈜": theme.Hangul} {
		got, gotBase := d.RenderedTextSize(text, 16, fyne.TextStyle{}, theme.Face(script, false))
		if diff := got.Height - size.Height; diff > 0.2 || diff < -0.2 {
			t.Errorf("%s: a line is %g high, want %g", text, got.Height, size.Height)
		}
		if diff := gotBase - base; diff > 0.2 || diff < -0.2 {
			t.Errorf("%s: the baseline is at %g, want %g", text, gotBase, base)
		}
		if wide := float32(len([]rune(text))) * 16; got.Width < wide*0.8 {
			t.Errorf("%s is %g wide, as if characters were missing", text, got.Width)
		}
	}
}
