package kit

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// A help text is read as it is meant, and what is not closed or no link stays as it
// was written.
func TestBlocks(t *testing.T) {
	plain := func(s string) []Span { return []Span{{Text: s}} }
	for _, c := range []struct {
		name, text string
		want       []block
	}{
		{"nothing", "", nil},
		{"paragraphs", "one\ntwo\n\nthree", []block{{paragraphBlock, plain("one two")}, {paragraphBlock, plain("three")}}},
		{"heading", "## Head\nwords", []block{{headingBlock, plain("Head")}, {paragraphBlock, plain("words")}}},
		{"items", "- one\n  more\n- two", []block{{itemBlock, plain("one more")}, {itemBlock, plain("two")}}},
		{"bold", "a **b** c", []block{{paragraphBlock, []Span{{"a ", false}, {"b", true}, {" c", false}}}}},
		{"not closed", "a ** b", []block{{paragraphBlock, []Span{{"a ", false}, {"** b", false}}}}},
		{"link", "see [the law](https://a.example/x) now", []block{{paragraphBlock, plain("see the law (\u2066https://a.example/x\u2069) now")}}},
		{"address alone", "[https://a.example](https://a.example)", []block{{paragraphBlock, plain("https://a.example")}}},
		{"picture", "![a map](http://a.example/p.png)!", []block{{paragraphBlock, plain("a map!")}}},
		{"no link", "[a] (b) [c", []block{{paragraphBlock, plain("[a] (b) [c")}}},
		{"no heading", "#1 of 2", []block{{paragraphBlock, plain("#1 of 2")}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := blocks(c.text); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// Bold words stand where UAX #9 has them, and all words are drawn at every width.
func TestProse(t *testing.T) {
	spans := []Span{{"قدّم ", false}, {"شكوى (Article 77)", true}, {" خلال 30 يومًا — to 王小明 or his very-long-name.example", false}}
	for _, dir := range []Direction{LTR, RTL} {
		for _, width := range []float32{40, 120, 400, 2000} {
			p := NewProse(dir, Body, spans)
			high := fit(p, width)
			var all strings.Builder
			for i, text := range p.drawn {
				all.WriteString(string(appendShown(nil, []rune(text.Text))))
				if p.at[i].Y < -8 || p.at[i].Y+text.MinSize().Height > high+8 || p.at[i].X < -1 {
					t.Errorf("%d at %g: %q at %v", dir, width, text.Text, p.at[i])
				}
			}
			count := map[rune]int{}
			for _, r := range all.String() {
				count[r]++
			}
			for _, r := range p.Name() {
				count[r]--
			}
			for r, n := range count {
				if r != ' ' && n != 0 {
					t.Errorf("%d at %g: %q is drawn %d times more than written", dir, width, r, n)
				}
			}
		}
	}
	p := NewProse(RTL, Body, spans)
	fit(p, 2000)
	for i, text := range p.drawn {
		if strings.Contains(text.Text, "Article") && (!text.TextStyle.Bold || p.at[i].X > p.at[0].X+1900) {
			t.Errorf("%q is at %v", text.Text, p.at[i])
		}
	}
}

// A file goes to the area that it was dropped on, also on a page that was scrolled
// and in a dialog, and nowhere else.
func TestDropOn(t *testing.T) {
	var got []string
	area := NewDropArea(LTR, "Drop files here", "Choose", nil, func(paths []string) { got = append(got, paths...) })
	space := NewColumn(0)
	for range 20 {
		space.Add(NewLabel(LTR, Body, "a line"))
	}
	page := NewPage(NewColumn(8, space, area))
	w := show(t, page, 400, 300)
	w.Content().Resize(fyne.NewSize(400, 300))
	page.to(10_000)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(area).AddXY(30, 30)
	if !DropOn(w.Canvas(), at, []string{"/a.pdf"}) || len(got) != 1 {
		t.Errorf("dropped at %v: %q", at, got)
	}
	page.Top()
	if DropOn(w.Canvas(), at, []string{"/b.pdf"}) {
		t.Error("taken where nothing takes it")
	}
	d := ShowDialog(w.Canvas(), LTR, "t", NewLabel(LTR, Body, "x"), nil, NewButton(LTR, Primary, "ok", nil))
	page.to(10_000)
	if DropOn(w.Canvas(), at, []string{"/c.pdf"}) {
		t.Error("taken behind a dialog")
	}
	d.Hide()
}

// Long work says what it is and can be called off; how far it is, where it knows.
func TestWork(t *testing.T) {
	stopped := false
	w := NewWork(LTR, "Writing", "Stop", func() { stopped = true })
	if !w.bar.Hidden {
		t.Error("a share that nobody knows is shown")
	}
	before := fit(w, 300)
	w.Set("Writing page 2", 0.5)
	if w.bar.Hidden || w.Name() != "Writing page 2" || fit(w, 300) <= before || w.bar.Value() != w.Name() {
		t.Errorf("half done: %q", w.Name())
	}
	w.cancel.Tapped(nil)
	if !stopped {
		t.Error("not called off")
	}
}

// The words and the button of an area for files stand on one line where there is
// room, centred, else one below the other; both stay within the frame.
func TestDropAreaFitsItsWidth(t *testing.T) {
	for _, dir := range []Direction{LTR, RTL} {
		for _, c := range []struct {
			width float32
			line  bool
		}{{700, true}, {200, false}} {
			a := NewDropArea(dir, "Drop files here", "Choose from this computer", nil, nil)
			w := show(t, NewColumn(0, a), c.width, 400)
			w.SetPadded(false)
			w.Resize(fyne.NewSize(c.width, 400))
			text, button := a.text.Position(), a.button.Position()
			if line := button.Y < text.Y+a.text.Size().Height; line != c.line {
				t.Errorf("%v, %.0f wide: words at %v, button at %v", dir, c.width, text, button)
			}
			if bottom := button.Y + a.button.Size().Height; bottom > a.Size().Height-dropEdge+1 || button.X < dropEdge-1 || button.X+a.button.Size().Width > c.width-dropEdge+1 {
				t.Errorf("%v, %.0f wide: button at %v, %v in %v", dir, c.width, button, a.button.Size(), a.Size())
			}
			if c.line && (dir == LTR) != (text.X < button.X) {
				t.Errorf("%v: words at %v, button at %v", dir, text, button)
			}
		}
	}
}
