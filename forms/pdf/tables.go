package pdf

import "recourse/forms/layout"

// cell returns the element of a text in a table of facts or of rows. A label
// and a cell of the head hold their words themselves, other cells hold
// paragraphs.
func (t *tagger) cell(text *layout.Text) *element {
	at := text.Place
	switch {
	case text.Kind == layout.KindTable && at.Row == 0:
		return t.headed(t.child(t.child(t.base, 0, "THead"), 0, "TR"), at.Cell, "Column")
	case text.Kind == layout.KindTable:
		row := t.child(t.child(t.base, 1, "TBody"), at.Row, "TR")
		return t.child(t.column(row, at.Cell), at.Para, "P")
	}
	row := t.child(t.base, at.Row, "TR")
	label := t.headed(row, 0, "Row")
	if at.Cell == 0 {
		return label
	}
	return t.child(t.column(row, at.Cell), at.Para, "P")
}

// headed returns cell n of a row, which heads what the scope says.
func (t *tagger) headed(row *element, n int, scope string) *element {
	cell := t.column(row, n)
	cell.scope(scope)
	return cell
}

// scope makes a cell a head of its row or column.
func (e *element) scope(scope string) {
	e.kind, e.owner, e.name, e.value = "TH", "Table", "Scope", scope
}

// column returns cell n of a row, with empty cells before it where it lacks them.
func (t *tagger) column(row *element, n int) *element {
	row.widen(n + 1)
	return row.kids[n]
}

func (e *element) widen(cells int) {
	for len(e.kids) < cells {
		e.append("TD")
	}
}

// square gives all rows of each table the same number of cells. A table without
// a head is headed by the first cell of each row; where there are no rows, the
// head is the body, since no table has a head alone.
func (t *tagger) square() {
	for _, table := range t.tables {
		rows := table.rows()
		width, head := 0, table.kids[0].kind
		for _, row := range rows {
			width = max(width, len(row.kids))
		}
		for i, row := range rows {
			row.widen(width)
			switch {
			case head == "THead" && i == 0:
				row.head()
			case head == "TBody":
				row.kids[0].scope("Row")
			}
		}
		if head == "THead" && len(table.kids) == 1 {
			table.kids[0].kind = "TBody"
		}
	}
}

// head makes all cells of a row the heads of their columns.
func (e *element) head() {
	for _, cell := range e.kids {
		cell.scope("Column")
	}
}

// rows lists the rows of a table, in its groups or without groups.
func (e *element) rows() []*element {
	var rows []*element
	for _, kid := range e.kids {
		if kid.kind == "TR" {
			rows = append(rows, kid)
		} else {
			rows = append(rows, kid.kids...)
		}
	}
	return rows
}
