package compose

import (
	"slices"
	"strconv"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
)

// worksheet writes a box for each field of a form, under a numbered heading.
func (w *writer) worksheet(b forms.Block) {
	w.section++
	w.add(doc.Heading{Level: 1, Number: strconv.Itoa(w.section), Text: w.text(w.p.Key("doc.h", b.ID))})
	sheet := doc.Worksheet{}
	for i, f := range b.Fields {
		sheet.Rows = append(sheet.Rows, w.field(b, f, i+1))
	}
	w.add(sheet)
}

// unstyled takes the styles off runs: notes are small by their place.
func unstyled(runs doc.Runs) doc.Runs {
	out := slices.Clone(runs)
	for i := range out {
		out[i].Style = 0
	}
	return out
}

// field is one field with what goes into it. Notes on translations stand below
// the box: they do not go into the form.
func (w *writer) field(b forms.Block, f forms.Field, n int) doc.Field {
	out := doc.Field{Number: strconv.Itoa(n), Label: w.text(w.p.Key("doc.w", b.ID, f.ID))}
	for _, id := range f.From {
		for _, runs := range w.value(forms.Path(id)) {
			if runs[0].Style&doc.Small != 0 {
				out.Notes = append(out.Notes, unstyled(runs))
			} else {
				out.Value = append(out.Value, runs)
			}
		}
	}
	if f.Limit.IsZero() || w.copy != Filing {
		return out
	}
	name := doc.Runs{own(out.Number + " ")}
	out.Value, out.Anchor = w.limited(out.Value, f.Limit, append(name, out.Label...))
	if used, most := used(out.Value, f.Limit), f.Characters; most > 0 {
		out.Count = doc.Runs{own(w.t.Plain("doc.characters", i18n.Args{"count": used, "max": most}))}
	} else {
		out.Count = doc.Runs{own(w.t.Plain("doc.lines", i18n.Args{"count": used, "max": f.Lines}))}
	}
	return out
}
