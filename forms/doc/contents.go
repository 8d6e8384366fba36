package doc

// Contents is the table of contents: a row for each heading behind it down to the
// Depth, with its number, a line of dots and the page that it stands on. Layout
// finds the headings and the pages; without headings it has no rows. The heading
// above it is a block of its own.
type Contents struct {
	Depth int // the lowest level that is listed; 0 is as 1
}

func (Contents) isBlock() {}

// Lists tells whether a heading has a row in c.
func (c Contents) Lists(h Heading) bool { return max(h.Level, 1) <= max(c.Depth, 1) }
