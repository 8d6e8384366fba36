package packs

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// lawSource is what a scaffold takes from a file of the law catalogue.
type lawSource struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Short    string `json:"short_name"`
	Role     string `json:"pdf_role"`
	AsOf     string `json:"as_of"`
	Warnings []string
	Gates    []struct{ ID, Ask, Note, Route string } `json:"standing_gates"`
	Grounds  []struct{ ID, Text, Article string }
	Sources  []struct{ Title, URL, Grade string }
	Sections []struct {
		ID     string
		Fields []struct{ Key string }
	} `json:"form_sections"`
	Deadlines []struct {
		ID, What, Unit, Kind, Trigger, Grade string
		Length                               int
		Verified                             bool
		From                                 string `json:"valid_from"`
		To                                   string `json:"valid_to"`
	}
	Remedies []string
	Cost     []string
}

// ScaffoldFromLaw makes the files of a new procedure out of a file of the law
// catalogue: sources, gates as questions with their notices, grounds, warnings and
// deadlines stand there with their marks, in the words of that file, and everything
// else that it names is an omission with the reason that it is still to be written.
func ScaffoldFromLaw(law []byte, asOf forms.Date) (id forms.ProcedureID, files map[string][]byte, err error) {
	src, err := readLawSource(law)
	if err != nil {
		return "", nil, err
	}
	id = forms.ProcedureID(src.ID)
	if files, err = scaffoldOf(id, src, asOf, ""); err != nil {
		return "", nil, err
	}
	files["law.json"] = law
	return id, files, nil
}

// ScaffoldPart makes the files of a new procedure out of a part of the law file of
// another one: a letter that comes before its filing, or a paper that belongs to it.
// The law file lies in the folder law, its items are named with its id, and what
// the procedure does not use of it needs no omission.
func ScaffoldPart(id forms.ProcedureID, law []byte, asOf forms.Date) (files map[string][]byte, err error) {
	src, err := readLawSource(law)
	if err != nil {
		return nil, err
	}
	if string(id) == src.ID {
		return nil, fmt.Errorf("make pack: %s is the procedure of the law file itself, not a part of it", id)
	}
	if files, err = scaffoldOf(id, src, asOf, src.ID+"/"); err != nil {
		return nil, err
	}
	files["law/"+src.ID+".json"] = law
	return files, nil
}

func readLawSource(law []byte) (src lawSource, err error) {
	if err := json.Unmarshal(law, &src); err != nil {
		return src, fmt.Errorf("read law file: %w", err)
	}
	if !ValidID(forms.ProcedureID(src.ID)) {
		return src, fmt.Errorf("read law file: %q is no id of a procedure", src.ID)
	}
	return src, nil
}

// scaffoldOf makes the files but for the law file itself, whose items are named
// with a prefix.
func scaffoldOf(id forms.ProcedureID, src lawSource, asOf forms.Date, prefix string) (files map[string][]byte, err error) {
	if files, err = Scaffold(id, asOf); err != nil {
		return nil, err
	}
	s := &lawScaffold{src: src, prefix: prefix, texts: map[string]string{}}
	if err := json.Unmarshal(files["lang/en.json"], &s.texts); err != nil {
		return nil, fmt.Errorf("make pack: %w", err)
	}
	if err := decodeYAML(files["procedure.yaml"], &s.raw); err != nil {
		return nil, fmt.Errorf("make pack: %w", err)
	}
	s.fill()
	texts, err := json.Marshal(s.texts)
	if err != nil {
		return nil, fmt.Errorf("make pack: %w", err)
	}
	catalog, err := i18n.ParseCatalog("en", texts)
	if err != nil {
		return nil, fmt.Errorf("make pack: %w", err)
	}
	files["procedure.yaml"], files["lang/en.json"] = canonical(&s.raw), catalog.Canonical()
	delete(files, "scenarios/first.txtar") // it answers the questions of the plain scaffold alone
	return files, nil
}

