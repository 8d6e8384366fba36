package forms

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"recourse/i18n"
)

type moneyFile struct {
	Amount   string `json:"amount"`
	Currency string `json:"currency"`
}

type whenFile struct {
	Day       Date      `json:"day"`
	Precision Precision `json:"precision"`
}

type periodFile struct {
	From *whenFile `json:"from,omitempty"`
	To   *whenFile `json:"to,omitempty"`
}

// MarshalJSON writes the day as a string; the zero Date as "".
func (d Date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte(`""`), nil
	}
	return json.Marshal(d.String())
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(data []byte) error {
	var s string
	if err := json.Unmarshal(data, &s); err != nil {
		return &FileError{Msg: "a day is written as \"2026-11-23\""}
	}
	if s == "" {
		*d = Date{}
		return nil
	}
	got, err := ParseDate(s)
	if err != nil {
		return &FileError{Msg: "this is no day of the calendar: write it as 2026-11-23"}
	}
	*d = got
	return nil
}

func encodeAnswer(a Answer) (json.RawMessage, error) {
	switch {
	case a.Pending != "":
		return marshalField("pending", a.Pending)
	case a.Skip != "":
		return marshalField("skip", a.Skip)
	case a.Value == nil:
		return nil, fmt.Errorf("the answer is empty")
	}
	v, err := valueFile(a.Value)
	if err != nil {
		return nil, err
	}
	return marshalField(string(KindOf(a.Value)), v)
}

func marshalField(name string, v any) (json.RawMessage, error) {
	raw, err := marshal(map[string]any{name: v})
	return json.RawMessage(raw), err
}

func valueFile(v Value) (any, error) {
	switch v := v.(type) {
	case Money:
		amount, err := v.Amount()
		return moneyFile{amount, v.Currency}, err
	case When:
		return *fileOf(&v), nil
	case Period:
		return periodFile{fileOf(v.From), fileOf(v.To)}, nil
	case Items:
		if v == nil {
			return Items{}, nil
		}
	}
	return v, nil
}

func decodeAnswer(raw json.RawMessage, at string) (Answer, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil || len(fields) != 1 {
		return Answer{}, faultAt(at, "an answer is an object with exactly one field: see docs/CASEFILE.md")
	}
	for name, inner := range fields {
		at = join(at, name)
		switch name {
		case "skip":
			return decodeSkip(inner, at)
		case "pending":
			var s string
			if err := decodeStrict(inner, at, &s); err != nil || s == "" {
				return Answer{}, faultAt(at, "this is what was typed: a string, not empty")
			}
			return Answer{Pending: s}, nil
		}
		v, err := decodeValue(Kind(name), inner, at)
		return Answer{Value: v}, err
	}
	return Answer{}, nil
}

func decodeSkip(raw []byte, at string) (Answer, error) {
	var s Skip
	if err := decodeStrict(raw, at, &s); err != nil {
		return Answer{}, err
	}
	if s != DontKnow && s != PreferNot {
		return Answer{}, faultAt(at, "a skip is \"dont-know\" or \"prefer-not\"")
	}
	return Answer{Skip: s}, nil
}

// decodeValue reads the value of a kind and holds it to the rules of that kind.
func decodeValue(kind Kind, raw []byte, at string) (Value, error) {
	switch kind {
	case KindYesNo:
		return decodeAs(raw, at, func(v YesNo) error { return nil })
	case KindChoice:
		return decodeAs(raw, at, func(v Choice) error { return need(v != "", at, "the code is empty") })
	case KindMulti:
		return decodeAs(raw, at, func(v Multi) error { return distinct(v, at, false) })
	case KindText:
		return decodeAs(raw, at, func(v Text) error { return checkText(v, at) })
	case KindProse:
		return decodeAs(raw, at, func(v Prose) error { return checkProse(v, at) })
	case KindNumber:
		return decodeAs(raw, at, func(v Number) error { return nil })
	case KindMoney:
		return decodeMoney(raw, at)
	case KindDate:
		return decodeWhen(raw, at)
	case KindPeriod:
		return decodePeriod(raw, at)
	case KindPerson:
		return decodeAs(raw, at, func(v Person) error { return need(v != Person{}, at, "the name is empty") })
	case KindAddress:
		return decodeAs(raw, at, func(v Address) error { return checkAddress(v, at) })
	case KindCountry:
		return decodeAs(raw, at, func(v Country) error { return checkCountry(v, at) })
	case KindAuthority:
		return decodeAs(raw, at, func(v AuthorityRef) error { return checkAuthority(v, at) })
	case KindFiles:
		return decodeAs(raw, at, func(v Files) error { return uuids(v, at, false) })
	case KindItems:
		return decodeAs(raw, at, func(v Items) error { return uuids(v, at, true) })
	}
	return nil, faultAt(at, "there is no kind of answer with this name: see docs/CASEFILE.md")
}

