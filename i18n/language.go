package i18n

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language/display"
)

// Language returns the name of the language lang in the language t, from CLDR,
// in the case that t writes it inside a sentence: "German" in English,
// "allemand" in French. If CLDR has no name, it returns the tag.
func Language(t, lang Tag) string {
	if namer := display.Tags(t.parsed()); namer != nil {
		if name := namer.Name(lang.parsed()); name != "" {
			return name
		}
	}
	return string(lang)
}

// Self returns the name of a language in itself, as a list of languages shows
// it, with a capital where the script has one: "English", "Français",
// "العربية". If CLDR has no name, it returns the tag.
func Self(lang Tag) string {
	name := display.Self.Name(lang.parsed())
	if name == "" {
		return string(lang)
	}
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToTitle(first)) + name[size:]
}
