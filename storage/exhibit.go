package storage

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"filippo.io/age"
	"github.com/google/uuid"
)

// maxName bounds the name of an exhibit and the words of its custody, in bytes.
const maxName = 1024

// Source is a file that is to become an exhibit.
type Source struct {
	ID   ID        // of the exhibit; "" for a new one
	Name string    // what it is called
	Who  string    // who adds it
	From string    // where it comes from, such as "own telephone"; "" if not told
	Data io.Reader // read once, to its end
}

// AddExhibit takes a file into a case: it is streamed, hashed while it is read
// and sealed at once, so nothing of it lies anywhere in the clear, and memory
// does not grow with it. It answers when the file has reached the disk. An error,
// also one of the source, leaves nothing. The errors are those of Put, with ErrConflict if
// the case has a file of that id already, for an exhibit is never replaced.
func (v *Vault) AddExhibit(id ID, s Source) (Exhibit, error) {
	exhibit, err := s.id()
	if err != nil {
		return Exhibit{}, fmt.Errorf("add exhibit to %s: %w", named(id), err)
	}
	x, err := v.addExhibitAs(id, exhibit, s, Added)
	if err != nil {
		return Exhibit{}, fmt.Errorf("add exhibit to %s: %w", named(id), err)
	}
	return x, nil
}

// id is the id that was asked for, or a new one.
func (s Source) id() (ID, error) {
	if s.ID != "" {
		_, err := s.ID.folder()
		return s.ID, err
	}
	u, err := uuid.NewRandom()
	return ID(u.String()), err
}

func (v *Vault) addExhibitAs(id, exhibit ID, s Source, action Action) (Exhibit, error) {
	x := Exhibit{ID: exhibit, Name: s.Name}
	if len(s.Who) > maxName || len(s.From) > maxName || !isName(s.Name) {
		return Exhibit{}, fmt.Errorf("name of an exhibit: %w", ErrTooLarge)
	}
	r, err := v.exhibitFolder(id)
	if err != nil {
		return Exhibit{}, err
	}
	path := filepath.Join(v.caseDir(r), object{Kind: kindExhibit, ID: x.ID}.name())
	temp := tempName(path)
	if err := v.pour(temp, r, s.Data, &x); err != nil {
		return Exhibit{}, v.vanished(err)
	}
	e := Event{Exhibit: x.ID, Action: action, Who: s.Who, From: s.From, SHA256: x.SHA256}
	if err := v.place(id, x, e, temp, path); err != nil {
		_ = v.world.disk.Remove(temp)
		return Exhibit{}, err
	}
	return x, nil
}

// isName tells whether a text can be the name of a file: not empty, of a
// bearable length, and without control characters.
func isName(s string) bool {
	return s != "" && len(s) <= maxName && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}

// exhibitFolder finds the case and makes sure that it has a folder for exhibits.
func (v *Vault) exhibitFolder(id ID) (*record, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.writable(); err != nil {
		return nil, err
	}
	r, err := v.recordOf(id)
	if err != nil {
		return nil, err
	}
	return r, v.vanished(makeFolder(v.world.disk, filepath.Join(v.caseDir(r), exhibitsDir)))
}

// pour seals a stream into a temporary file. It does not hold the vault up.
func (v *Vault) pour(temp string, r *record, from io.Reader, x *Exhibit) error {
	key, err := v.keyOf(r)
	if err != nil {
		return err
	}
	return writeTemp(v.world.disk, temp, filePerm, func(w io.Writer) error {
		plain, sealed := newHasher(), newHasher()
		err := x.seal(io.MultiWriter(w, sealed), key.Recipient(), plain, from)
		x.SHA256, x.Sealed = plain.sum(), sealed.sum()
		return err
	})
}

// seal writes the sealed file with its padding.
func (x *Exhibit) seal(w io.Writer, to age.Recipient, plain *hasher, from io.Reader) error {
	out, err := age.Encrypt(w, to)
	if err != nil {
		return err
	}
	if err := x.copy(out, plain, from); err != nil {
		return err
	}
	return out.Close()
}

// chunk is how much of a stream is held at a time.
const chunk = 256 << 10

// copy writes the file and its padding, and notes its size and type.
func (x *Exhibit) copy(to io.Writer, plain *hasher, from io.Reader) error {
	first := make([]byte, 0, sniffed)
	buffer := make([]byte, chunk)
	for {
		n, err := io.ReadFull(from, buffer)
		if n > 0 {
			first = append(first, buffer[:min(n, cap(first)-len(first))]...)
			x.Size += int64(n)
			_, _ = plain.Write(buffer[:n])
			if _, err := to.Write(buffer[:n]); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("read the file: %w", err)
		}
	}
	x.Type = mediaType(first)
	_, err := io.CopyN(to, zeros{}, padded(x.Size)-x.Size)
	return err
}

func hexSum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

// place lists an exhibit that lies under its temporary name: first the log that
// names it, then its own name, then the manifest.
func (v *Vault) place(id ID, x Exhibit, e Event, temp, path string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.writable(); err != nil {
		return err
	}
	r, err := v.recordOf(id)
	if err != nil {
		return err
	}
	c, err := v.custodyOf(id, r)
	if err != nil {
		return err
	}
	if err := v.unused(r, c, x.ID); err != nil {
		return err
	}
	info, err := v.world.disk.Lstat(temp)
	if err != nil {
		return v.vanished(err)
	}
	number := v.number()
	e.At = v.world.now().Unix()
	c.Exhibits = append(slices.Clone(c.Exhibits), x)
	v.state.untidy[id] = true // until it is listed
	log, err := v.writeCustody(id, r, number, c.with(e))
	if err != nil {
		return err
	}
	if err := nameFile(v.world.disk, temp, path); err != nil {
		return err
	}
	o := object{Kind: kindExhibit, ID: x.ID, Number: number, Rev: 1, Size: info.Size(), Length: x.Size, SHA256: x.Sealed, At: e.At}
	return v.list(id, number, log, o)
}

