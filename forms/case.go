package forms

import "recourse/i18n"

// CaseFormat is the number of the format of case files that this version writes
// (docs/CASEFILE.md). A newer one is refused.
const CaseFormat = 1

// Case is everything about one matter of one person: the facts, told once, and
// the filings made of them. A Case is a value; its answers are immutable.
type Case struct {
	ID       string   // UUID
	Language i18n.Tag // the person's language
	Answers  Answers
	Exhibits []Exhibit
	Filings  []Filing
}

// Exhibit is the file of an item of the repeat "exhibits.list", whose id it
// shares: title and purpose are answers there, the bytes lie in the storage.
type Exhibit struct {
	ID     string `json:"id"`
	Name   string `json:"name"` // the file's name as it was added
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

// Filing is the use of a case in one procedure.
type Filing struct {
	Procedure        ProcedureID  `json:"procedure"`
	PackVersion      int          `json:"pack_version"`
	DocumentLanguage i18n.Tag     `json:"document_language,omitempty"` // "" = not yet chosen
	Status           FilingStatus `json:"status"`
	Filed            *Filed       `json:"filed,omitempty"` // set when Status is filed
}

// Filed is the record of what was filed.
type Filed struct {
	On        Date   `json:"on"`
	Body      string `json:"body"` // the body as it stood in the document
	Channel   string `json:"channel,omitempty"`
	Reference string `json:"reference,omitempty"`
	Proof     string `json:"proof,omitempty"` // the exhibit that shows it, such as the receipt
	Note      string `json:"note,omitempty"`  // what else the person keeps of it
}

// FilingStatus is how far a filing is.
type FilingStatus string

// The states of a filing.
const (
	FilingDraft FilingStatus = "draft"
	FilingFiled FilingStatus = "filed"
)

// Filing finds the filing of a procedure.
func (c Case) Filing(id ProcedureID) (Filing, bool) {
	for _, f := range c.Filings {
		if f.Procedure == id {
			return f, true
		}
	}
	return Filing{}, false
}

// WithFiling returns the case with f in place of the filing of that procedure,
// or added at the end.
func (c Case) WithFiling(f Filing) Case {
	filings := make([]Filing, 0, len(c.Filings)+1)
	found := false
	for _, old := range c.Filings {
		if old.Procedure == f.Procedure {
			old, found = f, true
		}
		filings = append(filings, old)
	}
	if !found {
		filings = append(filings, f)
	}
	c.Filings = filings
	return c
}

// String says nothing of the case but its id.
func (c Case) String() string { return "case " + c.ID }

// GoString is as String: a case never gets into a log or a panic.
func (c Case) GoString() string { return c.String() }
