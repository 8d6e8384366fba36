package i18n

import (
	"github.com/go-playground/locales"
	"github.com/go-playground/locales/ar"
	"github.com/go-playground/locales/bg"
	"github.com/go-playground/locales/cs"
	"github.com/go-playground/locales/da"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/el"
	"github.com/go-playground/locales/en_GB"
	"github.com/go-playground/locales/en_US"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/et"
	"github.com/go-playground/locales/fi"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/ga"
	"github.com/go-playground/locales/hr"
	"github.com/go-playground/locales/hu"
	"github.com/go-playground/locales/is"
	"github.com/go-playground/locales/it"
	"github.com/go-playground/locales/lt"
	"github.com/go-playground/locales/lv"
	"github.com/go-playground/locales/mt"
	"github.com/go-playground/locales/nb"
	"github.com/go-playground/locales/nl"
	"github.com/go-playground/locales/pl"
	"github.com/go-playground/locales/pt"
	"github.com/go-playground/locales/ro"
	"github.com/go-playground/locales/sk"
	"github.com/go-playground/locales/sl"
	"github.com/go-playground/locales/sv"
)

// calendar returns the CLDR names of months and weekdays and the date patterns
// of a language, or nil if it is not among the languages of the European
// Economic Area and Arabic. English without a region is that of Britain and
// Ireland; "en-US" alone has the American order.
func calendar(t Tag) locales.Translator {
	if t == "en-US" {
		return en_US.New()
	}
	construct, ok := constructors()[t.Base()]
	if !ok {
		return nil
	}
	return construct()
}

func constructors() map[Tag]func() locales.Translator {
	return map[Tag]func() locales.Translator{
		"ar": ar.New, "bg": bg.New, "cs": cs.New, "da": da.New, "de": de.New,
		"el": el.New, "en": en_GB.New, "es": es.New, "et": et.New, "fi": fi.New,
		"fr": fr.New, "ga": ga.New, "hr": hr.New, "hu": hu.New, "is": is.New,
		"it": it.New, "lt": lt.New, "lv": lv.New, "mt": mt.New, "nb": nb.New,
		"nl": nl.New, "pl": pl.New, "pt": pt.New, "ro": ro.New, "sk": sk.New,
		"sl": sl.New, "sv": sv.New,
	}
}
