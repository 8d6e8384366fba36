package forms_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"recourse/forms"
	"recourse/i18n"
)

func uuids() *rapid.Generator[string] {
	return rapid.StringMatching(`[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}`)
}

func line() *rapid.Generator[string] {
	return rapid.StringMatching(`[\pL\pN][\pL\pN «»“”’&<>"\\/.-]{0,40}`)
}

func when() *rapid.Generator[forms.When] {
	return rapid.Custom(func(t *rapid.T) forms.When {
		w := forms.When{Date: forms.Date{Year: rapid.IntRange(1900, 2200).Draw(t, "year"), Month: 1, Day: 1}, Precision: forms.YearOnly}
		if rapid.Bool().Draw(t, "day") {
			w.Precision = rapid.SampledFrom([]forms.Precision{forms.Exact, forms.About}).Draw(t, "precision")
			w.Date = w.Date.AddDays(rapid.IntRange(0, 364).Draw(t, "offset"))
		}
		return w
	})
}

func tags() *rapid.Generator[i18n.Tag] {
	return rapid.SampledFrom([]i18n.Tag{"en", "fr", "de", "ar", "el"})
}

func address() *rapid.Generator[forms.Address] {
	return rapid.Custom(func(t *rapid.T) forms.Address {
		return forms.Address{Lines: rapid.SliceOfN(line(), 1, 3).Draw(t, "lines"), City: line().Draw(t, "city"), Country: "DE"}
	})
}

