package vm

import "testing"

// Before a question that may be painful the person is told and offered a pause; the
// pause saves, shows nothing of the case, and leads back to the same page.
func TestPauseBeforeHardQuestion(t *testing.T) {
	w, a := begin(t, "en", complaint)
	goTo(t, a, "events.kinds")
	if a.View().Interview.Hard != nil {
		t.Error("a plain question is called hard")
	}
	goTo(t, a, "events.account")
	if h := a.View().Interview.Hard; h == nil || h.Pause == "" {
		t.Fatalf("nothing is said before a hard question: %+v", h)
	}
	a.Interview().Set("events.account", "text", "They read my letters.")
	puts := w.disk.puts
	a.Interview().Pause()
	v := a.View()
	if v.Pause == nil || v.Bar.Trail != nil || v.Bar.Home != "" || w.disk.puts != puts+1 {
		t.Fatalf("the pause: %+v, %+v, %d saves", v.Pause, v.Bar, w.disk.puts-puts)
	}
	a.SetLanguage("ar")
	a.Pause().GoOn()
	if s := a.View().Interview; s == nil || s.Key != "events.account" || s.Fields[0].Parts[0].Value != "They read my letters." {
		t.Errorf("after the pause: %+v", s)
	}
	if a.View().Interview.Hard == nil {
		t.Error("the word before the question went while it was answered: the page moves")
	}
}
