package kit

import "fyne.io/fyne/v2"

// Beside is a layout of words with things at their end, such as buttons or a pill,
// each as wide as its text in one line. Where that would leave the words less than
// they need, the things go below them.
type Beside struct {
	Dir   Direction
	Gap   float32 // between two things
	Least float32 // width of the words beside the others, at text scale 1
	Words fyne.CanvasObject
	Ends  []fyne.CanvasObject
}

// NewBeside returns a container with the layout Beside.
func NewBeside(b Beside) *fyne.Container {
	return &fyne.Container{Layout: b, Objects: append([]fyne.CanvasObject{b.Words}, b.Ends...)}
}

// MinSize serves Fyne.
func (b Beside) MinSize(objects []fyne.CanvasObject) fyne.Size { return extent(objects) }

// Layout serves Fyne.
func (b Beside) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	ends := shown(b.Ends)
	flow := Flow{b.Gap, b.Dir}
	behind := b.Gap * float32(len(ends))
	for _, o := range ends {
		behind += flow.width(o, size.Width)
	}
	if size.Width-behind < scaled(b.Least) && len(ends) > 0 {
		b.below(ends, flow, size.Width)
		return
	}
	words := fit(b.Words, size.Width-behind)
	high := words
	for _, o := range ends {
		high = max(high, fit(o, flow.width(o, size.Width)))
	}
	b.Words.Move(fyne.NewPos(mirrorX(b.Dir, 0, size.Width-behind, size.Width), (high-words)/2))
	x := size.Width - behind
	for _, o := range ends {
		wide := o.Size().Width
		o.Move(fyne.NewPos(mirrorX(b.Dir, x+b.Gap, wide, size.Width), (high-o.Size().Height)/2))
		x += b.Gap + wide
	}
}

// below puts the things under the words, on as many lines as they need.
func (b Beside) below(ends []fyne.CanvasObject, flow Flow, width float32) {
	const gap = 4
	high := fit(b.Words, width)
	b.Words.Move(fyne.Position{})
	flow.Layout(ends, fyne.NewSize(width, 0))
	for _, o := range ends {
		o.Move(o.Position().AddXY(0, high+gap))
	}
}
