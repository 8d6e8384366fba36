package compose

import (
	"slices"
	"strconv"
	"strings"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/forms/interview"
)

// exhibitList is the repeat of the exhibits in every procedure.
const exhibitList = forms.Path("exhibits.list")

// exhibitDate is the question for the date of an exhibit.
const exhibitDate = forms.ID("exhibits.date")

func exhibitNumbers(s interview.State) map[string]int {
	numbers := map[string]int{}
	for i, id := range exhibitOrder(s) {
		numbers[id] = i + 1
	}
	return numbers
}

// exhibitOrder is the exhibits in the order of their numbers: as the person has
// them or, where the outline asks for it, by their dates, those without one last.
func exhibitOrder(s interview.State) []string {
	items := slices.Clone(s.Known.Items(exhibitList))
	if slices.ContainsFunc(s.Procedure.Outline, func(b forms.Block) bool { return b.Dated }) {
		slices.SortStableFunc(items, func(a, b string) int { return byDate(dateOf(s, a), dateOf(s, b)) })
	}
	return items
}

func dateOf(s interview.State, id string) forms.Date {
	when, _ := s.Known.Value(exhibitList.In(id, exhibitDate)).(forms.When)
	return when.Date
}

func byDate(a, b forms.Date) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return a.Compare(b)
}

func anchor(exhibit string) string { return "exhibit-" + exhibit }

// exhibitTable lists the exhibits: number, title with what else is known of the
// thing, and what it shows; on demand with the fingerprint of its file.
func (w *writer) exhibitTable(b forms.Block) {
	items := exhibitOrder(w.s)
	if len(items) == 0 {
		return
	}
	w.section++
	w.add(doc.Heading{Level: 1, Text: w.text("doc.exhibits"), Number: strconv.Itoa(w.section)})
	table := w.exhibitHead(b)
	for i, id := range items {
		row := w.exhibitRow(b, exhibitList.In(id, ""), doc.Runs{own(strconv.Itoa(i + 1))})
		if w.fingerprinted(b) {
			row = append(row, w.fingerprint(id))
		}
		table.Rows = append(table.Rows, doc.TableRow{Cells: row, Anchor: anchor(id)})
	}
	w.add(table)
}

// fingerprinted tells whether the table of exhibits has the SHA-256 of the files.
func (w *writer) fingerprinted(b forms.Block) bool { return b.Fingerprints && len(w.stored) > 0 }

// exhibitHead is the table of exhibits without its rows.
func (w *writer) exhibitHead(b forms.Block) doc.Table {
	number, title, proves := w.text("doc.exhibit.number"), w.text("doc.exhibit.title"), w.text("doc.exhibit.proves")
	switch {
	case b.Dated:
		return doc.Table{Widths: []float64{0.08, 0.2, 0.34, 0.28, 0.1},
			Head: []doc.Runs{number, w.text("doc.date"), title, proves, w.text("doc.exhibit.at-page")}}
	case w.fingerprinted(b):
		return doc.Table{Widths: []float64{0.08, 0.33, 0.34, 0.25},
			Head: []doc.Runs{number, title, proves, w.text("doc.exhibit.fingerprint")}}
	}
	return doc.Table{Widths: []float64{0.09, 0.42, 0.49}, Head: []doc.Runs{number, title, proves}}
}

// exhibitRow is the cells of one exhibit. Where the table has a column for the
// dates, the last is empty: the page is written there by hand, once the enclosures
// are put together and numbered.
func (w *writer) exhibitRow(b forms.Block, prefix forms.Path, number doc.Runs) []doc.Runs {
	if !b.Dated {
		title, proves := w.exhibit(prefix)
		return []doc.Runs{number, title, proves}
	}
	title, proves := w.exhibit(prefix, exhibitDate)
	return []doc.Runs{number, w.inline(prefix + forms.Path(exhibitDate)), title, proves, nil}
}

// fingerprint is the SHA-256 of the file of an exhibit in groups of eight digits;
// an exhibit without a file has none.
func (w *writer) fingerprint(id string) doc.Runs {
	for _, f := range w.stored {
		if f.ID == id && f.SHA256 != "" {
			var groups []string
			for group := range slices.Chunk([]byte(f.SHA256), 8) {
				groups = append(groups, string(group))
			}
			return doc.Runs{{Text: "\u2066" + strings.Join(groups, " ") + "\u2069", Style: doc.Small}}
		}
	}
	return nil
}

// exhibit is the two cells of one exhibit: prose goes under what it shows, the
// rest under the title, one line each, but for what has a column of its own.
func (w *writer) exhibit(prefix forms.Path, apart ...forms.ID) (title, proves doc.Runs) {
	for _, it := range w.repeatItems(forms.ID(exhibitList)) {
		at := prefix + forms.Path(it.ID())
		value := w.value(at)
		if it.Question == nil || it.Question.Private || len(value) == 0 || slices.Contains(apart, it.ID()) {
			continue
		}
		switch {
		case it.Question.Kind == forms.KindProse:
			proves = append(proves, joined(value, "\n")...)
		case len(title) == 0:
			title = joined(value, ", ")
		default:
			line := append(doc.Runs{own("\n")}, w.labelled(w.label(it.ID()), joined(value, ", "))...)
			title = append(title, styled(line, doc.Grey|doc.Small)...)
		}
	}
	return title, proves
}

func (w *writer) repeatItems(id forms.ID) []forms.Item {
	for _, s := range w.p.Sections {
		for _, it := range s.Items {
			if it.Repeat != nil && it.Repeat.ID == id {
				return it.Repeat.Items
			}
		}
	}
	return nil
}
