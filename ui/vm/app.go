package vm

import (
	"recourse/forms"
	"recourse/i18n"
)

// App is the program behind the window. Begin with New.
type App struct {
	w      World
	folder string // of the vault
	tag    Tag
	t      *i18n.Catalog // shared words in the person's language, with the chosen digits
	vault  Vault         // nil while locked
	file   *file         // the open case; nil for none
	work   int           // generation of long work: an outcome of an older one is stale
	busy   i18n.Key      // what is being done; "" for nothing
	told   fault         // what the window says, until it is dismissed; "" for nothing
	leave  bool          // the person wants to lock, and saving has failed

	job       *job    // long work that can be called off; nil for none
	stoppable bool    // the work under way can be called off
	share     float32 // how far it is, 0 to 1; below 0 where that is not known

	keeping

	pictures int // the width of pictures of pages, in pixels

	countries  map[Tag][]Option
	currencies map[Tag][]Option

	places   []place // the open screens, one on another; never empty
	watchers map[int]func(View)
	watched  int
}

// product is the name of the program, the same in every language.
const product = "Recourse"

// fallback is the language of the window where the wanted one is not there.
const fallback Tag = "en"

// New returns the program, locked, with its vault in a folder. The language is
// the nearest that there is to the wanted one.
func New(w World, folder string, want Tag) *App {
	w.Rim = w.Rim.whole()
	a := &App{w: w, folder: folder, watchers: map[int]func(View){}, countries: map[Tag][]Option{}, currencies: map[Tag][]Option{}, share: unknownShare}
	a.prefs = defaults()
	tag, ok := a.languages(want, fallback)
	if !ok {
		tag = fallback
	}
	a.speak(tag)
	a.restart(a.begin())
	return a
}

// languages is the nearest language that there is to those wanted.
func (a *App) languages(want ...Tag) (Tag, bool) { return i18n.Match(want, i18n.Locales()) }

func (a *App) speak(tag Tag) {
	a.tag = tag
	words, _ := i18n.Locale(tag)
	a.t = words.In(a.prefs.Digits)
}

// Start is the screen that opens the vault; nil where that is not on screen.
func (a *App) Start() *Start { return here[*Start](a) }

// Cases is the list of cases; nil where it is not on screen.
func (a *App) Cases() *Cases { return here[*Cases](a) }

// Interview is the open interview, be it on screen or under another; nil for
// none.
func (a *App) Interview() *Interview { return open[*Interview](a) }

// Asking is the interview that is on screen; nil for none.
func (a *App) Asking() *Interview { return here[*Interview](a) }

// Check is the page that checks and files; nil where it is not on screen.
func (a *App) Check() *Check { return here[*Check](a) }

// OnChange has a function called with each new View, until cancel is called.
func (a *App) OnChange(do func(View)) (cancel func()) {
	a.watched++
	n := a.watched
	a.watchers[n] = do
	return func() { delete(a.watchers, n) }
}

func (a *App) publish() {
	if len(a.watchers) == 0 {
		return
	}
	v := a.View()
	for n := 1; n <= a.watched; n++ {
		if do, ok := a.watchers[n]; ok {
			do(v)
		}
	}
}

// View is the window as it is now.
func (a *App) View() View {
	v := View{Language: a.tag, RTL: a.tag.Dir() == i18n.RTL, Look: a.lookOf(), ReadOnly: a.readOnly != nil, Bar: a.bar(), Menu: a.menu(),
		Search: SearchWords{Hint: a.text("ui.search.hint"), None: a.text("ui.search.none")}}
	a.places[len(a.places)-1].fill(&v)
	return v
}

func (a *App) bar() Bar {
	b := a.tell(Bar{Product: product, Language: a.text("ui.language"), Languages: options(i18n.Locales(), a.tag)})
	if a.vault == nil {
		return b
	}
	b.Lock, b.Settings, b.Banners = a.lockWords(), a.text("ui.settings"), a.banners()
	if a.file == nil {
		b.Note = a.note()
		return b
	}
	b.Home = a.text("ui.cases")
	b.Saved = a.file.saved()
	if v := a.Interview(); v != nil {
		b.Trail = v.trail()
	}
	return b
}

// tell adds what the window has to say.
func (a *App) tell(b Bar) Bar {
	if a.told != "" {
		m := a.told.words(a.t)
		b.Told, b.Dismiss = &m, a.text("ui.close")
	}
	return b
}

func (a *App) menu() FieldMenu {
	return FieldMenu{Undo: a.text("ui.edit.undo"), Redo: a.text("ui.edit.redo"), Cut: a.text("ui.edit.cut"),
		Copy: a.text("ui.edit.copy"), Paste: a.text("ui.edit.paste"), SelectAll: a.text("ui.edit.select-all")}
}

