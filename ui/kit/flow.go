package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Flow is a layout like Row that goes on below where the width is used up: for
// bars and for rows of buttons. A text that wraps takes its natural width; one that
// is empty takes no place, and no gap.
type Flow struct {
	Gap float32 // between two things, and two lines
	Dir Direction
}

// NewFlow returns a container with the layout Flow.
func NewFlow(dir Direction, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Flow{gap, dir}, Objects: objects}
}

// MinSize serves Fyne.
func (f Flow) MinSize(objects []fyne.CanvasObject) fyne.Size { return extent(objects) }

// Layout serves Fyne.
func (f Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	things := slices.DeleteFunc(shown(objects), func(o fyne.CanvasObject) bool { return f.empty(o, size.Width) })
	top := float32(0)
	var high float32
	for first := 0; first < len(things); {
		end, used := first, float32(0)
		for high = 0; end < len(things); end++ {
			wide := f.width(things[end], size.Width)
			if used > 0 && wide > 0 && used+f.Gap+wide > size.Width {
				break
			}
			if wide > 0 {
				high = max(high, fit(things[end], wide))
				used += wide
				if used > wide {
					used += f.Gap
				}
			}
		}
		f.line(things[first:end], top, high, size.Width, size.Width-used)
		top += high + f.Gap
		first = end
	}
	f.centre(things, size.Height-top+f.Gap)
}

// empty puts a thing out of the way that has nothing to show.
func (f Flow) empty(o fyne.CanvasObject, whole float32) bool {
	if spacer(o) || f.width(o, whole) > 0 {
		return false
	}
	o.Move(fyne.Position{})
	o.Resize(fyne.Size{})
	return true
}

// line places the things of a line; its spacers share the rest.
func (f Flow) line(things []fyne.CanvasObject, top, high, whole, rest float32) {
	spacers := 0
	for _, o := range things {
		if spacer(o) {
			spacers++
		}
	}
	x := float32(0)
	for _, o := range things {
		if spacer(o) {
			x += max(rest, 0) / float32(spacers)
			continue
		}
		wide := o.Size().Width
		o.Move(fyne.NewPos(mirrorX(f.Dir, x, wide, whole), top+(high-o.Size().Height)/2))
		x += wide + f.Gap
	}
}

// centre moves all lines down by half of the height that is left.
func (f Flow) centre(things []fyne.CanvasObject, rest float32) {
	if rest <= 0 {
		return
	}
	for _, o := range things {
		o.Move(o.Position().AddXY(0, rest/2))
	}
}

// width is what a thing takes of a line: nothing for a spacer.
func (f Flow) width(o fyne.CanvasObject, whole float32) float32 {
	if spacer(o) {
		return 0
	}
	return min(wish(o), whole)
}

// wish is the width that a thing would like to have: that of its text in one
// line, where it can also do with less.
func wish(o fyne.CanvasObject) float32 {
	wide := o.MinSize().Width
	if l, ok := o.(interface{ natural() float32 }); ok {
		wide = max(wide, l.natural())
	}
	return wide
}