// lawScaffold fills a scaffold from a law file.
type lawScaffold struct {
	src    lawSource
	prefix string // of the items of the law file; "" where it is that of the pack
	raw    rawProcedure
	texts  map[string]string
}

// unwritten is the reason of an omission that an author is to replace.
const unwritten = "still to be written"

func (s *lawScaffold) fill() {
	s.raw.Role = s.src.Role
	s.text("ask.name", s.src.Name)
	s.text("ask.short", s.src.Short)
	s.text("doc.title", s.src.Name)
	s.text("doc.short", s.src.Short)
	s.raw.Sources = nil
	for i, x := range s.src.Sources {
		s.raw.Sources = append(s.raw.Sources, rawSource{ID: "s" + strconv.Itoa(i+1), Title: x.Title, URL: x.URL, Grade: x.Grade, Retrieved: s.raw.AsOf})
	}
	s.gates()
	s.grounds()
	s.warnings()
	s.deadlines()
	for _, section := range s.src.Sections {
		for _, f := range section.Fields {
			s.omit(s.item("form", section.ID+"."+f.Key))
		}
	}
}

// item is how the pack names an item of the law file.
func (s *lawScaffold) item(list, id string) string { return s.prefix + list + "." + id }

// omit leaves an item out; a pack of a part need not say so.
func (s *lawScaffold) omit(item string) {
	if s.prefix != "" {
		return
	}
	s.raw.Omits = append(s.raw.Omits, rawOmission{Law: item, Reason: unwritten})
}

// text sets a text without the marks and braces of the law file.
func (s *lawScaffold) text(key, words string) {
	words = strings.Join(strings.Fields(lawMark.ReplaceAllString(words, "")), " ")
	words = strings.NewReplacer("{", "(", "}", ")").Replace(words)
	if words == "" {
		words = key
	}
	s.texts[key] = words
}

var (
	lawMark = regexp.MustCompile(`\[(verified|secondary|unverified)(, (high|medium|low))?\]`)
	noWord  = regexp.MustCompile(`[^a-z0-9]+`)
)

// slug makes a name out of an id of the law file, with letters first.
func slug(id, join, lead string) string {
	out := strings.Trim(noWord.ReplaceAllString(strings.ToLower(id), join), join)
	if out == "" || out[0] >= '0' && out[0] <= '9' {
		out = lead + out
	}
	return out
}

// markWithin is the mark that the marks within a text allow; ok is false for one
// that is too weak to be in a pack.
func markWithin(text string) (mark forms.Mark, ok bool) {
	switch {
	case strings.Contains(text, "[unverified, medium]"), strings.Contains(text, "[unverified, low]"), strings.Contains(text, "[unverified]"):
		return "", false
	case strings.Contains(text, "[unverified, high]"):
		return forms.Unverified, true
	case strings.Contains(text, "[secondary]"):
		return forms.SecondHand, true
	case strings.Contains(text, "[verified]"):
		return forms.Verified, true
	}
	return forms.EditorialNote, true
}

// section adds a section of the procedure's own before that of the person.
func (s *lawScaffold) section(id, title string, items []rawItem) {
	if len(items) == 0 {
		return
	}
	at := slices.IndexFunc(s.raw.Sections, func(x rawSection) bool { return x.Use == "person" })
	s.raw.Sections = slices.Insert(s.raw.Sections, at, rawSection{ID: id, Items: items})
	s.text("ask.s."+id, title)
}

func (s *lawScaffold) gates() {
	var items []rawItem
	for _, g := range s.src.Gates {
		name := "gate_" + slug(g.ID, "_", "g")
		item := s.item("standing_gates", g.ID)
		items = append(items, rawItem{ID: name, Kind: string(forms.KindYesNo), Required: "always", Private: true})
		s.text("ask.q."+name, g.Ask)
		n := rawNotice{ID: name, Effect: string(forms.Warn), When: name + " is no", At: name, Law: []string{item}, Mark: string(forms.EditorialNote)}
		if g.Route != "" {
			n.Effect, n.Route = string(forms.EffectOtherRoute), g.Route
		}
		s.raw.Notices = append(s.raw.Notices, n)
		s.text("ask.n."+name, g.Note)
		s.text("ask.n."+name+".do", "Say what to do next.")
	}
	s.section("gates", "Is this for you?", items)
}

