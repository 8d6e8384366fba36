package vm

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

// SearchField is the field that cases are searched by.
type SearchField struct{ Name, Hint, Value string }

// FilterField chooses cases by their status.
type FilterField struct {
	Name    string
	Options []Option
}

// Column is a column of the list.
type Column struct {
	Code  string
	Title string
	Order Order
	Words string // of the order
}

// Order is how the list is sorted by a column.
type Order int8

// The orders.
const (
	NoOrder Order = iota
	Upward
	Downward
)

// The columns.
const (
	columnCase   = "case"
	columnFor    = "for"
	columnStatus = "status"
	columnNext   = "next"
)

// finding is what of the list is shown, and in which order.
type finding struct {
	query  string
	status caseStatus // "" for all
	column string     // "" for the one that was changed last
	order  Order
	rows   []*CaseRow

	deep    map[storage.ID]bool // found in the stories by the query
	looking bool
	round   int
	stop    func()
}

// lookAfter is how long after the last key the stories are looked through.
const lookAfter = 250 * time.Millisecond

// Search shows the cases that have all the words: at once those that have them in
// their names, references and first words, a moment later those that have them
// anywhere in the story.
func (c *Cases) Search(text string) {
	f := &c.find
	if text == f.query {
		return
	}
	f.halt()
	f.query, f.deep = text, nil
	if strings.TrimSpace(text) != "" {
		f.looking = true
		round := f.round
		f.stop = c.a.w.After(lookAfter, func() { c.look(round) })
	}
	c.show()
	c.a.publish()
}

// halt calls off the look into the stories.
func (f *finding) halt() {
	f.round++
	f.looking = false
	if f.stop != nil {
		f.stop()
		f.stop = nil
	}
}

// look looks through the stories.
func (c *Cases) look(round int) {
	if round != c.find.round {
		return
	}
	c.find.stop = nil
	vault, query := c.a.vault, c.find.query
	c.a.w.Dispatch.Go(func() func() {
		ids, err := vault.Search(query, allWords)
		return func() {
			if round != c.find.round {
				return
			}
			c.find.looking = false
			if err == nil {
				c.find.deep = map[storage.ID]bool{}
				for _, id := range ids {
					c.find.deep[id] = true
				}
			}
			c.show()
			c.a.publish()
		}
	})
}

// allWords are all texts of a case file, without the codes among them.
func allWords(data []byte) string {
	var v struct {
		Answers map[string]map[string]any `json:"answers"`
	}
	if json.Unmarshal(data, &v) != nil {
		return ""
	}
	var out strings.Builder
	for _, answer := range v.Answers {
		for kind, x := range answer {
			if kind == "text" || kind == "longtext" || kind == "person" || kind == "authority" || kind == "address" || kind == "pending" {
				collect(x, &out)
			}
		}
	}
	return out.String()
}

func collect(v any, out *strings.Builder) {
	switch v := v.(type) {
	case string:
		out.WriteString(v + "\n")
	case []any:
		for _, x := range v {
			collect(x, out)
		}
	case map[string]any:
		for _, x := range v {
			collect(x, out)
		}
	}
}

// Filter shows the cases of a status; "" is all.
func (c *Cases) Filter(status string) {
	c.find.status = caseStatus(status)
	c.show()
	c.a.publish()
}

// SortBy sorts by a column: upward, downward, then again as they were.
func (c *Cases) SortBy(column string) {
	f := &c.find
	switch {
	case f.column != column:
		f.column, f.order = column, Upward
	case f.order == Upward:
		f.order = Downward
	default:
		f.column, f.order = "", NoOrder
	}
	c.show()
	c.a.publish()
}

// show finds the rows that are shown and puts them in order.
func (c *Cases) show() {
	f := &c.find
	wanted := strings.Fields(storage.Fold(f.query))
	shown := make([]int, 0, len(c.rows))
	for i := range c.rows {
		if (f.status == "" || f.status == c.rows[i].status) && (len(wanted) == 0 || c.has(i, wanted)) {
			shown = append(shown, i)
		}
	}
	if f.column != "" {
		slices.SortStableFunc(shown, func(i, j int) int {
			if f.order == Downward {
				i, j = j, i
			}
			return c.compare(i, j)
		})
	}
	f.rows = make([]*CaseRow, len(shown))
	for n, i := range shown {
		f.rows[n] = &c.rows[i]
	}
}

// has tells whether a case has all the words.
func (c *Cases) has(i int, wanted []string) bool {
	if c.find.deep[c.stored[i].id] {
		return true
	}
	row, words := &c.rows[i], c.stored[i].digest.Words
	title := ""
	return !slices.ContainsFunc(wanted, func(w string) bool {
		if strings.Contains(words, w) {
			return false
		}
		if title == "" {
			title = storage.Fold(row.Title + " " + row.Caption + " " + row.For)
		}
		return !strings.Contains(title, w)
	})
}

// compare compares two cases by the column. What has no date comes last.
func (c *Cases) compare(i, j int) int {
	switch c.find.column {
	case columnCase:
		return cmp.Compare(c.ranks.title[i], c.ranks.title[j])
	case columnFor:
		return cmp.Compare(c.ranks.name[i], c.ranks.name[j])
	case columnStatus:
		return cmp.Compare(statusRank(c.rows[i].status), statusRank(c.rows[j].status))
	case columnNext:
		a, b := c.rows[i].next, c.rows[j].next
		if a.IsZero() || b.IsZero() {
			return cmp.Compare(absent(a), absent(b))
		}
		return a.Compare(b)
	}
	return 0
}

// absent orders what has a date before what has none.
func absent(d forms.Date) int {
	if d.IsZero() {
		return 1
	}
	return 0
}

// finder writes the search, the filter and the columns.
func (c *Cases) finder(s *CasesScreen) {
	a, f := c.a, &c.find
	s.Search = SearchField{Name: a.text("ui.cases.search"), Hint: a.text("ui.cases.search"), Value: f.query}
	s.Filter.Name = a.text("ui.cases.filter")
	s.Filter.Options = []Option{{Label: a.text("ui.cases.all"), Chosen: f.status == ""}}
	for _, x := range caseStatuses() {
		s.Filter.Options = append(s.Filter.Options, Option{Code: string(x), Label: a.text(i18n.Key("ui.cases.status." + x)), Chosen: f.status == x})
	}
	for _, code := range []string{columnCase, columnFor, columnStatus, columnNext} {
		col := Column{Code: code, Title: a.text(i18n.Key("ui.cases.column." + code))}
		if f.column == code {
			col.Order, col.Words = f.order, a.text("ui.cases.upward")
			if f.order == Downward {
				col.Words = a.text("ui.cases.downward")
			}
		}
		s.Columns = append(s.Columns, col)
	}
	if f.query != "" || f.status != "" {
		s.Found = a.t.Text("ui.cases.found", i18n.Args{"shown": len(f.rows), "all": len(c.rows)})
	}
	if f.looking {
		s.Looking = a.text("ui.cases.looking")
	}
}
