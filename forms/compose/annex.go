package compose

import (
	"slices"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
)

// enclosed writes an annex: what is sent beside a form that is filled in by itself.
// In the filing it has pages of its own, which are counted; without content it is
// left out.
func (w *writer) enclosed(b forms.Block) {
	rest := w.blocks
	w.blocks, w.number, w.para = nil, "", 0
	w.entries(b.Items, "")
	items := w.blocks
	w.blocks = rest
	if len(items) == 0 {
		return
	}
	name := w.p.Key("doc.h", b.ID)
	if w.copy == Filing {
		w.add(doc.Enclosure{Footer: w.footer(name), Most: b.Pages, At: firstProse(b.Items)})
	}
	w.add(doc.Title{Text: w.text(name), Reference: w.reference(b.Reference)})
	if w.copy == Filing {
		w.add(w.pageCount(b.Pages))
	}
	w.blocks = append(w.blocks, items...)
	if w.copy == Filing {
		w.add(doc.Enclosure{})
	}
}

// pageCount is the line with the number of pages, and how many there may be.
func (w *writer) pageCount(most int) doc.PageCount {
	if most > 0 {
		return doc.PageCount{Text: w.t.Plain("doc.pages-of", i18n.Args{"pages": "{pages}", "max": most})}
	}
	return doc.PageCount{Text: w.t.Plain("doc.pages", i18n.Args{"pages": "{pages}"})}
}

// firstProse is the first answer in the person's words among entries: the one to
// shorten where there is too much.
func firstProse(entries []forms.Entry) forms.Path {
	i := slices.IndexFunc(entries, func(e forms.Entry) bool { return e.Prose != "" })
	if i < 0 {
		return ""
	}
	return forms.Path(entries[i].Prose)
}
