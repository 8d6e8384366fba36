package storage

import (
	"archive/tar"
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"
)

// handed makes a vault with a case and two exhibits, hands it over to the owner
// of another, and returns both and the file.
func handed(t testing.TB) (from, to *Vault, data []byte) {
	t.Helper()
	from, _ = inMemory(t)
	to, _ = inMemory(t)
	mustPut(t, from, idA, textA, 0)
	addExhibit(t, from, idA, "letter.txt", "one")
	addExhibit(t, from, idA, "scan.pdf", "%PDF-"+strings.Repeat("x", 100_000))
	var out bytes.Buffer
	if err := from.HandOver(idA, card(t, to, "Clinic"), "Ana", &out); err != nil {
		t.Fatal(err)
	}
	return from, to, out.Bytes()
}

func card(t testing.TB, v *Vault, name string) Card {
	t.Helper()
	c, err := v.Card(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func anything(ID, []byte) error { return nil }

// TestAHandedOverCaseArrives proves that case, exhibits and custody arrive, that
// the sender is told by the fingerprint, and that the custody goes on on both
// sides.
func TestAHandedOverCaseArrives(t *testing.T) {
	from, to, data := handed(t)
	got, err := to.Receive(bytes.NewReader(data), func(id ID, data []byte) error {
		if id != idA || string(data) != textA {
			t.Errorf("accept is asked for %s, %q", id, data)
		}
		return nil
	})
	if err != nil || got.Case != idA || got.From.Name != "Ana" || got.From.Fingerprint() != card(t, from, "x").Fingerprint() {
		t.Fatalf("Receive = %+v, %v", got, err)
	}
	holds(t, to, idA, textA, got.Rev)
	sent, _ := from.Exhibits(idA)
	arrived, err := to.Exhibits(idA)
	if err != nil || len(arrived) != 2 {
		t.Fatalf("Exhibits = %v, %v", arrived, err)
	}
	for i, x := range arrived {
		if x.ID != sent[i].ID || x.Name != sent[i].Name || x.SHA256 != sent[i].SHA256 || x.Size != sent[i].Size || x.Sealed == sent[i].Sealed {
			t.Errorf("%+v arrived for %+v", x, sent[i])
		}
	}
	there, _ := to.Custody(idA)
	here, _ := from.Custody(idA)
	if len(there) != 4 || there[3].Action != ReceivedIn || there[3].Who != "Ana" || there[3].From != got.From.Fingerprint() ||
		len(here) != 4 || here[3].Action != HandedOver || here[3].From != "Clinic" || there[1] != here[1] {
		t.Errorf("custody there %+v\nhere %+v", there, here)
	}
	clean(t, to)
	clean(t, from)
	if _, err := to.Receive(bytes.NewReader(data), anything); !errors.Is(err, ErrConflict) {
		t.Errorf("Receive again = %v, want ErrConflict", err)
	}
}

// TestACaseWithoutExhibitsArrives proves that there need be none, nor any custody.
func TestACaseWithoutExhibitsArrives(t *testing.T) {
	from, _ := inMemory(t)
	to, _ := inMemory(t)
	mustPut(t, from, idA, textA, 0)
	var out bytes.Buffer
	if err := from.HandOver(idA, card(t, to, "Clinic"), "Ana", &out); err != nil {
		t.Fatal(err)
	}
	got, err := to.Receive(&out, anything)
	if err != nil || got.Case != idA {
		t.Fatalf("Receive = %+v, %v", got, err)
	}
	holds(t, to, idA, textA, got.Rev)
	clean(t, to)
}

// TestOnlyTheRecipientOpensIt proves that neither the sender nor anybody else can,
// and that the text is not in the file.
func TestOnlyTheRecipientOpensIt(t *testing.T) {
	from, _, data := handed(t)
	third, _ := inMemory(t)
	for _, v := range []*Vault{from, third} {
		if _, err := v.Receive(bytes.NewReader(data), anything); !errors.Is(err, ErrNotForUs) {
			t.Errorf("Receive = %v, want ErrNotForUs", err)
		}
	}
	if bytes.Contains(data, []byte(textA)) {
		t.Error("the text is in the file")
	}
}

// TestTheCallerMayRefuse proves that what accept refuses leaves nothing.
func TestTheCallerMayRefuse(t *testing.T) {
	_, to, data := handed(t)
	refusal := errors.New("no case file")
	if _, err := to.Receive(bytes.NewReader(data), func(ID, []byte) error { return refusal }); !errors.Is(err, refusal) {
		t.Errorf("Receive = %v", err)
	}
	if entries, err := to.List(); err != nil || len(entries) > 0 {
		t.Errorf("List = %v, %v", entries, err)
	}
}

// forged seals a changed hand-over file for the same recipient, signed anew by
// whoever has the key, or not.
func forged(t *testing.T, from, to *Vault, data []byte, signed bool, change func(h *handover), file func(h *tar.Header, c []byte) ([]byte, bool)) []byte {
	t.Helper()
	plain, err := age.Decrypt(bytes.NewReader(data), to.keys.handover)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := io.ReadAll(plain)
	if err != nil {
		t.Fatal(err)
	}
	var list []byte
	archive = repacked(t, archive, func(h *tar.Header, c []byte) ([]byte, bool) {
		if h.Name == listFile {
			var l handover
			if err := json.Unmarshal(c, &l); err != nil {
				t.Fatal(err)
			}
			change(&l)
			if c, err = json.Marshal(l); err != nil {
				t.Fatal(err)
			}
			list = c
		}
		if h.Name == signatureFile && signed {
			c = []byte(base64.StdEncoding.EncodeToString(ed25519.Sign(from.keys.signing, append([]byte(domainHandover), list...))))
		}
		return file(h, c)
	})
	sealed, err := encrypt(archive, to.keys.handover.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

// forgedLog is forged with another log, which the list then names.
func forgedLog(t *testing.T, from, to *Vault, data []byte, change func(c *custody), list func(h *handover)) []byte {
	t.Helper()
	c, err := from.custodyOf(idA, from.state.any(idA))
	if err != nil {
		t.Fatal(err)
	}
	c.Events = c.Events[:2] // before it was handed over
	c.Exhibits = slices.Clone(c.Exhibits)
	change(&c)
	log, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return forged(t, from, to, data, true, func(h *handover) {
		h.Files[1].Size, h.Files[1].SHA256 = int64(len(log)), sum(log)
		list(h)
	}, func(h *tar.Header, content []byte) ([]byte, bool) {
		if h.Name == logFile {
			content = log
		}
		return content, true
	})
}

// TestABadHandoverIsRefused proves (R11) that a file that is cut, changed, signed
// by another, for another, too large, or with other files than it lists is
// refused and leaves nothing, also when its sender has signed it.
func TestABadHandoverIsRefused(t *testing.T) {
	from, to, data := handed(t)
	none := func(*handover) {}
	all := func(h *tar.Header, c []byte) ([]byte, bool) { return c, true }
	without := func(name string) func(h *tar.Header, c []byte) ([]byte, bool) {
		return func(h *tar.Header, c []byte) ([]byte, bool) { return c, !strings.HasPrefix(h.Name, name) }
	}
	named := func(name string) func(h *tar.Header, c []byte) ([]byte, bool) {
		return func(h *tar.Header, c []byte) ([]byte, bool) {
			if strings.HasPrefix(h.Name, "e/") {
				h.Name = name
			}
			return c, true
		}
	}
	flip := func(name string) func(h *tar.Header, c []byte) ([]byte, bool) {
		return func(h *tar.Header, c []byte) ([]byte, bool) {
			if strings.HasPrefix(h.Name, name) {
				c = flipped(c, len(c)/2)
			}
			return c, true
		}
	}
	longer := func(name string, by int) func(h *tar.Header, c []byte) ([]byte, bool) {
		return func(h *tar.Header, c []byte) ([]byte, bool) {
			if h.Name == name {
				c = append(c, bytes.Repeat([]byte{' '}, by)...)
			}
			return c, true
		}
	}
	sign := func(change func(*handover)) []byte { return forged(t, from, to, data, true, change, all) }
	bad := map[string][]byte{
		"empty": {}, "no seal": []byte("hello"), "cut in the head": data[:100], "cut": data[:len(data)-200], "flipped": flipped(data, len(data)/2),
		"no archive":      mustEncrypt(t, []byte(strings.Repeat("x", 2000)), to.keys.handover.Recipient()),
		"list changed":    forged(t, from, to, data, false, func(h *handover) { h.At++ }, all),
		"list flipped":    forged(t, from, to, data, false, none, flip(listFile)),
		"sender replaced": forged(t, to, to, data, true, none, all),
		"for another":     sign(func(h *handover) { h.To = card(t, from, "x").Recipient }),
		"later format":    sign(func(h *handover) { h.Format = 2 }),
		"other kind":      sign(func(h *handover) { h.Kind = "card" }),
		"no files":        sign(func(h *handover) { h.Files = nil }),
		"files turned":    sign(func(h *handover) { h.Files[0], h.Files[1] = h.Files[1], h.Files[0] }),
		"negative size":   sign(func(h *handover) { h.Files[2].Size = -1 }),
		"other size":      sign(func(h *handover) { h.Files[2].Size++ }),
		"no case id":      sign(func(h *handover) { h.Case = "../x" }),
		"too many":        sign(func(h *handover) { h.Files = append(h.Files, make([]handedFile, maxExhibits+1)...) }),
		"exhibit missing": forged(t, from, to, data, true, none, without("e/")),
		"exhibit unknown": sign(func(h *handover) { h.Files = h.Files[:3] }),
		"exhibit changed": forged(t, from, to, data, true, none, flip("e/")),
		"exhibit renamed": forged(t, from, to, data, true, none, named("../../evil")),
		"case too large":  forged(t, from, to, data, true, none, longer(caseFile, MaxSize)),
		"list too large":  forged(t, from, to, data, true, none, longer(listFile, maxHandover)),
		"unsigned":        forged(t, from, to, data, true, none, without(signatureFile)),
		"one file more":   forgedLog(t, from, to, data, func(c *custody) { c.Exhibits = c.Exhibits[:1] }, func(h *handover) { h.Files = h.Files[:3] }),
		"long words":      forgedLog(t, from, to, data, func(c *custody) { *c = c.with(Event{Who: strings.Repeat("x", maxName+1)}) }, none),
		"exhibit twice":   forgedLog(t, from, to, data, func(c *custody) { c.Exhibits[1] = c.Exhibits[0] }, func(h *handover) { h.Files[3] = h.Files[2] }),
		"case missing":    forged(t, from, to, data, true, none, without(caseFile)),
		"case changed":    forged(t, from, to, data, true, none, flip(caseFile)),
		"log changed":     forged(t, from, to, data, true, none, flip(logFile)),
		"link": forged(t, from, to, data, true, none, func(h *tar.Header, c []byte) ([]byte, bool) {
			if h.Name == caseFile {
				h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, "/etc/passwd", 0
			}
			return c, true
		}),
	}
	for name, file := range bad {
		before := to.SavePoint()
		if got, err := to.Receive(bytes.NewReader(file), anything); err == nil {
			t.Errorf("%s: received %+v", name, got)
		}
		if entries, err := to.List(); err != nil || len(entries) > 0 {
			t.Errorf("%s: List = %v, %v (save point %d to %d)", name, entries, err, before, to.SavePoint())
		}
	}
	clean(t, to)
	if _, err := to.Receive(bytes.NewReader(data), anything); err != nil {
		t.Errorf("then the good one: %v", err)
	}
}

func mustEncrypt(t *testing.T, plain []byte, to age.Recipient) []byte {
	t.Helper()
	sealed, err := encrypt(plain, to)
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

// TestADamagedCaseIsNotHandedOver proves that nothing half is passed on, and that
// names and cards that are none are refused.
func TestADamagedCaseIsNotHandedOver(t *testing.T) {
	v, m := inMemory(t)
	to, _ := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	x := addExhibit(t, v, idA, "x", "evidence")
	c := card(t, to, "Clinic")
	for _, test := range []struct {
		name string
		id   ID
		to   Card
		from string
		want error
	}{
		{"no such case", idB, c, "Ana", ErrNotFound},
		{"no card", idA, Card{}, "Ana", ErrForeign},
		{"no name", idA, c, " ", ErrForeign},
	} {
		if err := v.HandOver(test.id, test.to, test.from, io.Discard); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
	full := errors.New("full")
	var whole bytes.Buffer
	if err := v.HandOver(idA, c, "Ana", &whole); err != nil {
		t.Fatal(err)
	}
	before, _ := v.Custody(idA)
	for _, room := range []int{0, 200, whole.Len() / 2, whole.Len() - 1} {
		if err := v.HandOver(idA, c, "Ana", &failing{full, room}); !errors.Is(err, full) {
			t.Errorf("to a medium with room for %d: %v", room, err)
		}
	}
	if after, err := v.Custody(idA); err != nil || len(after) != len(before) {
		t.Errorf("what was not handed over is noted: %v, %v", after, err)
	}
	r := v.state.any(idA)
	m.files[v.at(casesDir, r.Folder, object{Kind: kindExhibit, ID: x.ID}.name())] = []byte("x")
	if err := v.HandOver(idA, c, "Ana", io.Discard); !errors.Is(err, ErrDamaged) {
		t.Errorf("with a damaged exhibit: %v", err)
	}
}

// failing fails when so many bytes have been written.
type failing struct {
	err  error
	room int
}

func (f *failing) Write(p []byte) (int, error) {
	n := min(len(p), f.room)
	f.room -= n
	if n < len(p) {
		return n, f.err
	}
	return n, nil
}

// TestACardIsWhatItSays proves that a card is read back the same, that no part of
// it can be changed, and that its fingerprint is that of its keys alone.
func TestACardIsWhatItSays(t *testing.T) {
	v, _ := inMemory(t)
	c := card(t, v, "Rechtsklinik Zürich العربية")
	data, err := c.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := ParseCard(data); err != nil || got != c {
		t.Errorf("ParseCard = %+v, %v", got, err)
	}
	if c.Fingerprint() != card(t, v, "Other").Fingerprint() || len(strings.Fields(c.Fingerprint())) != 8 || len(c.Fingerprint()) != 39 ||
		len(strings.Fields(c.Words())) != 12 || c.Words() != card(t, v, "Other").Words() {
		t.Errorf("fingerprint %q, words %q", c.Fingerprint(), c.Words())
	}
	other, _ := inMemory(t)
	if o := card(t, other, c.Name); o.Fingerprint() == c.Fingerprint() || o.Words() == c.Words() {
		t.Error("another vault has the same fingerprint")
	}
	for i := range data[:len(data)-1] {
		for bit := range 8 {
			changed := bytes.Clone(data)
			changed[i] ^= 1 << bit
			if got, err := ParseCard(changed); err == nil && got != c {
				t.Fatalf("byte %d, bit %d: %+v passes", i, bit, got)
			}
		}
	}
	for _, text := range []string{"", "{}", `{"format":2}`, string(data) + "{}", strings.Repeat(" ", maxCard+1), strings.Replace(string(data), `"kind"`, `"more":1,"kind"`, 1)} {
		if _, err := ParseCard([]byte(text)); !errors.Is(err, ErrForeign) && !errors.Is(err, ErrNewer) {
			t.Errorf("%.40q: %v", text, err)
		}
	}
	for _, name := range []string{"", " ", "a\nb", "a\u202eb", "a\u200bb", "\xff", strings.Repeat("x", maxCardName+1), "a\u2028b"} {
		if _, err := v.Card(name); !errors.Is(err, ErrForeign) {
			t.Errorf("Card(%q) = %v", name, err)
		}
	}
}

// TestAFingerprintIsAsTheFormatSays pins the two forms of docs/VAULT.md.
func TestAFingerprintIsAsTheFormatSays(t *testing.T) {
	c := Card{Recipient: "age1example", Signing: "c2lnbmluZw=="}
	if got := c.Fingerprint(); got != "3F7S JYFH CRG2 QK42 ZE3T YYEF WUMM XHMC" {
		t.Errorf("Fingerprint = %q", got)
	}
	if got := c.Words(); got != "cabbie roping wronged panhandle provolone police drilling justness banner avatar catnip outsider" {
		t.Errorf("Words = %q", got)
	}
}
