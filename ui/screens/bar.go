package screens

import (
	"reflect"

	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// bar is the top of the window: the name, where the person is, whether all is
// saved, the language, the lock; and below them, where saving has failed, why.
type bar struct {
	r       *Root
	box     *fyne.Container
	row     *fyne.Container
	shown   vm.Bar
	trail   *kit.Trail
	saved   *kit.Trail
	trouble *region[vm.Saved]
	banners *region[[]vm.Banner]
	told    *region[saidState]
}

func newBar(r *Root, v vm.View) *bar {
	dir := direction(v)
	b := &bar{r: r, trail: kit.NewTrail(dir, kit.Body), saved: kit.NewTrail(dir, kit.Caption)}
	b.trouble = newRegion(0, func(s vm.Saved) []fyne.CanvasObject { return trouble(r, dir, s) })
	b.told = newRegion(0, func(s saidState) []fyne.CanvasObject { return said(r, dir, s) })
	b.row = b.line(v)
	b.banners = newRegion(0, func(list []vm.Banner) []fyne.CanvasObject { return banners(r, dir, list) })
	b.box = kit.NewColumn(0, kit.NewBar(true, kit.NewInset(24, 5, b.row)), b.trouble.box, b.told.box, b.banners.box)
	b.update(v)
	return b
}

// line is the bar itself: one line where there is room, else two.
func (b *bar) line(v vm.View) *fyne.Container {
	dir := direction(v)
	out := kit.TopBar{Dir: dir, Trail: b.trail, State: b.saved, Controls: []fyne.CanvasObject{b.languages(v)},
		Start: []fyne.CanvasObject{mark(), kit.NewLine(kit.LTR, kit.Heading, v.Bar.Product).Toned(kit.Teal)}}
	if v.Bar.Home != "" {
		out.Start = append(out.Start, kit.NewButton(dir, kit.Quiet, v.Bar.Home, b.r.app.GoHome).Small())
	}
	if v.Bar.Settings != "" {
		out.Controls = append(out.Controls, kit.NewButton(dir, kit.Secondary, v.Bar.Settings, b.r.app.OpenSettings).Small())
	}
	if v.Bar.Lock != "" {
		out.Controls = append(out.Controls, kit.NewButton(dir, kit.Secondary, v.Bar.Lock, b.r.app.Lock).Small())
	}
	return kit.NewTopBar(out)
}

func (b *bar) languages(v vm.View) fyne.CanvasObject {
	names, chosen := labels(v.Bar.Languages)
	return kit.NewSelect(direction(v), v.Bar.Language, names, chosen, "", func(i int) {
		b.r.app.SetLanguage(vm.Tag(v.Bar.Languages[i].Code))
	}).Small()
}

// update tells whether the bar has become higher or lower.
func (b *bar) update(v vm.View) bool {
	if reflect.DeepEqual(v.Bar, b.shown) {
		return false
	}
	b.shown = v.Bar
	before := height(b.box, b.box.Size().Width)
	b.trail.Set(kit.Slate, v.Bar.Trail...)
	text := v.Bar.Saved.Text
	if text == "" {
		text = v.Bar.Note
	}
	state := kit.Slate
	if v.Bar.Saved.State == vm.SaveFailed {
		state = kit.Red
	}
	b.saved.Set(state, text)
	settle(b.row)
	b.told.show(saidState{v.Bar.Told, v.Bar.Dismiss})
	b.trouble.show(failed(v.Bar.Saved))
	b.banners.show(v.Bar.Banners)
	return height(b.box, b.box.Size().Width) != before
}

// banners draws what the person should know of the whole vault.
func banners(r *Root, dir kit.Direction, list []vm.Banner) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, x := range list {
		row := kit.NewFlow(dir, 12, kit.NewNotice(dir, tone(x.Tone), x.Text))
		for _, b := range x.Buttons {
			row.Add(kit.NewButton(dir, buttonKind(b.Kind), b.Text, func() { r.app.PressBanner(b.Key) }).Small())
		}
		out = append(out, kit.NewInset(24, 6, row))
	}
	return out
}

// saidState is what the window says, or nothing.
type saidState struct {
	Told    *vm.Message
	Dismiss string
}

func said(r *Root, dir kit.Direction, s saidState) []fyne.CanvasObject {
	if s.Told == nil {
		return nil
	}
	dismiss := kit.NewButton(dir, kit.Secondary, s.Dismiss, r.app.Dismiss)
	return []fyne.CanvasObject{kit.NewInset(24, 8, kit.NewColumn(8, message(dir, kit.Amber, s.Told), kit.NewFlow(dir, 12, dismiss)))}
}

// failed leaves of the state of saving only a failure.
func failed(s vm.Saved) vm.Saved {
	if s.State != vm.SaveFailed {
		return vm.Saved{}
	}
	return s
}

func trouble(r *Root, dir kit.Direction, s vm.Saved) []fyne.CanvasObject {
	if s.Problem == nil {
		return nil
	}
	row := kit.NewFlow(dir, 12, kit.NewButton(dir, kit.Secondary, s.Retry, r.app.Retry))
	if s.Copy != "" {
		row.Add(kit.NewButton(dir, kit.Secondary, s.Copy, r.app.SaveAsCopy))
	}
	if s.Rescue != "" {
		row.Add(kit.NewButton(dir, kit.Secondary, s.Rescue, r.app.OpenRescue))
	}
	if s.Discard != "" {
		row.Add(kit.NewButton(dir, kit.Quiet, s.Discard, r.app.LockWithoutSaving))
	}
	return []fyne.CanvasObject{kit.NewInset(24, 8, kit.NewColumn(8, message(dir, kit.Red, s.Problem), row))}
}

// message draws what went wrong, what it means and what to do.
func message(dir kit.Direction, t kit.Tone, m *vm.Message) fyne.CanvasObject {
	return kit.NewNotice(dir, t, sentences(m.What, m.Means, m.Next))
}

// sentences puts texts one after the other.
func sentences(texts ...string) string {
	out := ""
	for _, s := range texts {
		if s != "" && out != "" {
			out += " "
		}
		out += s
	}
	return out
}

// labels are the words of options, and the index of the chosen one, or -1.
func labels(options []vm.Option) (names []string, chosen int) {
	chosen = -1
	for i, o := range options {
		names = append(names, o.Label)
		if o.Chosen {
			chosen = i
		}
	}
	return names, chosen
}
