package i18n

import (
	"embed"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

// The shared words of every language, one file each: locales/<tag>.json.
//
//go:embed locales/*.json
var localeFiles embed.FS

// embedded parses the embedded catalogs when they are first asked for. They are
// constants of the program: nothing ever changes them, and a test reads each.
var embedded = sync.OnceValue(func() map[Tag]*Catalog {
	all := map[Tag]*Catalog{}
	names, err := localeFiles.ReadDir("locales")
	if err != nil {
		panic(fmt.Sprintf("i18n: read embedded locales: %v", err))
	}
	for _, file := range names {
		c := mustLocale(file.Name())
		all[c.Tag()] = c
	}
	return all
})

// mustLocale panics only if the program was built from a broken catalog.
func mustLocale(name string) *Catalog {
	data, err := localeFiles.ReadFile(path.Join("locales", name))
	if err != nil {
		panic(fmt.Sprintf("i18n: read embedded locale: %v", err))
	}
	c, err := ParseCatalog(Tag(strings.TrimSuffix(name, ".json")), data)
	if err != nil {
		panic(fmt.Sprintf("i18n: embedded locale: %v", err))
	}
	return c
}

// Locale returns the shared words of the language that best serves t: that of
// "fr" for "fr-BE". It reports false if there is no catalog in that language.
func Locale(t Tag) (*Catalog, bool) {
	best, ok := Match([]Tag{t}, Locales())
	return embedded()[best], ok
}

// Locales returns the languages that have a catalog of shared words, sorted.
func Locales() []Tag { return slices.Sorted(maps.Keys(embedded())) }
