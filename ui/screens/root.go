package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// Root is the content of the window.
type Root struct {
	app  *vm.App
	on   fyne.Canvas
	body *fyne.Container
	all  *kit.Stage
	now  screen
	last vm.View
}

// screen draws one kind of view in one language.
type screen interface {
	object() fyne.CanvasObject
	// update draws a view of the same kind and language.
	update(v vm.View)
	// begin puts the keyboard where a person begins.
	begin()
	// take carries over from the same screen in another language what a view
	// does not hold: the keyboard, and passphrases.
	take(from screen)
}

// NewRoot draws the present view of an App on a canvas, and every one after it. Once
// the window has the Content, call Begin.
func NewRoot(app *vm.App, on fyne.Canvas) *Root {
	r := &Root{app: app, on: on, body: container.NewStack()}
	r.all = kit.NewStage(r.body, kit.Ears{Pressed: r.pressed, Stirred: app.Touch, Copied: app.Copied})
	r.Show(app.View())
	app.OnChange(r.Show)
	return r
}

// Content is what the window shows.
func (r *Root) Content() fyne.CanvasObject { return r.all }

// Press tells of a key that nothing on screen has heard, since nothing has the
// keyboard.
func (r *Root) Press(key fyne.KeyName) { r.all.Press(key) }

func (r *Root) pressed(key fyne.KeyName) {
	r.app.Touch()
	if key == fyne.KeyEscape {
		r.app.Escape()
	}
}

// Begin puts the keyboard where a person begins; for a window that has just been
// given its content.
func (r *Root) Begin() { r.now.begin() }

// Show draws a view.
func (r *Root) Show(v vm.View) {
	r.app.SetPictureWidth(int(pictureWidth * r.on.Scale()))
	before, same := r.now, kind(v) == kind(r.last) && formKey(v) == formKey(r.last)
	if before != nil && same && v.Language == r.last.Language {
		r.last = v
		held, give := r.on.Focused(), kit.Hold(r.on)
		before.update(v)
		if give(); r.on.Focused() != held {
			kit.Reveal(r.on)
		}
		return
	}
	r.last = v
	if !same {
		r.alone()
	}
	r.now = r.draw(v)
	r.body.Objects = []fyne.CanvasObject{r.now.object()}
	r.body.Refresh()
	switch {
	case before == nil: // the window does not have it yet: Begin comes
	case same:
		r.now.take(before)
	default:
		r.now.begin()
	}
}

// alone takes away dialogs and lists of the screen before, which lie over it.
func (r *Root) alone() {
	for o := r.on.Overlays().Top(); o != nil; o = r.on.Overlays().Top() {
		r.on.Overlays().Remove(o)
	}
}

// menu gives a field its menu in the language of the view.
func (r *Root) menu(e *kit.Entry) *kit.Entry { return r.searching(e).Pasted(r.app.Pasted) }

// searching is menu for a field in which something is looked for: what is pasted
// there is no answer.
func (r *Root) searching(e *kit.Entry) *kit.Entry { return e.Menu(r.words()) }

func (r *Root) words() kit.MenuWords { return kit.MenuWords(r.last.Menu) }

// searchFrom is how many options a list has that is searched by typing.
const searchFrom = 12

// searched lets a long list be searched, in the language of the view.
func (r *Root) searched(s *kit.Select, options []vm.Option) *kit.Select {
	if len(options) < searchFrom {
		return s
	}
	also := make([][]string, len(options))
	for i, o := range options {
		also[i] = o.Also
	}
	words := r.last.Search
	return s.Searched(kit.SearchWords{Hint: words.Hint, None: words.None, More: r.app.More}, also)
}

// kinds are the kinds of screens, each with the view that it shows.
func kinds(v vm.View) []struct {
	on   bool
	draw func(*Root, vm.View) screen
} {
	return []struct {
		on   bool
		draw func(*Root, vm.View) screen
	}{
		{v.Form != nil, func(r *Root, v vm.View) screen { return newForm(r, v) }},
		{v.Cases != nil, func(r *Root, v vm.View) screen { return newCases(r, v) }},
		{v.Interview != nil, func(r *Root, v vm.View) screen { return newInterview(r, v) }},
		{v.Check != nil, func(r *Root, v vm.View) screen { return newCheck(r, v) }},
		{v.Routes != nil, func(r *Root, v vm.View) screen { return newRoutes(r, v) }},
		{v.Pick != nil, func(r *Root, v vm.View) screen { return newPick(r, v) }},
		{v.List != nil, func(r *Root, v vm.View) screen { return newChecklist(r, v) }},
		{v.Chooser != nil, func(r *Root, v vm.View) screen { return newChooser(r, v) }},
		{v.Custody != nil, func(r *Root, v vm.View) screen { return newCustody(r, v) }},
		{v.Pause != nil, func(r *Root, v vm.View) screen { return newPause(r, v) }},
		{v.HandOver != nil, func(r *Root, v vm.View) screen { return newExchange(r, v) }},
		{v.Receive != nil, func(r *Root, v vm.View) screen { return newExchange(r, v) }},
		{v.Record != nil, func(r *Root, v vm.View) screen { return newRecord(r, v) }},
	}
}

// kind tells the screens apart; -1 before the first.
func kind(v vm.View) int {
	for i, k := range kinds(v) {
		if k.on {
			return i
		}
	}
	return -1
}

// formKey tells the pages of forms apart, of which each is a screen.
func formKey(v vm.View) string {
	if v.Form == nil {
		return ""
	}
	return v.Form.Key
}

func (r *Root) draw(v vm.View) screen { return kinds(v)[kind(v)].draw(r, v) }

// direction is the direction of a view.
func direction(v vm.View) kit.Direction {
	if v.RTL {
		return kit.RTL
	}
	return kit.LTR
}

// tone is the colour of a tone.
func tone(t vm.Tone) kit.Tone {
	switch t {
	case vm.Plain:
		return kit.Slate
	case vm.Soft:
		return kit.Teal
	case vm.Warn:
		return kit.Amber
	case vm.Bad:
		return kit.Red
	case vm.Good:
		return kit.Green
	}
	return kit.Slate
}