// value draws a value of any kind.
func value(t *rapid.T) forms.Value {
	kinds := append(forms.Kinds(), forms.KindItems)
	switch rapid.SampledFrom(kinds).Draw(t, "kind") {
	case forms.KindYesNo:
		return forms.YesNo(rapid.Bool().Draw(t, "yes"))
	case forms.KindChoice:
		return forms.Choice("a-code")
	case forms.KindMulti:
		return forms.Multi(rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,5}`), 1, 5, rapid.ID).Draw(t, "codes"))
	case forms.KindText:
		return forms.Text(line().Draw(t, "text"))
	case forms.KindProse:
		p := forms.Prose{Words: line().Draw(t, "words") + "\n" + line().Draw(t, "more"), Lang: tags().Draw(t, "lang")}
		if rapid.Bool().Draw(t, "translated") {
			p.Translations = []forms.Translation{{Lang: tags().Draw(t, "to"), Words: line().Draw(t, "translation"), By: "X", On: forms.Date{Year: 2026, Month: 11, Day: 1}}}
		}
		return p
	case forms.KindNumber:
		return forms.Number(rapid.Int64().Draw(t, "n"))
	case forms.KindMoney:
		return forms.Money{Minor: rapid.Int64Range(0, 1e14).Draw(t, "minor"), Currency: rapid.SampledFrom([]string{"EUR", "JPY", "TND"}).Draw(t, "currency")}
	case forms.KindDate:
		return when().Draw(t, "when")
	case forms.KindPeriod:
		w := when().Draw(t, "from")
		return forms.Period{From: &w}
	case forms.KindPerson:
		return forms.Person{Given: line().Draw(t, "given"), Family: line().Draw(t, "family")}
	case forms.KindAddress:
		return address().Draw(t, "address")
	case forms.KindCountry:
		return forms.Country(rapid.SampledFrom(slices.Concat(i18n.Countries(), i18n.OutsideCountries())).Draw(t, "country"))
	case forms.KindAuthority:
		return forms.AuthorityRef{Name: line().Draw(t, "name"), Address: address().Draw(t, "address")}
	case forms.KindFiles:
		return forms.Files(rapid.SliceOfNDistinct(uuids(), 1, 3, rapid.ID).Draw(t, "files"))
	default:
		return forms.Items(rapid.SliceOfNDistinct(uuids(), 0, 3, rapid.ID).Draw(t, "items"))
	}
}

func drawnCase(t *rapid.T) forms.Case {
	m := map[forms.Path]forms.Answer{}
	for i := range rapid.IntRange(0, 12).Draw(t, "answers") {
		a := forms.Answer{Value: value(t)}
		switch rapid.IntRange(0, 9).Draw(t, "what") {
		case 0:
			a = forms.Answer{Skip: forms.DontKnow}
		case 1:
			a = forms.Answer{Pending: "31.2.2026"}
		}
		m[forms.Path(fmt.Sprintf("test.q%d", i))] = a
	}
	return forms.Case{ID: uuids().Draw(t, "id"), Language: tags().Draw(t, "language"), Answers: forms.NewAnswers(m),
		Exhibits: []forms.Exhibit{{ID: item, Name: "a.pdf", Size: 3, SHA256: strings.Repeat("0a", 32)}},
		Filings:  []forms.Filing{{Procedure: "p", PackVersion: 1, Status: forms.FilingDraft}}}
}

func schema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../docs/casefile.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestRoundTrip proves that any case comes back from its file as it was, that the
// bytes are the same each time, and that the file satisfies its JSON Schema.
func TestRoundTrip(t *testing.T) {
	s := schema(t)
	rapid.Check(t, func(t *rapid.T) {
		c := drawnCase(t)
		data, err := forms.EncodeCase(c)
		if err != nil {
			t.Fatal(err)
		}
		got, err := forms.DecodeCase(data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if !reflect.DeepEqual(got, c) {
			t.Fatalf("the case is not what it was:\n%s", data)
		}
		again, _ := forms.EncodeCase(got)
		if !bytes.Equal(data, again) {
			t.Fatal("not the same bytes twice")
		}
		instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(instance); err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
	})
}

// TestBadFiles proves that each fault of a case file is refused with one message
// that names the place, and that no message repeats an answer.
func TestBadFiles(t *testing.T) {
	good := `{"format":1,"id":"` + item + `","language":"en","answers":{ANSWERS},"exhibits":[EXHIBITS],"filings":[FILINGS]}`
	cases := []struct{ name, file, want string }{
		{"empty", "", "not JSON at byte 0: the file is damaged or cut off"},
		{"not JSON", "hello", "not JSON at byte 0: the file is damaged or cut off"},
		{"cut off", `{"format":1,"id":`, "id: not JSON at byte 17: the file is damaged or cut off"},
		{"two values", good + "{}", "there is something after the end of the JSON value"},
		{"not UTF-8", "{\"a\":\"\xff\"}", "the file is not UTF-8 text"},
		{"no format", `{"id":"x"}`, "format: this is no case file: a case file has a format number"},
		{"newer", `{"format":2,"future":true}`, "format: the file has format 2 and was written by a newer version; this one reads up to 1: install the newer version"},
		{"unknown field", strings.Replace(good, `"language"`, `"colour":"red","language"`, 1), `there is no field "colour" here: check its spelling, or remove it`},
		{"duplicate field", strings.Replace(good, `"language":"en"`, `"language":"en","language":"de"`, 1), "language: this field stands twice: keep one of them"},
		{"wrong type", strings.Replace(good, `"language":"en"`, `"language":7`, 1), "language: a number stands where a string is wanted"},
		{"id", strings.Replace(good, item, "7", 1), "id: this is no UUID in lower case"},
		{"language", strings.Replace(good, `"en"`, `"English please"`, 1), `language: this is no language tag such as "en" or "ar"`},
		{"path", `"person":{"text":"Secret"}`, "answers.person: this is no path of a question: see docs/CASEFILE.md"},
		{"two kinds", `"a.b":{"text":"Secret","number":1}`, "answers.a.b: an answer is an object with exactly one field: see docs/CASEFILE.md"},
		{"no kind", `"a.b":{"colour":"Secret"}`, "answers.a.b.colour: there is no kind of answer with this name: see docs/CASEFILE.md"},
		{"duplicate answer", `"a.b":{"number":1},"a.b":{"number":2}`, "answers.a.b: this field stands twice: keep one of them"},
		{"kind of value", `"a.b":{"yesno":"Secret"}`, "answers.a.b.yesno: a string stands where true or false is wanted"},
		{"fraction", `"a.b":{"number":1.5}`, "answers.a.b.number: a number 1.5 stands where a whole number is wanted"},
		{"day", `"a.b":{"date":{"day":"2026-02-31","precision":"exact"}}`, "answers.a.b.date: this is no day of the calendar: write it as 2026-11-23"},
		{"year", `"a.b":{"date":{"day":"2026-02-01","precision":"year"}}`, "answers.a.b.date: a date has a day, and a precision exact, about or year; with year, the day is 1 January"},
		{"line break", `"a.b":{"text":"Secret\nSecret"}`, "answers.a.b.text: a text is one line without control characters"},
		{"control", `"a.b":{"longtext":{"words":"Secret\u0007","lang":"en"}}`, "answers.a.b.longtext.words: there is a control character in the words: remove it"},
		{"country", `"a.b":{"country":"de"}`, `answers.a.b.country: this is no ISO 3166-1 code of a country, upper case, such as "DE"`},
		{"codes twice", `"a.b":{"multi":["x","x"]}`, "answers.a.b.multi.1: this stands twice in the list: keep one of them"},
		{"no codes", `"a.b":{"multi":[]}`, "answers.a.b.multi: the list is empty: remove the answer instead"},
		{"currency", `"a.b":{"money":{"amount":"1","currency":"Secret"}}`, "answers.a.b.money: this is no amount in a currency: write the amount as 12.50 and the currency as EUR"},
		{"decimals", `"a.b":{"money":{"amount":"1.234","currency":"EUR"}}`, "answers.a.b.money: this is no amount in a currency: write the amount as 12.50 and the currency as EUR"},
		{"skip", `"a.b":{"skip":"maybe"}`, `answers.a.b.skip: a skip is "dont-know" or "prefer-not"`},
		{"null", `"a.b":{"text":null}`, "answers.a.b.text: null is no answer: remove the answer instead"},
		{"exhibits with one id", `EXHIBITS` + strings.Repeat(`,{"id":"`+item+`","name":"a","size":1,"sha256":"`+strings.Repeat("00", 32)+`"}`, 2), "exhibits.1.id: two exhibits have this id: keep one of them"},
		{"fingerprint", `EXHIBITS,{"id":"` + item + `","name":"a","size":1,"sha256":"00"}`, "exhibits.0.sha256: a SHA-256 has 64 hexadecimal digits"},
		{"two filings", `FILINGS` + strings.Repeat(`,{"procedure":"p","pack_version":1,"status":"draft"}`, 2), "filings.1.procedure: two filings are for this procedure: keep one of them"},
		{"filed without a record", `FILINGS,{"procedure":"p","pack_version":1,"status":"filed"}`, "filings.0.filed: the record of what was filed stands exactly where the status is filed"},
		{"proof that is no exhibit", `FILINGS,{"procedure":"p","pack_version":1,"status":"filed","filed":{"on":"2026-11-12","body":"b","proof":"Secret"}}`, "filings.0.filed.proof: this is no UUID in lower case"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			file := tc.file
			for _, slot := range []string{"EXHIBITS", "FILINGS"} {
				if rest, ok := strings.CutPrefix(file, slot+","); ok {
					file = strings.Replace(good, slot, rest, 1)
				}
			}
			if strings.HasPrefix(file, `"`) {
				file = strings.Replace(good, "ANSWERS", file, 1)
			}
			file = strings.NewReplacer("ANSWERS", "", "EXHIBITS", "", "FILINGS", "").Replace(file)
			_, err := forms.DecodeCase([]byte(file))
			if err == nil {
				t.Fatal("it is accepted")
			}
			if err.Error() != tc.want {
				t.Errorf("got  %v\nwant %s", err, tc.want)
			}
			if strings.Contains(err.Error(), "Secret") {
				t.Error("the message repeats an answer")
			}
		})
	}
}