func decodeAs[V Value](raw []byte, at string, check func(V) error) (Value, error) {
	if string(raw) == "null" {
		return nil, faultAt(at, "null is no answer: remove the answer instead")
	}
	var v V
	if err := decodeStrict(raw, at, &v); err != nil {
		return nil, err
	}
	if err := check(v); err != nil {
		return nil, err
	}
	return v, nil
}

func need(ok bool, at, msg string) error {
	if ok {
		return nil
	}
	return faultAt(at, "%s", msg)
}

func checkText(v Text, at string) error {
	if strings.ContainsFunc(string(v), unicode.IsControl) {
		return faultAt(at, "a text is one line without control characters")
	}
	return need(strings.TrimSpace(string(v)) != "", at, "the text is empty")
}

func checkProse(v Prose, at string) error {
	if err := checkWords(v.Words, v.Lang, at); err != nil {
		return err
	}
	for i, t := range v.Translations {
		if err := checkWords(t.Words, t.Lang, fmt.Sprintf("%s.translations.%d", at, i)); err != nil {
			return err
		}
	}
	return nil
}

func checkWords(words string, lang i18n.Tag, at string) error {
	if _, err := i18n.ParseTag(string(lang)); err != nil {
		return faultAt(at+".lang", "this is no language tag such as \"en\" or \"ar\"")
	}
	if strings.ContainsFunc(words, badControl) {
		return faultAt(at+".words", "there is a control character in the words: remove it")
	}
	return need(strings.TrimSpace(words) != "", at+".words", "the words are empty")
}

func badControl(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }

func checkAddress(v Address, at string) error {
	if v.Country != "" {
		if err := need(i18n.ValidCountry(string(v.Country)), at+".country", noCountry); err != nil {
			return err
		}
	}
	return need(len(v.Lines) > 0 || v.City != "" || v.Postcode != "" || v.Region != "" || v.Country != "", at, "the address is empty")
}

const noCountry = "this is no ISO 3166-1 code of a country, upper case, such as \"DE\""

// checkCountry allows the codes of past States and disputed territories too: the
// person's choice is kept, and has its problem.
func checkCountry(v Country, at string) error {
	_, outside := i18n.Successors(string(v))
	return need(outside || i18n.ValidCountry(string(v)), at, noCountry)
}

func checkAuthority(v AuthorityRef, at string) error {
	return need((v.ID != "") != (v.Name != ""), at, "an authority has either an id or a name")
}

func distinct(codes []string, at string, empty bool) error {
	if len(codes) == 0 && !empty {
		return faultAt(at, "the list is empty: remove the answer instead")
	}
	seen := map[string]bool{}
	for i, c := range codes {
		if seen[c] {
			return faultAt(fmt.Sprintf("%s.%d", at, i), "this stands twice in the list: keep one of them")
		}
		seen[c] = true
	}
	return nil
}

func uuids(ids []string, at string, empty bool) error {
	for i, id := range ids {
		if !ValidItem(id) {
			return faultAt(fmt.Sprintf("%s.%d", at, i), "this is no UUID in lower case")
		}
	}
	return distinct(ids, at, empty)
}

func decodeMoney(raw []byte, at string) (Value, error) {
	var f moneyFile
	if err := decodeStrict(raw, at, &f); err != nil {
		return nil, err
	}
	m, err := ParseMoney(f.Amount, f.Currency)
	if err != nil {
		return nil, faultAt(at, "this is no amount in a currency: write the amount as 12.50 and the currency as EUR")
	}
	return m, nil
}

func decodeWhen(raw []byte, at string) (Value, error) {
	var f whenFile
	if err := decodeStrict(raw, at, &f); err != nil {
		return nil, err
	}
	w := *whenOf(&f)
	if !w.Valid() {
		return nil, faultAt(at, "a date has a day, and a precision exact, about or year; with year, the day is 1 January")
	}
	return w, nil
}

func decodePeriod(raw []byte, at string) (Value, error) {
	var f periodFile
	if err := decodeStrict(raw, at, &f); err != nil {
		return nil, err
	}
	p := Period{whenOf(f.From), whenOf(f.To)}
	if p.From == nil && p.To == nil || p.From != nil && !p.From.Valid() || p.To != nil && !p.To.Valid() {
		return nil, faultAt(at, "a period has a beginning or an end, each a date")
	}
	return p, nil
}

func fileOf(w *When) *whenFile {
	if w == nil {
		return nil
	}
	return &whenFile{w.Date, w.Precision}
}

func whenOf(f *whenFile) *When {
	if f == nil {
		return nil
	}
	return &When{f.Day, f.Precision}
}
