package kit

import "fyne.io/fyne/v2"

// TopBar is what stands in the bar at the top of the window: what begins it, such as
// the name and the way home, where the person is, a state such as when all was
// saved, and controls at its end. Trail and state may be empty.
type TopBar struct {
	Dir          Direction
	Start        []fyne.CanvasObject
	Trail, State *Trail
	Controls     []fyne.CanvasObject
}

// The room between two things of the bar, and between its lines, and the least
// width of a trail on a line with all the rest, at text scale 1.
const (
	barGap     = 14
	barBetween = 4
	leastTrail = 96
)

// NewTopBar returns a container with the layout TopBar: one line, in which the trail
// gives way first; where there is no room for that, two, the second with the
// controls. Only controls that are wider than the window go on below.
func NewTopBar(b TopBar) *fyne.Container {
	objects := append([]fyne.CanvasObject{}, b.Start...)
	objects = append(objects, b.Trail, b.State)
	return &fyne.Container{Layout: b, Objects: append(objects, b.Controls...)}
}

// MinSize serves Fyne.
func (b TopBar) MinSize(objects []fyne.CanvasObject) fyne.Size { return extent(objects) }

// Layout serves Fyne.
func (b TopBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	flow, top := Flow{barGap, b.Dir}, float32(0)
	for _, t := range []*Trail{b.Trail, b.State} {
		flow.empty(t, size.Width)
	}
	for _, line := range b.lines(size.Width) {
		high, rest := b.fitLine(line, size.Width)
		flow.line(line, top, high, size.Width, rest)
		top += high + barBetween
	}
	flow.centre(objects, size.Height-top+barBetween)
}

// lines says what stands on which line, at a width.
func (b TopBar) lines(width float32) [][]fyne.CanvasObject {
	trail := min(b.Trail.natural(), scaled(leastTrail))
	if used(trail, used(b.State.natural(), rowWidth(b.Start), rowWidth(b.Controls))) <= width {
		line := append(b.begun(b.Trail), Spacer(), b.State)
		return [][]fyne.CanvasObject{there(append(line, b.Controls...))}
	}
	if trail == 0 { // the state has the whole first line
		return append([][]fyne.CanvasObject{there(b.begun(Spacer(), b.State))}, b.controls(width)...)
	}
	first, rest := there(b.begun(b.Trail)), b.controls(width)
	rest[0] = there(append([]fyne.CanvasObject{b.State}, rest[0]...))
	return append([][]fyne.CanvasObject{first}, rest...)
}

// begun is a line that begins with what begins the bar.
func (b TopBar) begun(then ...fyne.CanvasObject) []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, b.Start...), then...)
}

// controls are the lines of the controls, at the end of each.
func (b TopBar) controls(width float32) [][]fyne.CanvasObject {
	line := []fyne.CanvasObject{Spacer()}
	var out [][]fyne.CanvasObject
	for _, o := range b.Controls {
		if len(line) > 1 && used(rowWidth(line), wish(o)) > width {
			out, line = append(out, line), []fyne.CanvasObject{Spacer()}
		}
		line = append(line, o)
	}
	return append(out, line)
}

// fitLine gives each thing of a line its width, and returns the height of the line
// and the width that is left. What gives way gets the room that the others leave.
func (b TopBar) fitLine(line []fyne.CanvasObject, width float32) (high, rest float32) {
	rest = width - rowWidth(line)
	for _, o := range line {
		if spacer(o) {
			continue
		}
		wide := wish(o)
		if o == b.Trail || (o == b.State && !in(line, b.Trail)) {
			wide = max(wide+min(rest, 0), 0)
			rest += wish(o) - wide
		}
		high = max(high, fit(o, min(wide, width)))
	}
	return high, rest
}

// there leaves out trails without words.
func there(line []fyne.CanvasObject) []fyne.CanvasObject {
	out := line[:0:0]
	for _, o := range line {
		if t, ok := o.(*Trail); !ok || t.natural() > 0 {
			out = append(out, o)
		}
	}
	return out
}

func in(line []fyne.CanvasObject, x fyne.CanvasObject) bool {
	for _, o := range line {
		if o == x {
			return true
		}
	}
	return false
}

// rowWidth is the width that things would like to have beside each other.
func rowWidth(line []fyne.CanvasObject) float32 {
	widths := []float32{}
	for _, o := range line {
		if !spacer(o) {
			widths = append(widths, wish(o))
		}
	}
	return used(widths...)
}

// used is the width of things beside each other; what has none takes no gap.
func used(widths ...float32) float32 {
	all := float32(0)
	for _, w := range widths {
		if w > 0 && all > 0 {
			all += barGap
		}
		all += w
	}
	return all
}
