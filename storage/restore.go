package storage

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"filippo.io/age"
)

// Restore unpacks a backup into a new or empty folder and opens the vault in it
// with the passphrase. Nothing but what the sealed manifest in the backup lists
// is written, and every file is held against it. On an error the folder is as it
// was, but for folders that are empty. The errors are ErrForeign if it is no
// whole backup, and those of Create and Open.
func Restore(dir string, from io.Reader, passphrase []byte, options ...Option) (*Vault, error) {
	return restoreWith(machine(options...), dir, from, passphrase)
}

// RestoreRecovery is Restore with the key of the recovery sheet.
func RestoreRecovery(dir string, from io.Reader, typed []byte, options ...Option) (*Vault, error) {
	by, err := parseRecovery(typed)
	if err != nil {
		return nil, fmt.Errorf("restore vault %s: %w", dir, err)
	}
	return restore(machine(options...), dir, from, recSlot, by, ErrRecovery)
}

func restoreWith(w world, dir string, from io.Reader, passphrase []byte) (*Vault, error) {
	words, err := normal(passphrase)
	if err != nil {
		return nil, fmt.Errorf("restore vault %s: %w", dir, err)
	}
	by, err := scryptBy(words)
	if err != nil {
		return nil, fmt.Errorf("restore vault %s: %w", dir, err)
	}
	return restore(w, dir, from, passSlot, by, ErrPassphrase)
}

func restore(w world, dir string, from io.Reader, slot string, by age.Identity, wrong error) (*Vault, error) {
	lock, err := claimFolder(w.disk, dir)
	if err != nil {
		return nil, fmt.Errorf("restore vault %s: %w", dir, err)
	}
	r := &restorer{world: w, dir: dir, in: tar.NewReader(from), slot: slot, by: by, wrong: wrong}
	err = r.run()
	if err != nil {
		r.undo()
	}
	if err := errors.Join(err, lock.Close()); err != nil {
		return nil, fmt.Errorf("restore vault %s: %w", dir, err)
	}
	return openBy(w, dir, slot, by, wrong)
}

// restorer unpacks a backup. What comes first says what may follow.
type restorer struct {
	world   world
	dir     string
	in      *tar.Reader
	slot    string // that is opened
	by      age.Identity
	wrong   error
	v       *Vault // with the keys and the root of the backup
	header  header
	written []string
}

func (r *restorer) run() error {
	for _, name := range []string{casesDir, slotsDir, manifestsDir} {
		if err := makeFolder(r.world.disk, filepath.Join(r.dir, name)); err != nil {
			return err
		}
	}
	head, err := r.first()
	if err != nil {
		return err
	}
	if err := r.slots(); err != nil {
		return err
	}
	if err := r.shards(); err != nil {
		return err
	}
	for _, f := range r.v.state.objectFiles() {
		if err := r.object(f); err != nil {
			return err
		}
	}
	if _, err := r.in.Next(); !errors.Is(err, io.EOF) {
		return ErrForeign
	}
	r.written = append(r.written, "vault.json", "vault.bak")
	return writeHeaders(r.world.disk, r.dir, head)
}

// next reads the head of the next file, which must have the name; "" is any.
func (r *restorer) next(name string) (*tar.Header, error) {
	h, err := r.in.Next()
	if err != nil || h.Typeflag != tar.TypeReg || name != "" && h.Name != name {
		return nil, errors.Join(ErrForeign, err)
	}
	return h, nil
}

// small reads a small file and writes it under its name.
func (r *restorer) small(name string, limit int64) ([]byte, error) {
	h, err := r.next(name)
	if err != nil {
		return nil, err
	}
	data, err := readBounded(r.in, h.Size, limit)
	if err != nil {
		return nil, errors.Join(ErrForeign, err)
	}
	return data, r.write(name, whole(data))
}

func (r *restorer) write(name string, produce func(io.Writer) error) error {
	r.written = append(r.written, name)
	return writeStream(r.world.disk, filepath.Join(r.dir, filepath.FromSlash(name)), filePerm, produce)
}

