package packs

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"recourse/i18n"
)

// catalogs reads the catalogs of a folder and holds each to the keys that the
// structure needs: in each of the two sets, all of them or none.
func (l *loader) catalogs(folder string, want map[i18n.Key]bool) map[i18n.Tag]*i18n.Catalog {
	out := map[i18n.Tag]*i18n.Catalog{}
	files, err := fs.Glob(l.fsys, folder+"/lang/*.json")
	if err != nil {
		l.fault(folder, "%v", err)
	}
	for _, file := range files {
		if c := l.catalog(file); c != nil {
			out[c.Tag()] = c
			l.complete(file, c, want)
		}
	}
	l.alike(folder, out)
	return out
}

// commonTags lists the languages of the common sections, in the order of tags.
func (l *loader) commonTags() []i18n.Tag {
	files, _ := fs.Glob(l.fsys, "common/lang/*.json")
	var out []i18n.Tag
	for _, file := range files {
		if tag, err := i18n.ParseTag(strings.TrimSuffix(path.Base(file), ".json")); err == nil {
			out = append(out, tag)
		}
	}
	slices.Sort(out)
	return out
}

func (l *loader) catalog(file string) *i18n.Catalog {
	tag, err := i18n.ParseTag(strings.TrimSuffix(path.Base(file), ".json"))
	if err != nil {
		l.fault(file, "the name of the file is no language tag")
		return nil
	}
	data, err := fs.ReadFile(l.fsys, file)
	if err != nil {
		l.fault(file, "%v", err)
		return nil
	}
	c, err := i18n.ParseCatalog(tag, data)
	if err != nil {
		l.fault(file, "%v", err)
		return nil
	}
	if !l.trusted && !bytes.Equal(data, c.Canonical()) {
		l.fault(file, "not in canonical form; `recourse-cli pack check --write` puts it right")
	}
	return c
}

// complete compares the keys of a catalog with those wanted, set by set.
func (l *loader) complete(file string, c *i18n.Catalog, want map[i18n.Key]bool) {
	for _, set := range []string{"ask.", "doc."} {
		if !has(c, set) {
			continue
		}
		for _, k := range slices.Sorted(maps.Keys(want)) {
			if strings.HasPrefix(string(k), set) && !c.Has(k) {
				l.fault(file, "the text %s is missing", k)
			}
		}
	}
	for _, k := range c.Keys() {
		if !want[k] {
			l.fault(file, "nothing asks for the text %s: remove it, or check its spelling", k)
		}
	}
}

func has(c *i18n.Catalog, set string) bool {
	return slices.ContainsFunc(c.Keys(), func(k i18n.Key) bool { return strings.HasPrefix(string(k), set) })
}

// alike compares the placeholders of every language with those of the first.
func (l *loader) alike(folder string, all map[i18n.Tag]*i18n.Catalog) {
	tags := slices.Sorted(maps.Keys(all))
	if i := slices.Index(tags, "en"); i > 0 {
		tags[0], tags[i] = tags[i], tags[0]
	}
	for _, tag := range tags[min(1, len(tags)):] {
		base := all[tags[0]]
		for _, k := range all[tag].Keys() {
			if base.Has(k) && !sameSet(base.Placeholders(k), all[tag].Placeholders(k)) {
				l.fault(folder+"/lang/"+string(tag)+".json", "the text %s has other placeholders than in %s", k, tags[0])
			}
		}
	}
}

func sameSet(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
