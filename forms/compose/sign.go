package compose

import (
	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
)

// signature writes what is signed and the place to sign. It tells whether there
// is a sentence to sign: one that names what is not answered is left out, and
// with it the block.
func (w *writer) signature(b forms.Block, shared i18n.Key) bool {
	sentence := w.framed(b.Sentence, shared, b.Args)
	if len(sentence) == 0 {
		return false
	}
	s := doc.Signature{Sentence: sentence, PlaceDate: w.placeDate(b.Place, b.Date), Caption: w.text("doc.signature")}
	at, name := w.signer(b.Signer)
	s.Name = name
	organisation := doc.Runs(nil)
	if at != "" && at != b.Behalf { // whoever signs for themselves has no organisation
		organisation = w.inline(forms.Path(b.Organisation))
	}
	if len(organisation) > 0 && len(name) > 0 {
		s.Name = w.sentence("doc.signed-for", map[string]doc.Runs{"organisation": organisation, "name": name})
	}
	if b.Place == "" && b.Date == "" {
		s.ByHand = w.text("doc.by-hand")
	}
	s.Capacity = w.capacity(b, at)
	w.form(b.Form, name, &s)
	w.add(s)
	return true
}

// framed is a text of the pack or, where it has none, the shared one. It is empty
// where a value that it names is not answered.
func (w *writer) framed(own string, shared i18n.Key, args map[string]forms.ID) doc.Runs {
	if own == "" {
		return w.text(shared)
	}
	runs, _ := w.filled(i18n.Key("doc.t."+own), args, "")
	return runs
}

// signer is the first question for a name that is answered, and the name.
func (w *writer) signer(ids []forms.ID) (at forms.ID, name doc.Runs) {
	for _, id := range ids {
		if name := w.inline(forms.Path(id)); len(name) > 0 {
			return id, name
		}
	}
	return "", nil
}

// capacity says what the signer signs as, and for whom.
func (w *writer) capacity(b forms.Block, signer forms.ID) doc.Runs {
	if signer == b.Behalf {
		return nil
	}
	var parts []doc.Runs
	if as := w.inline(forms.Path(b.Capacity)); len(as) > 0 {
		parts = append(parts, as)
	}
	if whom := w.behalf(b.Behalf); len(whom) > 0 {
		parts = append(parts, whom)
	}
	return joined(parts, " · ")
}

// behalf is "for" and the person for whom somebody acts.
func (w *writer) behalf(id forms.ID) doc.Runs {
	if name := w.inline(forms.Path(id)); len(name) > 0 {
		return w.sentence("doc.behalf", map[string]doc.Runs{"name": name})
	}
	return nil
}

// form sets how a block is signed: by hand, by typing, or with a picture.
func (w *writer) form(f forms.SignatureForm, name doc.Runs, s *doc.Signature) {
	switch f {
	case forms.TypedSignature:
		s.Typed, s.Caption = name, w.text("doc.signature-typed")
		if s.Name.String() == name.String() {
			s.Name = nil
		}
	case forms.ImageSignature:
		if !w.picture.IsZero() {
			s.Image = w.picture
			s.Image.Alt = w.t.Plain("doc.signature-of", i18n.Args{"name": name.String()})
		}
	case forms.DrawnSignature, "":
	}
}
