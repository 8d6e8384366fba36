package storage

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"slices"

	"filippo.io/age"
)

// Received is a case that was taken in from a hand-over file. From is what the
// sender says to be: only a comparison of its fingerprint shows that it is true.
type Received struct {
	Case ID
	From Card
	Rev  uint64
}

// Receive takes a hand-over file into the vault, as a new case: one that the
// vault has already is never overwritten. Everything in it is bounded, checked
// against its signed list and sealed while it is read. Accept looks at the data
// of the case before anything is kept and may refuse them. On an error nothing
// stays. The errors are ErrForeign, ErrNewer, ErrNotForUs, ErrConflict if the
// case is here already, that of accept, and those of Put.
func (v *Vault) Receive(from io.Reader, accept func(id ID, data []byte) error) (Received, error) {
	got, err := v.receive(from, accept)
	if err != nil {
		return Received{}, fmt.Errorf("receive case: %w", err)
	}
	return got, nil
}

func (v *Vault) receive(from io.Reader, accept func(ID, []byte) error) (Received, error) {
	in, err := v.openParcel(from)
	if err != nil {
		return Received{}, err
	}
	h, err := v.readList(in)
	if err != nil {
		return Received{}, err
	}
	data, err := readListed(in, h.Files[0])
	if err != nil {
		return Received{}, err
	}
	logData, err := readListed(in, h.Files[1])
	if err != nil {
		return Received{}, err
	}
	log, err := h.matches(logData)
	if err != nil {
		return Received{}, err
	}
	if err := accept(h.Case, data); err != nil {
		return Received{}, err
	}
	rev, err := v.Put(h.Case, data, 0)
	if err != nil {
		return Received{}, err
	}
	if err := v.takeExhibits(in, h, log); err != nil {
		return Received{}, errors.Join(err, v.Remove(h.Case, rev))
	}
	return Received{Case: h.Case, From: h.From, Rev: rev}, nil
}

// openParcel opens the seal.
func (v *Vault) openParcel(from io.Reader) (*tar.Reader, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.writable(); err != nil {
		return nil, err
	}
	plain, err := age.Decrypt(from, v.keys.handover)
	if mismatch := new(age.NoIdentityMatchError); errors.As(err, &mismatch) {
		return nil, ErrNotForUs
	}
	if err != nil {
		return nil, ErrForeign
	}
	return tar.NewReader(plain), nil
}

// nextFile reads the head of the next file, which must have the name.
func nextFile(in *tar.Reader, name string) (int64, error) {
	h, err := in.Next()
	if err != nil || h.Typeflag != tar.TypeReg || h.Name != name {
		return 0, ErrForeign
	}
	return h.Size, nil
}

func readNamed(in *tar.Reader, name string, limit int64) ([]byte, error) {
	size, err := nextFile(in, name)
	if err != nil {
		return nil, err
	}
	data, err := readBounded(in, size, limit)
	if err != nil {
		return nil, ErrForeign
	}
	return data, nil
}

func readListed(in *tar.Reader, f handedFile) ([]byte, error) {
	data, err := readNamed(in, f.Name, MaxSize)
	if err == nil && (int64(len(data)) != f.Size || sum(data) != f.SHA256) {
		err = ErrForeign
	}
	return data, err
}

// readList reads the list and its signature, which must be of the sender's card
// and for this vault.
func (v *Vault) readList(in *tar.Reader) (handover, error) {
	data, err := readNamed(in, listFile, maxHandover)
	if err != nil {
		return handover{}, err
	}
	signature, err := readNamed(in, signatureFile, maxSmall)
	if err != nil {
		return handover{}, err
	}
	if err := checkFormat(data); err != nil {
		return handover{}, foreign(err)
	}
	var h handover
	if decode(data, &h) != nil || h.From.check() != nil || !verified(h.From.key(), domainHandover, data, string(signature)) {
		return handover{}, ErrForeign
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.writable(); err != nil {
		return handover{}, err
	}
	if h.To != v.keys.handover.Recipient().String() {
		return handover{}, ErrNotForUs
	}
	return h, h.check()
}

// check wants the case, the log and then exhibits, each once.
func (h handover) check() error {
	n := len(h.Files)
	if h.Kind != "handover" || n < 2 || n > maxExhibits+2 || h.Files[0].Name != caseFile || h.Files[1].Name != logFile {
		return ErrForeign
	}
	_, err := h.Case.folder()
	for _, f := range h.Files {
		if f.Size < 0 {
			return ErrForeign
		}
	}
	return err
}

// matches wants the log to name the exhibits of the list, in its order.
func (h handover) matches(data []byte) (custody, error) {
	c, err := parseCustody(data)
	if err != nil || len(c.Exhibits) != len(h.Files)-2 {
		return custody{}, ErrForeign
	}
	for i, x := range c.Exhibits {
		f := h.Files[i+2]
		if f.Name != exhibitName(x.ID) || f.Size != x.Size || f.SHA256 != x.SHA256 || !isName(x.Name) ||
			slices.ContainsFunc(c.Exhibits[:i], func(y Exhibit) bool { return y.ID == x.ID }) {
			return custody{}, ErrForeign
		}
	}
	for _, e := range c.Events {
		if len(e.Who) > maxName || len(e.From) > maxName {
			return custody{}, ErrForeign
		}
	}
	return c, nil
}

// takeExhibits seals the exhibits for their new case. They keep their ids, and
// their custody goes on where the sender's ended.
func (v *Vault) takeExhibits(in *tar.Reader, h handover, log custody) error {
	if err := v.adoptCustody(h.Case, log); err != nil {
		return err
	}
	for _, x := range log.Exhibits {
		size, err := nextFile(in, exhibitName(x.ID))
		if err != nil || size != x.Size {
			return ErrForeign
		}
		got, err := v.addExhibitAs(h.Case, x.ID, Source{Name: x.Name, Who: h.From.Name, From: h.From.Fingerprint(), Data: in}, ReceivedIn)
		if err != nil {
			return foreignEnd(err)
		}
		if got.SHA256 != x.SHA256 || got.Size != x.Size {
			return ErrForeign
		}
	}
	if _, err := in.Next(); !errors.Is(err, io.EOF) {
		return ErrForeign
	}
	return nil
}

// foreignEnd calls a file that is cut off what it is.
func foreignEnd(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, tar.ErrHeader) {
		return errors.Join(ErrForeign, err)
	}
	return err
}

// adoptCustody begins the log of a received case with what the sender's says
// was done, without exhibits, which follow.
func (v *Vault) adoptCustody(id ID, c custody) error {
	if len(c.Events) == 0 {
		return nil
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	r, err := v.recordOf(id)
	if err != nil {
		return err
	}
	number := v.number()
	o, err := v.writeCustody(id, r, number, custody{Exhibits: []Exhibit{}, Events: c.Events})
	if err != nil {
		return err
	}
	return v.list(id, number, o)
}