// More says how many options of a searched list are shown.
func (a *App) More(shown, all int) string {
	return a.t.Text("ui.search.more", i18n.Args{"shown": shown, "all": all})
}

// Count says how many characters of the most are used.
func (a *App) Count(used, most int) string {
	return a.t.Text("ui.edit.count", i18n.Args{"used": used, "most": most})
}

func (a *App) text(k i18n.Key) string { return a.t.Text(k, nil) }

// SetLanguage changes the language of the person. What was typed stays as it is.
func (a *App) SetLanguage(tag Tag) {
	found, ok := a.languages(tag)
	if !ok || found == a.tag {
		return
	}
	a.speak(found)
	a.spoken(found)
	if a.file != nil && a.readOnly == nil {
		c := a.file.c
		c.Language = found
		a.file.change(c)
	}
	for _, p := range a.places {
		p.speak()
	}
	a.publish()
}

// run does long work of which one at a time is under way; then is dropped where
// other work has begun meanwhile. Undo, if set, takes back a stale outcome.
func (a *App) run(what i18n.Key, work func() (then, undo func())) { a.launch(what, nil, work) }

func (a *App) launch(what i18n.Key, j *job, work func() (then, undo func())) {
	a.stop()
	a.work++
	gen := a.work
	a.busy, a.job, a.stoppable = what, j, j != nil
	a.publish()
	a.w.Dispatch.Go(func() func() {
		then, undo := work()
		return func() {
			if gen != a.work {
				if undo != nil {
					undo()
				}
				return
			}
			a.busy = ""
			a.stop()
			then()
			a.publish()
		}
	})
}

// drop makes the outcome of work under way stale.
func (a *App) drop() {
	a.stop()
	a.work++
	a.busy = ""
	if c := open[*Check](a); c != nil {
		c.preview.halt()
	}
}

// GoHome leaves the case for the list of cases, after saving.
func (a *App) GoHome() {
	if a.file == nil {
		return
	}
	a.flush(func() {
		a.drop()
		a.shut()
		a.showCases()
	})
}

// Lock saves, closes the vault and forgets all that was open. Where saving
// fails, the case stays open, and the view offers to go without saving. A vault
// that leaves nothing cannot be opened again, so the person is asked first.
func (a *App) Lock() {
	switch {
	case a.vault == nil:
	case a.nothing:
		if open[*Ending](a) == nil {
			a.enter(&Ending{newForm(a)})
			a.publish()
		}
	default:
		a.flush(a.lock)
	}
}

// LockWithoutSaving gives up what is not saved.
func (a *App) LockWithoutSaving() {
	if a.vault != nil {
		a.lock()
		a.publish()
	}
}

// Close is Lock for the end of the program; done is called when all is saved.
func (a *App) Close(done func()) {
	if a.vault == nil {
		a.drop()
		a.afterClosing(done)
		return
	}
	a.flush(func() {
		a.lock()
		a.afterClosing(done)
	})
}

// shut forgets the open case; the caller leaves its places.
func (a *App) shut() {
	if a.file != nil {
		a.file.close()
	}
	a.file, a.leave = nil, false
}

// flush saves and then goes on; where saving fails it says so and stays.
func (a *App) flush(then func()) {
	if a.file == nil {
		then()
		a.publish()
		return
	}
	a.file.flush(func(ok bool) {
		if ok {
			then()
		} else {
			a.leave = true
		}
		a.publish()
	})
}

// Retry saves again what could not be saved.
func (a *App) Retry() {
	if a.file != nil {
		a.file.save()
		a.publish()
	}
}

// SaveAsCopy saves the open case under a new id, where the stored one was
// changed or damaged, so that nothing is lost.
func (a *App) SaveAsCopy() {
	if a.file == nil {
		return
	}
	c := a.file.c
	c.ID = a.w.NewID()
	a.file.rev = 0
	a.file.change(c)
	a.file.save()
	a.publish()
}

// texts are the words of a procedure in the nearest language that it is asked in.
func (a *App) texts(id ProcedureID) *i18n.Catalog {
	have := a.w.Library.AskLanguages(id)
	tag, ok := i18n.Match([]Tag{a.tag, fallback}, have)
	if !ok && len(have) > 0 {
		tag = have[0]
	}
	if t, ok := a.w.Library.Texts(id, tag); ok {
		return t.In(a.prefs.Digits)
	}
	return a.t
}

// procedure finds a procedure of a filing.
func (a *App) procedure(id ProcedureID) (*forms.Procedure, bool) { return a.w.Library.Procedure(id) }