// unused makes sure that nothing has the name of an exhibit.
func (v *Vault) unused(r *record, c custody, id ID) error {
	_, err := v.world.disk.Lstat(filepath.Join(v.caseDir(r), object{Kind: kindExhibit, ID: id}.name()))
	if _, listed := c.exhibit(id); listed == nil || err == nil {
		return fmt.Errorf("exhibit %s is there already: %w", id, ErrConflict)
	}
	if !absent(err) {
		return err
	}
	return nil
}

// Taking says for whom an exhibit is written out.
type Taking struct {
	Who string // who takes it out
	To  string // where it goes
}

// Exhibit writes an exhibit out, unchanged, and notes it in the custody log if
// the vault can be written. It is read whole and held against its fingerprints
// before the first byte is written. The errors are those of Get, and of the
// writer.
func (v *Vault) Exhibit(id, exhibit ID, t Taking, w io.Writer) (Exhibit, error) {
	x, err := v.giveExhibit(id, exhibit, t, w)
	if err != nil {
		return Exhibit{}, fmt.Errorf("read exhibit of %s: %w", named(id), err)
	}
	return x, nil
}

func (v *Vault) giveExhibit(id, exhibit ID, t Taking, w io.Writer) (Exhibit, error) {
	r, x, err := v.findExhibit(id, exhibit)
	if err != nil {
		return Exhibit{}, err
	}
	if err := v.drain(r, x, w); err != nil {
		return Exhibit{}, err
	}
	return x, v.note(id, Event{Exhibit: x.ID, Action: Given, Who: t.Who, From: t.To, SHA256: x.SHA256})
}

// findExhibit finds a case and one of its exhibits.
func (v *Vault) findExhibit(id, exhibit ID) (*record, Exhibit, error) {
	c, err := v.readCustody(id)
	if err != nil {
		return nil, Exhibit{}, err
	}
	x, err := c.exhibit(exhibit)
	if err != nil {
		return nil, Exhibit{}, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	r, err := v.recordOf(id)
	return r, x, err
}

// drain writes an exhibit in the clear, after reading its sealed file once to
// see that it is the one that was listed.
func (v *Vault) drain(r *record, x Exhibit, w io.Writer) error {
	path := filepath.Join(v.caseDir(r), object{Kind: kindExhibit, ID: x.ID}.name())
	hash, _, err := hashFile(v.world.disk, path)
	if absent(err) {
		return errors.Join(fmt.Errorf("%s is missing: %w", path, ErrDamaged), v.vanished(err))
	}
	if err == nil && hash != x.Sealed {
		err = fmt.Errorf("read %s: %w", path, ErrDamaged)
	}
	if err != nil {
		return err
	}
	return v.unpour(path, r, x, w)
}

func (v *Vault) unpour(path string, r *record, x Exhibit, w io.Writer) error {
	key, err := v.keyOf(r)
	if err != nil {
		return err
	}
	f, err := v.world.disk.Open(path)
	if err != nil {
		return err
	}
	err = x.unseal(&attentive{Reader: f}, key, w)
	if err != nil {
		err = fmt.Errorf("read %s: %w", path, err)
	}
	return errors.Join(err, f.Close())
}

// unseal writes what is in a sealed file, without its padding.
func (x *Exhibit) unseal(from *attentive, key age.Identity, w io.Writer) error {
	plain, err := age.Decrypt(from, key)
	if err != nil {
		return cmp.Or(from.failed, ErrDamaged)
	}
	h := sha256.New()
	n, err := io.CopyBuffer(struct{ io.Writer }{io.MultiWriter(h, w)}, io.LimitReader(plain, x.Size), make([]byte, chunk))
	if err == nil && (n != x.Size || hexSum(h) != x.SHA256) {
		err = ErrDamaged
	}
	return err
}

// attentive remembers why a reader failed, which is no fault of what was read.
type attentive struct {
	io.Reader
	failed error
}

func (a *attentive) Read(p []byte) (int, error) {
	n, err := a.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		a.failed = err
	}
	return n, err
}

// hashFile reads a whole file and returns its hash and size.
func hashFile(d disk, path string) (string, int64, error) {
	f, size, err := openRegular(d, path, 1<<62)
	if err != nil {
		return "", 0, err
	}
	h := sha256.New()
	n, err := io.CopyBuffer(struct{ io.Writer }{h}, struct{ io.Reader }{f}, make([]byte, min(chunk, size+1)))
	return hexSum(h), n, errors.Join(err, f.Close())
}

// note adds an event to the log of a case, unless the vault can only be read.
func (v *Vault) note(id ID, e Event) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.readOnly != nil {
		return nil
	}
	r, err := v.recordOf(id)
	if err != nil {
		return err
	}
	c, err := v.custodyOf(id, r)
	if err != nil {
		return err
	}
	number := v.number()
	e.At = v.world.now().Unix()
	log, err := v.writeCustody(id, r, number, c.with(e))
	if err != nil {
		return err
	}
	return v.list(id, number, log)
}
