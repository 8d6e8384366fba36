package pdf

import (
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"recourse/forms/layout"
	"recourse/i18n"
)

// tree writes the structure tree into a file. Its number tree leads back from
// marked content and annotations to the elements: the keys of the pages are
// their numbers, those of the annotations follow (ISO 32000-1, 14.7.4.4).
type tree struct {
	file    *file
	pages   []types.IndirectRef
	content []types.Array // by page and number of marked content
	links   map[linkMark]annotation
	owners  []types.Object // of the annotations, in their order
}

// annotation is an annotation of the file and its place in the number tree.
type annotation struct {
	object types.IndirectRef
	number int // among the annotations
}

// structure writes the tree of a tagger and returns the root of it.
func (t *tree) structure(tags *tagger, lang i18n.Tag) types.IndirectRef {
	tags.square()
	root := types.Dict{"Type": types.Name("StructTreeRoot")}
	ref := t.file.add(root)
	root["K"] = t.element(tags.root, ref, lang)
	var nums types.Array
	for i, content := range t.content {
		nums = append(nums, types.Integer(i), t.file.add(content))
	}
	for i, owner := range t.owners {
		nums = append(nums, types.Integer(len(t.pages)+i), owner)
	}
	root["ParentTree"] = t.file.add(types.Dict{"Nums": nums})
	root["ParentTreeNextKey"] = types.Integer(len(t.pages) + len(t.owners))
	return ref
}

// element writes an element below a parent whose language is given.
func (t *tree) element(e *element, parent types.IndirectRef, lang i18n.Tag) types.IndirectRef {
	node := t.node(e.kind, parent)
	if e.name != "" {
		node.dict["A"] = types.Dict{"O": types.Name(e.owner), e.name: types.Name(e.value)}
	}
	if e.alt != "" {
		node.dict["Alt"], node.dict["A"] = text(e.alt), figureLayout(e.box)
	}
	lang = node.speak(e.language(lang), lang)
	for _, kid := range e.kids {
		node.add(t.element(kid, node.ref, lang))
	}
	for _, s := range e.segments {
		t.segment(s, node, lang)
	}
	return node.ref
}

// figureLayout says where a figure stands on its page.
func figureLayout(box []layout.Length) types.Dict {
	var sides types.Array
	for _, side := range box {
		sides = append(sides, points(side))
	}
	return types.Dict{"O": types.Name("Layout"), "BBox": sides, "Placement": types.Name("Block")}
}

// language returns the language of an element: that of its words where they
// have one, else that of its parent.
func (e *element) language(parent i18n.Tag) i18n.Tag {
	for _, s := range e.segments {
		if s.lang != e.segments[0].lang {
			return parent
		}
	}
	if len(e.segments) > 0 && e.segments[0].lang != "" {
		return e.segments[0].lang
	}
	return parent
}

// node is an element that is being written.
type node struct {
	dict types.Dict
	ref  types.IndirectRef
	page int // of its marked content, -1 for none yet
}

func (t *tree) node(kind string, parent types.IndirectRef) *node {
	d := types.Dict{"Type": types.Name("StructElem"), "S": types.Name(kind), "P": parent}
	return &node{d, t.file.add(d), -1}
}

// speak gives the node a language where it is not that of its parent.
func (n *node) speak(lang, parent i18n.Tag) i18n.Tag {
	if lang == "" || lang == parent {
		return parent
	}
	n.dict["Lang"] = text(string(lang))
	return lang
}

func (n *node) add(kid types.Object) {
	kids, _ := n.dict["K"].(types.Array)
	n.dict["K"] = append(kids, kid)
}

// segment writes the words of an element: as its own content, or below a Span
// or a Link where they need a language, words to be spoken, or an annotation.
func (t *tree) segment(s *segment, n *node, lang i18n.Tag) {
	if len(s.links) > 0 {
		n = t.below("Link", n)
		lang = n.speak(s.lang, lang)
	}
	content := n
	words := ""
	if s.spoken {
		words = fitting(s.words())
	}
	if words != "" || s.lang != lang && s.lang != "" {
		content = t.below("Span", n)
		content.speak(s.lang, lang)
	}
	if words != "" {
		content.dict["ActualText"] = text(words)
	}
	for _, m := range s.marks {
		t.mark(m, content)
	}
	for _, l := range s.links {
		a := t.links[l]
		n.add(types.Dict{"Type": types.Name("OBJR"), "Obj": a.object, "Pg": t.pages[l.page]})
		t.owners[a.number] = n.ref
	}
}

// fitting returns words, or none where they are too long for one string: their
// characters can be read from the content all the same.
func fitting(words string) string {
	if len(words) > longestString && len(utf16.Encode([]rune(words))) > longestString {
		return ""
	}
	return words
}

// below writes an element as the next kid of a node.
func (t *tree) below(kind string, n *node) *node {
	kid := t.node(kind, n.ref)
	n.add(kid.ref)
	return kid
}

// mark makes marked content the next kid of a node.
func (t *tree) mark(m contentMark, n *node) {
	if n.page < 0 {
		n.page = m.page
		n.dict["Pg"] = t.pages[m.page]
	}
	if n.page == m.page {
		n.add(types.Integer(m.id))
	} else {
		n.add(types.Dict{"Type": types.Name("MCR"), "Pg": t.pages[m.page], "MCID": types.Integer(m.id)})
	}
	for len(t.content[m.page]) <= m.id {
		t.content[m.page] = append(t.content[m.page], nil)
	}
	t.content[m.page][m.id] = n.ref
}

// outline writes the bookmarks, one for each heading, below each other as the
// headings are. It returns nil where there are none.
func (t *tree) outline(headings []heading, pages []layout.Page) types.Object {
	if len(headings) == 0 {
		return nil
	}
	root := types.Dict{"Type": types.Name("Outlines")}
	open := []bookmark{{root, t.file.add(root), 0}}
	for _, h := range headings {
		for open[len(open)-1].level >= h.level {
			open = open[:len(open)-1]
		}
		item := types.Dict{"Title": text(h.words()), "Dest": types.Array{t.pages[h.page], types.Name("XYZ"), nil,
			points(min(pages[h.page].Height-h.top, pages[h.page].Height)), nil}}
		b := bookmark{item, t.file.add(item), h.level}
		t.hang(open[len(open)-1], b)
		for _, above := range open {
			count, _ := above.dict["Count"].(types.Integer)
			above.dict["Count"] = count + 1
		}
		open = append(open, b)
	}
	return open[0].ref
}

// bookmark is a bookmark that is being written.
type bookmark struct {
	dict  types.Dict
	ref   types.IndirectRef
	level int
}

// hang makes b the last bookmark below another.
func (t *tree) hang(above, b bookmark) {
	b.dict["Parent"] = above.ref
	if last, ok := above.dict["Last"].(types.IndirectRef); ok {
		b.dict["Prev"] = last
		t.file.resolve(last).(types.Dict)["Next"] = b.ref
	} else {
		above.dict["First"] = b.ref
	}
	above.dict["Last"] = b.ref
}

// words returns the number and the words of a heading.
func (h heading) words() string {
	var parts []string
	for _, e := range append(h.element.kids, h.element) {
		for _, s := range e.segments {
			parts = append(parts, s.words())
		}
		parts = append(parts, " ")
	}
	return strings.Join(strings.Fields(strings.Join(parts, "")), " ")
}
