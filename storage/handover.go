package storage

import (
	"archive/tar"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"

	"filippo.io/age"
)

// The bounds of a hand-over file.
const (
	maxExhibits = 10_000
	maxHandover = 16 << 20 // of its list
)

// handover is the list in a hand-over file, which the sender signs.
type handover struct {
	Format int          `json:"format"`
	Kind   string       `json:"kind"`
	From   Card         `json:"from"`
	To     string       `json:"to"`
	Case   ID           `json:"case"`
	At     int64        `json:"at"`
	Files  []handedFile `json:"files"`
}

// handedFile is a file that is handed over: in the clear within the sealed file.
type handedFile struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// The names within a hand-over file.
const (
	listFile      = "handover.json"
	signatureFile = "signature"
	caseFile      = "case"
	logFile       = "log"
)

// HandOver seals a case with its exhibits for the owner of a card and writes it
// out, signed as from the given name. Only the owner of the card can open it, not
// even the sender. The errors are those of Get and ErrForeign for a card that is
// none; after an error what was written is worthless.
func (v *Vault) HandOver(id ID, to Card, name string, w io.Writer) error {
	if err := v.handOver(id, to, name, w); err != nil {
		return fmt.Errorf("hand over %s: %w", named(id), err)
	}
	return nil
}

func (v *Vault) handOver(id ID, to Card, name string, w io.Writer) error {
	if err := to.check(); err != nil {
		return err
	}
	recipient, err := age.ParseX25519Recipient(to.Recipient)
	if err != nil {
		return ErrForeign
	}
	p, err := v.parcel(id, to, name)
	if err != nil {
		return err
	}
	sealed, err := age.Encrypt(w, recipient)
	if err != nil {
		return err
	}
	if err := p.pack(v, sealed); err != nil {
		return err
	}
	if err := sealed.Close(); err != nil {
		return err
	}
	for _, x := range p.log.Exhibits {
		if err := v.note(id, Event{Exhibit: x.ID, Action: HandedOver, Who: name, From: to.Name, SHA256: x.SHA256}); err != nil {
			return err
		}
	}
	return nil
}

// parcel is what is handed over.
type parcel struct {
	record    *record
	list      []byte
	signature string
	data      []byte // of the case
	logData   []byte
	log       custody
}

func (v *Vault) parcel(id ID, to Card, name string) (parcel, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	data, _, err := v.get(id)
	if err != nil {
		return parcel{}, err
	}
	if !isCardName(name) {
		return parcel{}, fmt.Errorf("the name of the sender: %w", ErrForeign)
	}
	p := parcel{record: v.state.any(id), data: data}
	if p.log, err = v.custodyOf(id, p.record); err != nil {
		return parcel{}, err
	}
	if p.logData, err = json.Marshal(p.log); err != nil {
		return parcel{}, err
	}
	from, err := v.keys.card(name)
	if err != nil {
		return parcel{}, err
	}
	h := handover{Format: format, Kind: "handover", From: from, To: to.Recipient, Case: id, At: v.world.now().Unix(),
		Files: []handedFile{{caseFile, int64(len(data)), sum(data)}, {logFile, int64(len(p.logData)), sum(p.logData)}}}
	for _, x := range p.log.Exhibits {
		h.Files = append(h.Files, handedFile{exhibitName(x.ID), x.Size, x.SHA256})
	}
	if p.list, err = json.Marshal(h); err != nil {
		return parcel{}, err
	}
	p.signature = base64.StdEncoding.EncodeToString(ed25519.Sign(v.keys.signing, append([]byte(domainHandover), p.list...)))
	return p, nil
}

// exhibitName is the name of an exhibit within a hand-over file.
func exhibitName(id ID) string { return exhibitsDir + "/" + string(id) }

// pack writes the archive.
func (p parcel) pack(v *Vault, w io.Writer) error {
	out := tar.NewWriter(w)
	for _, f := range []struct {
		name string
		data []byte
	}{{listFile, p.list}, {signatureFile, []byte(p.signature)}, {caseFile, p.data}, {logFile, p.logData}} {
		if err := packHeader(out, f.name, int64(len(f.data))); err != nil {
			return err
		}
		if _, err := out.Write(f.data); err != nil {
			return err
		}
	}
	for _, x := range p.log.Exhibits {
		if err := packHeader(out, exhibitName(x.ID), x.Size); err != nil {
			return err
		}
		if err := v.drain(p.record, x, out); err != nil {
			return err
		}
	}
	return out.Close()
}

func packHeader(out *tar.Writer, name string, size int64) error {
	return out.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: name, Size: size, Mode: 0o600})
}
