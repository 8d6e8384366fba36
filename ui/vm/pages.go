package vm

import (
	"recourse/forms/interview"
)

// page is what is asked at one time: an item, and the items after it that belong
// to it.
type page struct {
	section int // index among the sections that are asked
	first   bool
	asked   []interview.Asked
}

// key is the path that a page is known by.
func (p page) key() Path { return p.asked[0].Path }

// pages cuts what is asked into pages. An item of a page is in the same item of
// a repeat as the first; a repeat has a page of its own.
func pages(s interview.State) []page {
	var out []page
	for i, sec := range s.Sections {
		for j, a := range sec.Asked {
			if j > 0 && joins(out[len(out)-1], a) {
				last := &out[len(out)-1]
				last.asked = append(last.asked, a)
				continue
			}
			out = append(out, page{section: i, first: j == 0, asked: []interview.Asked{a}})
		}
	}
	return out
}

func joins(p page, a interview.Asked) bool {
	first := p.asked[0]
	return a.Question != nil && a.Question.Together && first.Question != nil && first.Path.Prefix() == a.Path.Prefix()
}

// done tells whether everything on the page is answered or skipped.
func (p page) done() bool {
	for _, a := range p.asked {
		if !a.Done {
			return false
		}
	}
	return true
}

func (p page) has(at Path) bool {
	for _, a := range p.asked {
		if a.Path == at {
			return true
		}
	}
	return false
}

// pageOf finds the page that a path is on: -1 for none.
func pageOf(list []page, at Path) int {
	for i, p := range list {
		if p.has(at) {
			return i
		}
	}
	return -1
}