// first reads the header, which is written last.
func (r *restorer) first() (header, error) {
	h, err := r.next("vault.json")
	if err != nil {
		return header{}, err
	}
	data, err := readBounded(r.in, h.Size, maxSmall)
	if err != nil {
		return header{}, errors.Join(ErrForeign, err)
	}
	r.header, err = parseHeader(data)
	if errors.Is(err, ErrDamaged) {
		err = ErrForeign
	}
	return r.header, err
}

// slots reads the slots that the header names, and opens one of them.
func (r *restorer) slots() error {
	hashes := map[string]string{}
	for _, name := range r.header.Slots {
		if !slices.Contains([]string{passSlot, recSlot}, name) || hashes[name] != "" {
			return ErrForeign
		}
		data, err := r.small(slotsDir+"/"+name, maxSmall)
		if err != nil {
			return err
		}
		hashes[name] = sum(data)
		if name != r.slot {
			continue
		}
		k, err := openSlot(data, r.by, r.wrong)
		if err != nil {
			return err
		}
		r.v = &Vault{world: r.world, dir: r.dir, keys: k}
	}
	if r.v == nil {
		return r.wrong
	}
	return r.root(hashes)
}

// root reads the root, and holds the slots against it.
func (r *restorer) root(hashes map[string]string) error {
	h, err := r.next("")
	if err != nil {
		return err
	}
	what, n, ok := parseNumbered(strings.TrimPrefix(h.Name, manifestsDir+"/"))
	if !ok || what != rootName || r.header.Vault != r.v.keys.Vault {
		return ErrForeign
	}
	data, err := readBounded(r.in, h.Size, maxManifest)
	if err != nil {
		return errors.Join(ErrForeign, err)
	}
	if err := r.write(manifestsDir+"/"+numbered(rootName, n), whole(data)); err != nil {
		return err
	}
	r.v.state = state{shards: map[string]*held{}}
	root, _, err := r.v.readRoot(n)
	if err != nil {
		return err
	}
	for name, hash := range hashes {
		if !slices.Contains(root.Slots[name], hash) {
			return ErrForeign
		}
	}
	r.v.state.root = root
	return nil
}

// shards reads the shards that the root names.
func (r *restorer) shards() error {
	for _, b := range sortedKeys(r.v.state.root.Shards) {
		ref := r.v.state.root.Shards[b]
		if _, err := r.small(manifestsDir+"/"+numbered(b, ref.Number), maxManifest); err != nil {
			return err
		}
		s, hash, err := r.v.readShard(b, ref.Number)
		if err != nil || hash != ref.SHA256 {
			return errors.Join(ErrForeign, err)
		}
		r.v.state.shards[b] = &held{shard: s, sum: hash, intact: true}
	}
	return nil
}

// object writes a file of a case.
func (r *restorer) object(f packed) error {
	h, err := r.next(f.name)
	if err != nil {
		return err
	}
	if h.Size != f.size {
		return ErrForeign
	}
	dir := filepath.Join(r.dir, filepath.FromSlash(f.name), "..")
	r.written = append(r.written, f.name) // so that undo removes the folders too
	if err := makeFolders(r.world.disk, dir); err != nil {
		return err
	}
	return r.write(f.name, func(w io.Writer) error {
		hash, err := copyHashed(w, r.in, f.size)
		if err != nil || hash != f.hash {
			return errors.Join(ErrForeign, err)
		}
		return nil
	})
}

// undo removes what was written.
func (r *restorer) undo() {
	for _, name := range slices.Backward(r.written) {
		path := filepath.Join(r.dir, filepath.FromSlash(name))
		_ = r.world.disk.Remove(path)
		for dir := filepath.Dir(path); len(dir) > len(r.dir); dir = filepath.Dir(dir) {
			_ = r.world.disk.Remove(dir)
		}
	}
	for _, name := range []string{casesDir, slotsDir, manifestsDir} {
		_ = r.world.disk.Remove(filepath.Join(r.dir, name))
	}
}
