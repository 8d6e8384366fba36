package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"

	"filippo.io/age"
)

// Vault is an open vault. Its methods may be called from several goroutines. It
// holds the key in memory and the lock on the folder until Close.
type Vault struct {
	mu       sync.Mutex
	disk     disk
	dir      string
	id       string
	identity *age.X25519Identity // nil once closed
	lock     io.Closer
	unsynced map[ID]claim
}

// claim remembers a Put that replaced the file but could not sync the folder, so
// that the caller, who still holds the acknowledged revision, can save again.
type claim struct{ acknowledged, stored uint64 }

// The names within a vault's folder.
const (
	slotsDir = "slots"
	passSlot = "pass.age"
	casesDir = "c"
	caseFile = "draft.age"
	lockName = "lock"
)

// Create makes a vault in a folder that does not exist or is empty, and opens
// it. What an interrupted Create left counts as empty; an empty folder keeps its
// permissions. It takes about a second, for the slot is read back with the
// passphrase before the vault is handed out. The errors are ErrExists, ErrPassphrase for an empty or malformed passphrase,
// ErrLocked, and those of the file system.
func Create(dir string, passphrase []byte) (*Vault, error) {
	return create(osDisk{}, dir, passphrase, workFactor)
}

// Open opens a vault for reading and writing. It takes about half a second. The
// errors are ErrNotVault, ErrNewer, ErrLocked, ErrPassphrase, ErrDamaged, and
// those of the file system; none changes anything on disk.
func Open(dir string, passphrase []byte) (*Vault, error) {
	return open(osDisk{}, dir, passphrase)
}

// Close forgets the key and frees the lock. A second call does nothing.
func (v *Vault) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.identity == nil {
		return nil
	}
	v.identity = nil
	return v.lock.Close()
}

func create(d disk, dir string, passphrase []byte, factor int) (*Vault, error) {
	v, err := build(d, dir, passphrase, factor)
	if err != nil {
		return nil, fmt.Errorf("create vault %s: %w", dir, err)
	}
	return v, nil
}

// build prepares all that can fail without the disk before it touches the disk.
func build(d disk, dir string, passphrase []byte, factor int) (*Vault, error) {
	words, err := normalize(passphrase)
	if err != nil {
		return nil, err
	}
	s, err := newSecrets()
	if err != nil {
		return nil, err
	}
	slot, err := sealSlot(s, words, factor)
	if err != nil {
		return nil, err
	}
	lock, err := claimFolder(d, dir)
	if err != nil {
		return nil, err
	}
	v, err := settle(d, dir, slot, s.Vault, words, lock)
	if err != nil {
		dropHeaders(d, dir)
		return nil, errors.Join(err, lock.Close())
	}
	return v, nil
}

// settle writes the new vault and opens it by what it reads back.
func settle(d disk, dir string, slot []byte, vault, words string, lock io.Closer) (*Vault, error) {
	if err := lay(d, dir, slot, vault); err != nil {
		return nil, err
	}
	return unlock(d, dir, words, lock)
}

// claimFolder makes the folder, locks it, and makes sure that it is free, before
// and after taking the lock.
func claimFolder(d disk, dir string) (io.Closer, error) {
	if err := checkFree(d, dir); err != nil {
		return nil, err
	}
	if err := makeFolders(d, dir); err != nil {
		return nil, err
	}
	lock, err := d.Lock(filepath.Join(dir, lockName))
	if err != nil {
		return nil, err
	}
	if err := checkFree(d, dir); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return lock, nil
}

// checkFree returns ErrExists unless the folder is missing, empty, or holds only
// what lay leaves behind when it is cut short.
func checkFree(d disk, dir string) error {
	return errors.Join(
		checkOnly(d, dir, lockName, casesDir, slotsDir),
		checkOnly(d, filepath.Join(dir, casesDir)),
		checkOnly(d, filepath.Join(dir, slotsDir), passSlot),
	)
}

// checkOnly returns ErrExists if a folder holds more than the given names and
// temporary files. A missing folder is fine.
func checkOnly(d disk, folder string, names ...string) error {
	entries, err := d.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if !isTemp(e.Name()) && !slices.Contains(names, e.Name()) {
			return ErrExists
		}
	}
	return nil
}

// lay writes a new vault, the headers last: before them there is no vault.
func lay(d disk, dir string, slot []byte, vault string) error {
	for _, name := range []string{casesDir, slotsDir} {
		if err := makeFolder(d, filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	if err := writeFile(d, filepath.Join(dir, slotsDir, passSlot), slot, filePerm); err != nil {
		return err
	}
	return writeHeaders(d, dir, header{Format: format, Vault: vault})
}

func open(d disk, dir string, passphrase []byte) (*Vault, error) {
	v, err := openLocked(d, dir, passphrase)
	if err != nil {
		return nil, fmt.Errorf("open vault %s: %w", dir, err)
	}
	v.sweep()
	return v, nil
}

// openLocked looks for the header before it makes a lock file in the folder.
func openLocked(d disk, dir string, passphrase []byte) (*Vault, error) {
	words, err := normalize(passphrase)
	if err != nil {
		return nil, err
	}
	if _, err := readHeaders(d, dir); err != nil {
		return nil, err
	}
	lock, err := d.Lock(filepath.Join(dir, lockName))
	if err != nil {
		return nil, err
	}
	v, err := unlock(d, dir, words, lock)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return v, nil
}

// unlock opens the passphrase slot of a locked folder. If it fails the lock
// remains the caller's, else it is the vault's.
func unlock(d disk, dir, words string, lock io.Closer) (*Vault, error) {
	s, identity, err := readSecrets(d, dir, words)
	if err != nil {
		return nil, err
	}
	return &Vault{disk: d, dir: dir, id: s.Vault, identity: identity, lock: lock, unsynced: map[ID]claim{}}, nil
}

func readSecrets(d disk, dir, words string) (secrets, *age.X25519Identity, error) {
	headers, err := readHeaders(d, dir)
	if err != nil {
		return secrets{}, nil, err
	}
	path := filepath.Join(dir, slotsDir, passSlot)
	slot, _, err := readFile(d, path, maxSmall)
	if err != nil {
		return secrets{}, nil, err
	}
	s, err := openSlot(slot, words)
	if err != nil {
		return secrets{}, nil, fmt.Errorf("read %s: %w", path, err)
	}
	identity, err := age.ParseX25519Identity(s.Identity)
	if err != nil || !anyOf(headers, s.Vault) {
		return secrets{}, nil, fmt.Errorf("read %s: it belongs to another vault: %w", path, ErrDamaged)
	}
	return s, identity, nil
}

// sweep removes the temporary files of a process that was killed. They are
// sealed and harmless, so a failure to remove one is none.
func (v *Vault) sweep() {
	folders := []string{v.dir, filepath.Join(v.dir, slotsDir)}
	cases, _ := v.disk.ReadDir(filepath.Join(v.dir, casesDir))
	for _, c := range cases {
		folders = append(folders, filepath.Join(v.dir, casesDir, c.Name()))
	}
	for _, folder := range folders {
		entries, _ := v.disk.ReadDir(folder)
		for _, e := range entries {
			if isTemp(e.Name()) {
				_ = v.disk.Remove(filepath.Join(folder, e.Name()))
			}
		}
	}
}
