package forms

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"recourse/i18n"
)

type caseFile struct {
	Format   int                      `json:"format"`
	ID       string                   `json:"id"`
	Language i18n.Tag                 `json:"language"`
	Answers  map[Path]json.RawMessage `json:"answers"`
	Exhibits []Exhibit                `json:"exhibits"`
	Filings  []Filing                 `json:"filings"`
}

// EncodeCase writes a case as a case file (docs/CASEFILE.md), always in the same
// bytes for the same case.
func EncodeCase(c Case) ([]byte, error) {
	file := caseFile{Format: CaseFormat, ID: c.ID, Language: c.Language,
		Answers: map[Path]json.RawMessage{}, Exhibits: c.Exhibits, Filings: c.Filings}
	for p, a := range c.Answers.All() {
		raw, err := encodeAnswer(a)
		if err != nil {
			return nil, fmt.Errorf("encode case: %s: %w", p, err)
		}
		file.Answers[p] = raw
	}
	if file.Exhibits == nil {
		file.Exhibits = []Exhibit{}
	}
	if file.Filings == nil {
		file.Filings = []Filing{}
	}
	return marshal(file)
}

func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return b.Bytes(), err
}

// DecodeCase reads a case file. Its errors are of type *FileError.
func DecodeCase(data []byte) (Case, error) {
	if err := checkJSON(data); err != nil {
		return Case{}, err
	}
	if err := checkFormat(data); err != nil {
		return Case{}, err
	}
	var file caseFile
	if err := decodeStrict(data, "", &file); err != nil {
		return Case{}, err
	}
	if !ValidItem(file.ID) {
		return Case{}, faultAt("id", "this is no UUID in lower case")
	}
	tag, err := i18n.ParseTag(string(file.Language))
	if err != nil || tag != file.Language {
		return Case{}, faultAt("language", "this is no language tag such as \"en\" or \"ar\"")
	}
	answers, err := decodeAnswers(file.Answers)
	if err != nil {
		return Case{}, err
	}
	c := Case{ID: file.ID, Language: tag, Answers: answers, Exhibits: file.Exhibits, Filings: file.Filings}
	if err := checkExhibits(c.Exhibits); err != nil {
		return Case{}, err
	}
	return c, checkFilings(c.Filings)
}

func checkFormat(data []byte) error {
	var head struct {
		Format *int `json:"format"`
	}
	if err := json.Unmarshal(data, &head); err != nil || head.Format == nil {
		return faultAt("format", "this is no case file: a case file has a format number")
	}
	switch {
	case *head.Format > CaseFormat:
		return faultAt("format", "the file has format %d and was written by a newer version; this one reads up to %d: install the newer version", *head.Format, CaseFormat)
	case *head.Format < 1:
		return faultAt("format", "%d is no format of case files", *head.Format)
	}
	return nil
}

func decodeAnswers(raw map[Path]json.RawMessage) (Answers, error) {
	m := make(map[Path]Answer, len(raw))
	for _, p := range sortedPaths(raw) {
		at := "answers." + string(p)
		if !p.Valid() {
			return Answers{}, faultAt(at, "this is no path of a question: see docs/CASEFILE.md")
		}
		a, err := decodeAnswer(raw[p], at)
		if err != nil {
			return Answers{}, err
		}
		m[p] = a
	}
	return Answers{m}, nil
}

func sortedPaths(raw map[Path]json.RawMessage) []Path {
	paths := make([]Path, 0, len(raw))
	for p := range raw {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	return paths
}

func checkExhibits(list []Exhibit) error {
	seen := map[string]bool{}
	for i, e := range list {
		at := fmt.Sprintf("exhibits.%d", i)
		sum, err := hex.DecodeString(e.SHA256)
		switch {
		case !ValidItem(e.ID):
			return faultAt(at+".id", "this is no UUID in lower case")
		case seen[e.ID]:
			return faultAt(at+".id", "two exhibits have this id: keep one of them")
		case e.Size < 0:
			return faultAt(at+".size", "a size cannot be negative")
		case err != nil || len(sum) != 32:
			return faultAt(at+".sha256", "a SHA-256 has 64 hexadecimal digits")
		}
		seen[e.ID] = true
	}
	return nil
}

func checkFilings(list []Filing) error {
	seen := map[ProcedureID]bool{}
	for i, f := range list {
		at := fmt.Sprintf("filings.%d", i)
		switch {
		case f.Procedure == "":
			return faultAt(at+".procedure", "the id of the procedure is missing")
		case seen[f.Procedure]:
			return faultAt(at+".procedure", "two filings are for this procedure: keep one of them")
		case f.Status != FilingDraft && f.Status != FilingFiled:
			return faultAt(at+".status", "this is neither draft nor filed")
		case (f.Status == FilingFiled) != (f.Filed != nil):
			return faultAt(at+".filed", "the record of what was filed stands exactly where the status is filed")
		case f.Filed != nil && f.Filed.Proof != "" && !ValidItem(f.Filed.Proof):
			return faultAt(at+".filed.proof", "this is no UUID in lower case")
		}
		if _, err := i18n.ParseTag(string(f.DocumentLanguage)); f.DocumentLanguage != "" && err != nil {
			return faultAt(at+".document_language", "this is no language tag such as \"en\" or \"ar\"")
		}
		seen[f.Procedure] = true
	}
	return nil
}
