package screens

import (
	"reflect"

	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// side is the column with the sections and how far each is.
type side struct {
	dir      kit.Direction
	step     *kit.Label
	answered *kit.Label
	progress *kit.Progress
	list     *fyne.Container
	steps    []*kit.Step
	titles   []string
	shown    sideState
	page     *kit.Page
	box      *fyne.Container
	act      func(int)
}

// sideState is what the column shows.
type sideState struct {
	Step, Answered string
	Share          float32
	Steps          []vm.Step
}

func newSide(dir kit.Direction, name string, act func(int)) *side {
	s := &side{dir: dir, act: act, list: kit.NewColumn(0), progress: kit.NewProgress(dir, name)}
	s.step, s.answered = kit.NewLabel(dir, kit.Caption, ""), kit.NewLabel(dir, kit.Caption, "")
	s.page = kit.NewPage(kit.NewInset(16, 22, kit.NewColumn(12,
		kit.NewInset(12, 0, kit.NewColumn(6, s.step, s.progress, s.answered)), s.list)))
	s.box = kit.NewSides(dir, nil, kit.NewRule(), kit.NewSide(s.page))
	return s
}

func (s *side) show(x sideState) {
	if reflect.DeepEqual(x, s.shown) {
		return
	}
	stepped := (x.Step == "") != (s.shown.Step == "")
	s.shown = x
	s.step.SetText(x.Step)
	s.step.Hidden = x.Step == ""
	s.answered.SetText(x.Answered)
	s.progress.Set(x.Share, x.Answered)
	if !s.same(x.Steps) {
		s.make(x.Steps)
		stepped = true
	}
	for i, step := range x.Steps {
		if state := stepState(step.State); s.steps[i].State() != state {
			s.steps[i].Set(state, step.Words)
			stepped = stepped || s.steps[i].MinSize().Height != s.steps[i].Size().Height // bold words may wrap
		}
	}
	if stepped {
		s.page.Refresh()
	}
}

// same tells whether the steps have the titles that are drawn.
func (s *side) same(steps []vm.Step) bool {
	if len(steps) != len(s.titles) {
		return false
	}
	for i, step := range steps {
		if step.Title != s.titles[i] {
			return false
		}
	}
	return true
}

func (s *side) make(steps []vm.Step) {
	s.steps, s.titles, s.list.Objects = nil, nil, nil
	for i, step := range steps {
		w := kit.NewStep(s.dir, step.Number, step.Title, stepState(step.State), step.Words, func() { s.act(i) })
		s.steps, s.titles = append(s.steps, w), append(s.titles, step.Title)
		s.list.Objects = append(s.list.Objects, w)
	}
	s.list.Refresh()
}

func stepState(s vm.StepState) kit.StepState {
	switch s {
	case vm.StepOpen:
		return kit.Open
	case vm.StepCurrent:
		return kit.Current
	case vm.StepDone:
		return kit.Done
	case vm.StepAttention:
		return kit.Attention
	}
	return kit.Open
}
