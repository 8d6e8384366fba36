package vm

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"recourse/i18n"
)

// Files is the files of the machine, as far as the person chooses among them.
type Files interface {
	// Places are the folders where people keep files: the own one, documents,
	// downloads, media that are plugged in. The first is where choosing begins.
	Places() []string
	// List lists a folder without what is hidden. The errors are those of the
	// file system.
	List(folder string) ([]FileEntry, error)
	// Open opens a file to be read, and tells its size in bytes.
	Open(path string) (file io.ReadCloser, size int64, err error)
}

// FileEntry is a file or folder of a folder.
type FileEntry struct {
	Name     string
	Folder   bool
	Size     int64 // bytes, of a file
	Modified time.Time
}

// Chooser lets the person choose a file of the machine.
type Chooser struct {
	a       *App
	title   i18n.Key
	folder  string
	entries []FileEntry
	filter  string
	fault   fault
	then    func(path string)
}

// ChooserScreen is the files of a folder. Folders come first.
type ChooserScreen struct {
	Title   string
	Lead    string
	Folder  string   // its path
	Places  []Option // folders to go to at once
	Up      string   // words of the way to the folder above; "" at the top
	Search  string
	Filter  string
	Name    string // heads of the columns
	Changed string
	Size    string
	Rows    []FileRow
	Empty   string // said where there are no rows
	More    string // how many are not shown; "" for none
	Problem *Message
	Cancel  string
}

// FileRow is a file or folder to choose.
type FileRow struct {
	Name    string
	Path    string
	Folder  bool
	Kind    string // "Folder"; "" for a file
	Size    string
	Changed string
}

// mostFiles is how many files of a folder are shown; the rest is found by typing.
const mostFiles = 200

// Chooser is the choice of a file; nil where it is not on screen.
func (a *App) Chooser() *Chooser { return here[*Chooser](a) }

// choose lets the person choose a file, and goes back to where it was called.
func (a *App) choose(title i18n.Key, then func(path string)) {
	c := &Chooser{a: a, title: title, then: then}
	a.enter(c)
	places := a.w.Files.Places()
	if len(places) == 0 {
		places = []string{a.w.Exports}
	}
	c.Go(places[0])
}

// Go shows a folder.
func (c *Chooser) Go(folder string) {
	c.folder, c.filter, c.fault = folder, "", ""
	entries, err := c.a.w.Files.List(folder)
	if err != nil {
		c.fault = faultOf(err, faultFolder)
	}
	i18n.Sort(c.a.tag, entries, func(e FileEntry) string { return e.Name })
	slices.SortStableFunc(entries, foldersFirst)
	c.entries = entries
	c.a.publish()
}

func foldersFirst(a, b FileEntry) int {
	switch {
	case a.Folder == b.Folder:
		return 0
	case a.Folder:
		return -1
	}
	return 1
}

// Up shows the folder above.
func (c *Chooser) Up() { c.Go(filepath.Dir(c.folder)) }

// Search shows only what has a text in its name.
func (c *Chooser) Search(text string) {
	c.filter = text
	c.a.publish()
}

// Choose opens a folder, or ends with a file.
func (c *Chooser) Choose(row FileRow) {
	if row.Folder {
		c.Go(row.Path)
		return
	}
	c.a.leavePlace()
	c.then(row.Path)
	c.a.publish()
}

// Cancel goes back without a file.
func (c *Chooser) Cancel() {
	c.a.leavePlace()
	c.a.publish()
}

// speak changes nothing: a view has the words.
func (c *Chooser) speak() {}

func (c *Chooser) fill(v *View) {
	t := c.a.t
	s := &ChooserScreen{Title: t.Text(c.title, nil), Lead: t.Text("ui.file.lead", nil), Folder: c.folder,
		Search: t.Text("ui.file.search", nil), Filter: c.filter, Name: t.Text("ui.file.name", nil),
		Changed: t.Text("ui.file.changed", nil), Size: t.Text("ui.file.size", nil), Cancel: t.Text("ui.cancel", nil)}
	for _, place := range c.a.w.Files.Places() {
		s.Places = append(s.Places, Option{Code: place, Label: filepath.Base(place), Chosen: place == c.folder})
	}
	if filepath.Dir(c.folder) != c.folder {
		s.Up = t.Text("ui.file.up", nil)
	}
	c.rows(s)
	if c.fault != "" {
		m := c.fault.words(t)
		s.Problem = &m
	}
	v.Chooser = s
}

// rows writes the rows whose names have the wanted text.
func (c *Chooser) rows(s *ChooserScreen) {
	wanted, left := i18n.Fold(c.filter), 0
	for _, e := range c.entries {
		switch {
		case !strings.Contains(i18n.Fold(e.Name), wanted):
		case len(s.Rows) == mostFiles:
			left++
		default:
			s.Rows = append(s.Rows, c.row(e))
		}
	}
	if left > 0 {
		s.More = c.a.t.Text("ui.file.more", i18n.Args{"n": left})
	}
	if len(s.Rows) == 0 && c.fault == "" {
		s.Empty = c.a.text("ui.file.none")
	}
}

func (c *Chooser) row(e FileEntry) FileRow {
	m := e.Modified
	row := FileRow{Name: e.Name, Path: filepath.Join(c.folder, e.Name), Folder: e.Folder,
		Changed: i18n.Date(c.a.t.Writing(), m.Year(), int(m.Month()), m.Day())}
	if e.Folder {
		row.Kind = c.a.text("ui.file.folder")
	} else {
		row.Size = fileSize(c.a.t, e.Size)
	}
	return row
}

// fileSize says a size with at most one digit behind the point, in the units of a thousand.
func fileSize(t *i18n.Catalog, bytes int64) string {
	units := []i18n.Key{"ui.size.b", "ui.size.kb", "ui.size.mb", "ui.size.gb", "ui.size.tb"}
	tenths, unit := 10*bytes, 0
	for tenths >= 10_000 && unit < len(units)-1 {
		tenths, unit = (tenths+500)/1000, unit+1
	}
	return t.Plain(units[unit], i18n.Args{"n": i18n.Tenths(t.Writing(), tenths)})
}
