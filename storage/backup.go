package storage

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// Backup writes the whole vault into one file at path, reads it again from the
// medium and holds each part against the manifest; on an error there is no such
// file, or the one of before. It answers with the save point that it holds. The
// vault cannot be changed meanwhile. The errors are ErrDamaged, naming the file,
// if something in the vault is, and those of WriteFile.
func (v *Vault) Backup(path string) (savePoint uint64, err error) { return v.BackupWith(path, nil) }

// BackupWith is Backup that tells its progress in files. The errors include
// ErrCancelled.
func (v *Vault) BackupWith(path string, progress Progress) (savePoint uint64, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.backup(path, progress); err != nil {
		return 0, fmt.Errorf("write backup: %w", err)
	}
	return v.state.root.Number, nil
}

func (v *Vault) backup(path string, progress Progress) error {
	if err := v.ready(); err != nil {
		return err
	}
	if v.readOnly == nil {
		if err := v.settleSlots(); err != nil {
			return err
		}
	}
	files, err := v.backupFiles()
	if err != nil {
		return err
	}
	temp := tempName(path)
	err = writeTemp(osDisk{}, temp, filePerm, func(w io.Writer) error { return v.pack(w, files, progress) })
	if err != nil {
		return err
	}
	if err := v.checkBackup(temp, files); err != nil {
		_ = osDisk{}.Remove(temp)
		return fmt.Errorf("read it again: %w", err)
	}
	return nameFile(osDisk{}, temp, path)
}

// packed is a file of a backup: its name within the vault, with slashes, and
// what it must be.
type packed struct {
	name string
	data []byte // of small files, which are held; nil for those that are streamed
	size int64
	hash string
}

func heldFile(name string, data []byte) packed {
	return packed{name: name, data: data, size: int64(len(data)), hash: sum(data)}
}

// backupFiles lists what belongs into a backup, in its order.
func (v *Vault) backupFiles() ([]packed, error) {
	head, err := v.header().bytes()
	if err != nil {
		return nil, err
	}
	files, small := []packed{heldFile("vault.json", head)}, []string(nil)
	for _, name := range []string{passSlot, recSlot} {
		if len(v.state.root.Slots[name]) > 0 {
			small = append(small, slotsDir+"/"+name)
		}
	}
	small = append(small, manifestsDir+"/"+numbered(rootName, v.state.root.Number))
	for _, b := range sortedKeys(v.state.root.Shards) {
		small = append(small, manifestsDir+"/"+numbered(b, v.state.root.Shards[b].Number))
	}
	for _, name := range small {
		data, err := readFile(v.world.disk, v.at(filepath.FromSlash(name)), maxManifest)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, v.vanished(err))
		}
		files = append(files, heldFile(name, data))
	}
	return append(files, v.state.objectFiles()...), v.checkManifests(files)
}

// checkManifests holds the small files of a backup against the state.
func (v *Vault) checkManifests(files []packed) error {
	for _, f := range files {
		dir, base := filepath.Split(filepath.FromSlash(f.name))
		what, _, _ := parseNumbered(base)
		good := true
		switch {
		case filepath.Clean(dir) == slotsDir:
			good = slices.Contains(v.state.root.Slots[base], f.hash)
		case what == rootName:
			good = f.hash == v.state.rootSum
		case filepath.Clean(dir) == manifestsDir:
			good = f.hash == v.state.root.Shards[what].SHA256
		}
		if !good {
			return fmt.Errorf("read %s: %w", f.name, ErrDamaged)
		}
	}
	return nil
}

// objectFiles lists every object of every case.
func (s *state) objectFiles() []packed {
	var files []packed
	all := s.all()
	for _, id := range sortedKeys(all) {
		r := all[id]
		for _, k := range []kind{kindDraft, kindLog, kindExhibit} {
			for _, o := range r.of(k) {
				files = append(files, packed{name: strings.Join([]string{casesDir, r.Folder, filepath.ToSlash(o.name())}, "/"), size: o.Size, hash: o.SHA256})
			}
		}
	}
	return files
}

// pack writes the archive. It holds each file against its hash, so that damage
// does not reach a backup unnoticed.
func (v *Vault) pack(w io.Writer, files []packed, progress Progress) error {
	out := tar.NewWriter(w)
	for i, f := range files {
		if err := progress.step(i, len(files)); err != nil {
			return err
		}
		h := &tar.Header{Typeflag: tar.TypeReg, Name: f.name, Size: f.size, Mode: 0o600}
		if err := out.WriteHeader(h); err != nil {
			return err
		}
		if err := v.packOne(out, f); err != nil {
			return fmt.Errorf("read %s: %w", f.name, err)
		}
	}
	return out.Close()
}

func (v *Vault) packOne(w io.Writer, f packed) error {
	if f.data != nil {
		_, err := w.Write(f.data)
		return err
	}
	from, size, err := openRegular(v.world.disk, v.at(filepath.FromSlash(f.name)), 1<<62)
	if errors.Is(err, fs.ErrNotExist) {
		return errors.Join(ErrDamaged, err)
	}
	if err != nil {
		return err
	}
	if size != f.size {
		return errors.Join(ErrDamaged, from.Close())
	}
	hash, err := copyHashed(w, from, f.size)
	if err == nil && hash != f.hash {
		err = ErrDamaged
	}
	return errors.Join(err, from.Close())
}

// checkBackup reads an archive and wants exactly these files.
func (v *Vault) checkBackup(path string, files []packed) error {
	f, err := osDisk{}.Open(path)
	if err != nil {
		return err
	}
	in := tar.NewReader(f)
	for _, want := range files {
		err = errors.Join(err, checkPacked(in, want))
	}
	if _, end := in.Next(); err == nil && !errors.Is(end, io.EOF) {
		err = ErrForeign
	}
	return errors.Join(err, f.Close())
}

func checkPacked(in *tar.Reader, want packed) error {
	h, err := in.Next()
	if err != nil {
		return err
	}
	if h.Name != want.name || h.Size != want.size {
		return ErrForeign
	}
	hash, err := copyHashed(io.Discard, in, want.size)
	if err == nil && hash != want.hash {
		err = ErrForeign
	}
	return err
}

// sortedKeys lists the keys of a map in order.
func sortedKeys[K ~string, V any](m map[K]V) []K {
	var keys []K
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
