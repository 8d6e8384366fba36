package packs

import (
	"slices"

	"recourse/forms"
)

func (b *builder) outline(raw []rawBlock) []forms.Block {
	var out []forms.Block
	for _, r := range raw {
		out = append(out, b.block(r))
	}
	return out
}

func (b *builder) block(r rawBlock) forms.Block {
	at := "outline " + r.Block + " " + r.ID
	block := forms.Block{When: b.cond(at, "when", r.When), Sender: b.ids(at, r.Sender), Reference: b.ids(at, r.Reference),
		Signer: b.ids(at, r.Signer), Sentence: r.Sentence, Place: b.optionalID(at, r.Place), Date: b.optionalID(at, r.Date),
		Kind: oneOf(b, at, "block", r.Block, forms.BlockKinds()...)}
	if block.Kind.Headed() {
		block.ID = b.id(at, r.ID)
	} else if r.ID != "" {
		b.add(at, "a block of this kind has no id")
	}
	b.belongs(at, r, block.Kind)
	block.Items = b.entries(at, r.Items)
	block.Furniture = forms.Furniture{Page: r.Page, To: b.ids(at, r.To), Window: b.optionalID(at, r.Window), Parties: b.parties(at, r.Parties),
		Enclosures: r.Enclosures, Fingerprints: r.Fingerprints, Dated: r.Dated, Pages: r.Pages, Principal: b.ids(at, r.Principal), Agent: b.ids(at, r.Agent),
		Organisation: b.optionalID(at, r.Organisation), Capacity: b.optionalID(at, r.Capacity), Behalf: b.optionalID(at, r.Behalf),
		Args: b.args(at, r.Args), Revocation: r.Revocation, Officer: r.Officer, Fields: b.fields(at, r.Fields)}
	if r.Form != "" {
		block.Form = oneOf(b, at, "form", r.Form, forms.DrawnSignature, forms.TypedSignature, forms.ImageSignature)
	}
	return block
}

// belongs checks that a block has no field that its kind makes nothing of.
func (b *builder) belongs(at string, r rawBlock, kind forms.BlockKind) {
	none := func(field string, set bool, kinds ...forms.BlockKind) {
		if set && !slices.Contains(kinds, kind) {
			b.add(at, "%s: a block of this kind has no such field", field)
		}
	}
	signing := slices.DeleteFunc(forms.BlockKinds(), func(k forms.BlockKind) bool { return !k.Signs() })
	none("to", len(r.To) > 0, forms.BlockAddressee)
	none("window", r.Window != "", forms.BlockAddressee)
	none("parties", len(r.Parties) > 0, forms.BlockParties, forms.BlockCover)
	none("enclosures", len(r.Enclosures) > 0, forms.BlockCover)
	none("fingerprints", r.Fingerprints, forms.BlockExhibits)
	none("dated", r.Dated, forms.BlockExhibits)
	none("pages", r.Pages != 0, forms.BlockAnnex)
	none("principal", len(r.Principal) > 0, forms.BlockMandate)
	none("agent", len(r.Agent) > 0, forms.BlockMandate)
	none("args", len(r.Args) > 0, signing...)
	none("form", r.Form != "", signing...)
	none("organisation", r.Organisation != "", signing...)
	none("capacity", r.Capacity != "", signing...)
	none("behalf", r.Behalf != "", append(signing, forms.BlockLetterhead)...)
	none("revocation", r.Revocation != "", forms.BlockMandate)
	none("officer", r.Officer != "", forms.BlockSworn, forms.BlockVerification)
	none("fields", len(r.Fields) > 0, forms.BlockWorksheet)
	none("items", len(r.Items) > 0, forms.BlockSection, forms.BlockAnnex, forms.BlockCertificate, forms.BlockSworn, forms.BlockVerification, forms.BlockMandate)
	if kind == forms.BlockTranslator && (len(r.Signer)+len(r.Args) > 0 || r.Organisation+r.Capacity+r.Behalf != "") {
		b.add(at, "the translators of the words sign: a block of this kind has no signer, organisation, capacity, behalf and args")
	}
}

func (b *builder) parties(at string, raw []rawParty) []forms.Party {
	var out []forms.Party
	for _, r := range raw {
		if r.Role == "" || (len(r.Names) == 0) == (r.Text == "") {
			b.add(at, "parties: each has a role, and either names or a text")
		}
		out = append(out, forms.Party{Role: r.Role, When: b.cond(at, "parties.when", r.When), Names: b.ids(at, r.Names), Text: r.Text,
			Details: b.ids(at, r.Details), Beside: r.Beside})
	}
	return out
}

func (b *builder) fields(at string, raw []rawField) []forms.Field {
	var out []forms.Field
	seen := map[string]bool{}
	for _, r := range raw {
		if r.ID == "" || seen[r.ID] || len(r.From) == 0 {
			b.add(at, "fields: each has an id of its own and the questions that it is filled from")
		}
		seen[r.ID] = true
		out = append(out, forms.Field{ID: r.ID, From: b.ids(at, r.From), Limit: b.limit(at, r.Limit, r.Lines, r.Columns, r.Count)})
	}
	return out
}

func (b *builder) limit(at string, characters, lines, columns int, count string) forms.Limit {
	if characters < 0 || lines < 0 || columns < 0 || columns > 0 && lines == 0 || characters > 0 && lines > 0 {
		b.add(at, "a limit is a number of characters, or of lines, with their columns")
	}
	out := forms.Limit{Characters: characters, Lines: lines, Columns: columns}
	if count != "" {
		out.Unit = oneOf(b, at, "count", count, forms.UTF16, forms.Codepoints, forms.Graphemes)
		if out.IsZero() {
			b.add(at, "count: there is no limit to count for")
		}
	}
	return out
}

func (b *builder) args(at string, raw map[string]string) map[string]forms.ID {
	var out map[string]forms.ID
	for name, id := range raw {
		if out == nil {
			out = map[string]forms.ID{}
		}
		out[name] = b.id(at, id)
	}
	return out
}

func (b *builder) entries(at string, raw []rawEntry) []forms.Entry {
	var out []forms.Entry
	for _, r := range raw {
		out = append(out, b.entry(at, r))
	}
	return out
}

func (b *builder) entry(at string, r rawEntry) forms.Entry {
	e := forms.Entry{When: b.cond(at, "when", r.When), Facts: b.ids(at, r.Facts), Text: r.Text, Args: b.args(at, r.Args),
		Limit: b.limit(at, r.Limit, r.Lines, r.Columns, r.Count), Prose: b.optionalID(at, r.Prose), Checklist: b.optionalID(at, r.Checklist),
		Every: r.Every, List: b.optionalID(at, r.List), Each: b.optionalID(at, r.Each), Items: b.entries(at, r.Items)}
	for _, u := range r.Under {
		if e.Under == nil {
			e.Under = map[string][]forms.Entry{}
		}
		e.Under[u.Code] = b.entries(at, u.Items)
	}
	kinds := 0
	for _, set := range []bool{len(e.Facts) > 0, e.Text != "", e.Prose != "", e.Checklist != "", e.List != "", e.Each != ""} {
		if set {
			kinds++
		}
	}
	if kinds != 1 || (e.Each != "") != (len(e.Items) > 0) || e.Text == "" && e.Args != nil ||
		e.Checklist == "" && (e.Under != nil || e.Every) || len(e.Facts) == 0 && !e.Limit.IsZero() {
		b.add(at, "an entry is one of facts with a limit, text with args, prose, checklist with every and under, list, or each with items")
	}
	return e
}