func (s *lawScaffold) grounds() {
	if len(s.src.Grounds) == 0 {
		return
	}
	q := rawItem{ID: "grounds", Kind: string(forms.KindMulti), Required: "always"}
	for _, g := range s.src.Grounds {
		code := slug(g.ID, "-", "g")
		q.Options = append(q.Options, rawOption{Code: code, Article: g.Article != "", Law: []string{s.item("grounds", g.ID)}, Mark: string(forms.EditorialNote)})
		s.text("ask.q.grounds.o."+code, g.Text)
		s.text("doc.q.grounds.o."+code, g.Text)
		if g.Article != "" {
			s.text("doc.q.grounds.o."+code+".article", g.Article)
		}
	}
	s.text("ask.q.grounds", "Why is it wrong?")
	s.text("doc.q.grounds", "Grounds")
	s.text("doc.h.grounds", "Grounds")
	s.section("reasons", "Grounds", []rawItem{q})
	at := slices.IndexFunc(s.raw.Outline, func(b rawBlock) bool { return b.Block == string(forms.BlockExhibits) })
	s.raw.Outline = slices.Insert(s.raw.Outline, at, rawBlock{Block: string(forms.BlockSection), ID: "grounds", Items: []rawEntry{{Checklist: "grounds"}}})
}

func (s *lawScaffold) warnings() {
	for i, w := range s.src.Warnings {
		name, item := "warning_"+strconv.Itoa(i+1), s.item("warnings", strconv.Itoa(i+1))
		mark, ok := markWithin(w)
		if !ok {
			s.omit(item)
			continue
		}
		s.raw.Notices = append(s.raw.Notices, rawNotice{ID: name, Effect: string(forms.Warn), At: string(forms.AtStart), Law: []string{item}, Mark: string(mark)})
		s.text("ask.n."+name, w)
		s.text("ask.n."+name+".do", "Say what to do next.")
	}
}

func (s *lawScaffold) deadlines() {
	s.raw.Deadlines = nil
	delete(s.texts, "ask.d.filing")
	var items []rawItem
	for _, d := range s.src.Deadlines {
		name, item := slug(d.ID, "_", "d"), s.item("deadlines", d.ID)
		if !d.Verified {
			s.omit(item)
			continue
		}
		mark := forms.Verified
		if d.Grade == string(forms.Secondary) {
			mark = forms.SecondHand
		}
		raw := rawDeadline{ID: name, Kind: d.Kind, Trigger: d.Trigger, Law: []string{item}, Mark: string(mark)}
		if d.From != "" || d.To != "" {
			raw.Valid = &rawValid{From: d.From, To: d.To}
		}
		unit := strings.TrimPrefix(d.Unit, "calendar-")
		switch {
		case d.Length < 1 || unit == string(forms.Hours):
		case d.Trigger == string(forms.Lodged):
			raw.Lodged, raw.Count = true, &rawCount{Length: d.Length, Unit: unit}
		default:
			raw.Count = &rawCount{From: "on_" + name, Length: d.Length, Unit: unit}
			items = append(items, rawItem{ID: "on_" + name, Kind: string(forms.KindDate), Checks: []rawCheck{{Code: "not-future"}},
				Skips: []string{string(forms.DontKnow)}, Private: true})
			s.text("ask.q.on_"+name, "On which day did the time limit begin: "+d.What+"?")
		}
		s.raw.Deadlines = append(s.raw.Deadlines, raw)
		s.text("ask.d."+name, d.What)
	}
	s.section("limits", "Time limits", items)
}
