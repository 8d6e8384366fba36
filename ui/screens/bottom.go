package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// bottom is the bar below a page: back, skip, the limit that matters most, on.
type bottom struct {
	back, skip, next *kit.Button
	pill             *kit.Badge
	row              *fyne.Container
	box              *fyne.Container
	shown            bottomState
}

// bottomState is what the bar shows.
type bottomState struct {
	Back, Skip, Continue string
	Pill                 vm.Pill
}

// newBottom returns the bar of the interview.
func newBottom(r *Root, dir kit.Direction) *bottom {
	do := func(call func(*vm.Interview)) func() {
		return func() {
			if v := r.app.Interview(); v != nil {
				call(v)
			}
		}
	}
	return bottomOf(dir, do((*vm.Interview).Back), do((*vm.Interview).SkipPage), do(func(v *vm.Interview) { v.Continue() }))
}

func bottomOf(dir kit.Direction, back, skip, next func()) *bottom {
	b := &bottom{back: kit.NewButton(dir, kit.Secondary, "", back), skip: kit.NewButton(dir, kit.Quiet, "", skip),
		next: kit.NewButton(dir, kit.Primary, "", next), pill: kit.NewPill(dir, kit.Amber, "")}
	b.row = kit.NewFlow(dir, 16, b.back, b.skip, kit.Spacer(), b.pill, b.next)
	b.box = kit.NewBar(false, kit.NewInset(32, 14, b.row))
	return b
}

// show tells whether the bar has become higher or lower.
func (b *bottom) show(x bottomState) bool {
	if x == b.shown {
		return false
	}
	b.shown = x
	b.back.SetText("‹ " + x.Back)
	b.skip.Hidden = x.Skip == ""
	b.skip.SetText(x.Skip)
	b.next.Hidden = x.Continue == ""
	b.next.SetText(x.Continue + " ›")
	b.pill.Hidden = x.Pill.Text == ""
	b.pill.SetText(tone(x.Pill.Tone), x.Pill.Text)
	b.row.Refresh()
	b.box.Refresh()
	return b.box.MinSize().Height != b.box.Size().Height
}
