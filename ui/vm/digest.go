package vm

import (
	"encoding/json"
	"hash/fnv"
	"strconv"
	"strings"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/storage"
)

// digest is what the list shows of a case, in no language. The vault keeps it in
// its sealed index, so that a list of ten thousand cases opens none of them.
type digest struct {
	Title   string         `json:"t,omitempty"` // the other side, where it is named
	Person  string         `json:"p,omitempty"`
	Matter  string         `json:"m,omitempty"` // the first matter of the facts
	Filings []filingDigest `json:"f,omitempty"`
	Words   string         `json:"w,omitempty"` // folded: names, references, the words of the story
}

// filingDigest is what the list shows of a filing.
type filingDigest struct {
	Procedure ProcedureID   `json:"p"`
	Done      int           `json:"d"`
	Total     int           `json:"n"`
	Complete  bool          `json:"c,omitempty"`
	Filed     forms.Date    `json:"on,omitzero"`
	Limits    []limitDigest `json:"l,omitempty"`
}

// limitDigest is a limit or clock.
type limitDigest struct {
	Rule forms.ID           `json:"r"`
	Kind forms.DeadlineKind `json:"k"`
	Day  forms.Date         `json:"d,omitzero"`
}

// mostWords is how many bytes of words of a story the digest of a case holds. What
// is beyond is found by reading the case.
const mostWords = 1200

// digester makes digests. It may be used by several at a time.
type digester struct {
	w     World
	today forms.Date
}

// scheme names the digests of this version and its procedures.
func (d digester) scheme() string {
	h := fnv.New64a()
	for _, e := range d.w.Library.Index() {
		h.Write([]byte(string(e.ID) + strconv.Itoa(e.Version) + ";"))
	}
	return "recourse 1 " + strconv.FormatUint(h.Sum64(), 36)
}

// summarise is the digest of a case file as text; "" for what is none.
func (d digester) summarise(data []byte) string {
	c, err := forms.DecodeCase(data)
	if err != nil {
		return ""
	}
	return d.text(d.digest(c))
}

// text is a digest as the index holds it.
func (digester) text(x digest) string {
	out, err := json.Marshal(x)
	if err != nil {
		return ""
	}
	return string(out)
}

func (d digester) digest(c forms.Case) digest {
	out := digest{Title: otherSide(c.Answers), Person: personName(c.Answers), Words: words(c.Answers)}
	if matter, _ := c.Answers.Value(factMatter).(forms.Multi); len(matter) > 0 {
		out.Matter = matter[0]
	}
	for _, f := range c.Filings {
		out.Filings = append(out.Filings, d.filing(c, f))
	}
	return out
}

func (d digester) filing(c forms.Case, f forms.Filing) filingDigest {
	out := filingDigest{Procedure: f.Procedure}
	if f.Filed != nil {
		out.Filed = f.Filed.On
	}
	p, ok := d.w.Library.Procedure(f.Procedure)
	if !ok {
		return out
	}
	s := interview.ResolveCase(p, c, d.today)
	out.Done, out.Total, out.Complete = s.Progress.Done, s.Progress.Total, s.Complete()
	for _, x := range s.Deadlines {
		if !s.Awaits(x) {
			out.Limits = append(out.Limits, limitDigest{x.Rule.ID, x.Rule.Kind, x.Day})
		}
	}
	return out
}

// otherSide is what a case is called by: the other side, where it is named.
func otherSide(a forms.Answers) string {
	for _, p := range titled() {
		if text, ok := a.Value(p).(forms.Text); ok && text != "" {
			return string(text)
		}
	}
	return ""
}

// words are those by which a case is found, folded: first all names and references,
// then each word of the story once, as far as there is room.
func words(a forms.Answers) string {
	var names, story strings.Builder
	for _, x := range a.All() {
		switch v := x.Value.(type) {
		case forms.Text:
			names.WriteString(string(v) + " ")
		case forms.Person:
			names.WriteString(v.Given + " " + v.Family + " ")
		case forms.AuthorityRef:
			names.WriteString(v.Name + " " + string(v.ID) + " ")
		case forms.Prose:
			story.WriteString(v.Words + " ")
		}
	}
	out := storage.Fold(names.String())
	seen := map[string]bool{}
	for w := range strings.FieldsSeq(storage.Fold(story.String())) {
		if len(out) > mostWords {
			break
		}
		if !seen[w] {
			seen[w] = true
			out += w + " "
		}
	}
	return strings.TrimSpace(out)
}

// pressing is the limit that matters most of a filing; ok is false for none. Once
// it was filed, only what the other side has to keep matters.
func (f filingDigest) pressing() (best limitDigest, ok bool) {
	for _, l := range f.Limits {
		after := !f.Filed.IsZero()
		if l.Kind == forms.NoDeadline || after && (l.Kind != forms.AuthorityClock || l.Day.IsZero()) {
			continue
		}
		if !ok || l.before(best) {
			best, ok = l, true
		}
	}
	return best, ok
}
