package screens

import (
	"fmt"
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"recourse/ui/vm"
)

func TestPicture(t *testing.T) {
	dir := os.Getenv("PICS")
	if dir == "" {
		return
	}
	for _, lang := range []vm.Tag{"en", "ar"} {
		app, _, w := show(t, lang, map[string][]byte{})
		n := 0
		shot := func(name string) {
			w.Resize(fyne.NewSize(1280, 820))
			f, _ := os.Create(fmt.Sprintf("%s/%s-%02d-%s.png", dir, lang, n, name))
			n++
			png.Encode(f, w.Canvas().Capture())
			f.Close()
		}
		shot("create")
		app.Start().Submit("short", "short")
		shot("short")
		app.Start().Submit(secret, secret)
		shot("empty")
		app.Cases().BeginNew()
		shot("new")
		app.Cases().New(challenge)
		v := app.Interview()
		shot("about")
		v.Choose("order.kind", "production")
		v.Set("order.learned", "text", "14 November 2026")
		v.Choose("order.learned_how", "provider")
		v.Choose("order.notice", "yes")
		v.Set("order.informed", "text", "14 November 2026")
		v.Choose("order.limit_form", "length")
		v.Set("order.limit_length", "text", "30")
		v.Choose("order.limit_unit", "days")
		v.Choose("order.limit_event", "known")
		v.Set("order.limit_from", "text", "14 November 2026")
		v.GoTo("order.learned")
		shot("learned")
		v.GoTo("order.state")
		shot("state")
		v.GoTo("order.authority_kind")
		shot("kind")
		v.GoTo("person.address")
		shot("address")
		v.GoTo("exhibits.list")
		v.AddItem("exhibits.list")
		shot("exhibit")
		v.GoTo("exhibits.list")
		shot("exhibits")
		v.GoToSection(99)
		for app.Check() == nil {
			v.Continue()
		}
		shot("check")
		app.GoHome()
		shot("cases")
		app.Cases().New(complaint)
		v = app.Interview()
		v.GoTo("events.account")
		shot("account")
		v.Choose("person.country", "DE")
		v.GoTo("gdpr-art77-complaint.authority")
		shot("authority")
		app.Lock()
		shot("unlock")
	}
}