// TestFixture proves that a file of format 1, as first released, is still read
// and written in the same bytes.
func TestFixture(t *testing.T) {
	data, err := os.ReadFile("testdata/case-1.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := forms.DecodeCase(data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := forms.EncodeCase(c)
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("it is written in other bytes: %v", err)
	}
}

// TestNothingPrints proves that a case and its answers print nothing of theirs.
func TestNothingPrints(t *testing.T) {
	c := forms.Case{ID: item, Answers: forms.Answers{}.With("a.b", forms.Answer{Value: forms.Text("Secret")})}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		if s := fmt.Sprintf(verb+verb, c, c.Answers); strings.Contains(s, "Secret") {
			t.Errorf("%s prints %s", verb, s)
		}
	}
}

// FuzzDecodeCase proves that no bytes make the reader panic, and that whatever it
// accepts it can write and read again.
func FuzzDecodeCase(f *testing.F) {
	for _, answer := range []string{`"money":{"amount":"0","currency":"JPY"}`, `"date":{"day":"2026-01-01","precision":"year"}`,
		`"longtext":{"words":"x","lang":"ar","translations":[{"lang":"fr","words":"y","by":"","on":""}]}`,
		`"address":{"lines":["x"],"country":"DE"}`, `"items":[]`, `"skip":"dont-know"`, `"pending":"?"`, `"authority":{"id":"frcnil"}`,
		`"period":{"to":{"day":"2026-11-23","precision":"about"}}`, `"multi":["a","b"]`} {
		f.Add([]byte(`{"format":1,"id":"` + item + `","language":"en","answers":{"a.b":{` + answer + `}},"exhibits":[],"filings":[]}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := forms.DecodeCase(data)
		if err != nil {
			return
		}
		again, err := forms.EncodeCase(c)
		if err != nil {
			t.Fatalf("accepted, but cannot be written: %v", err)
		}
		back, err := forms.DecodeCase(again)
		if err != nil {
			t.Fatalf("written, but cannot be read: %v", err)
		}
		if twice, _ := forms.EncodeCase(back); !bytes.Equal(again, twice) || !json.Valid(again) {
			t.Fatal("not the same twice")
		}
	})
}
