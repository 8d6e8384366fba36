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

func exhibitNumbers(s interview.State) map[string]int {
	numbers := map[string]int{}
	for i, id := range s.Known.Items(exhibitList) {
		numbers[id] = i + 1
	}
	return numbers
}

func anchor(exhibit string) string { return "exhibit-" + exhibit }

// exhibitTable lists the exhibits: number, title with what else is known of the
// thing, and what it shows; on demand with the fingerprint of its file.
func (w *writer) exhibitTable(fingerprints bool) {
	items := w.s.Known.Items(exhibitList)
	if len(items) == 0 {
		return
	}
	w.section++
	w.add(doc.Heading{Level: 1, Text: w.text("doc.exhibits"), Number: strconv.Itoa(w.section)})
	table := doc.Table{Widths: []float64{0.09, 0.42, 0.49},
		Head: []doc.Runs{w.text("doc.exhibit.number"), w.text("doc.exhibit.title"), w.text("doc.exhibit.proves")}}
	fingerprints = fingerprints && len(w.stored) > 0
	if fingerprints {
		table.Widths = []float64{0.08, 0.33, 0.34, 0.25}
		table.Head = append(table.Head, w.text("doc.exhibit.fingerprint"))
	}
	for i, id := range items {
		number := doc.Runs{own(strconv.Itoa(i + 1))}
		title, proves := w.exhibit(exhibitList.In(id, ""))
		row := doc.TableRow{Cells: []doc.Runs{number, title, proves}, Anchor: anchor(id)}
		if fingerprints {
			row.Cells = append(row.Cells, w.fingerprint(id))
		}
		table.Rows = append(table.Rows, row)
	}
	w.add(table)
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
// rest under the title, one line each.
func (w *writer) exhibit(prefix forms.Path) (title, proves doc.Runs) {
	for _, it := range w.repeatItems(forms.ID(exhibitList)) {
		at := prefix + forms.Path(it.ID())
		value := w.value(at)
		if it.Question == nil || it.Question.Private || len(value) == 0 {
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
