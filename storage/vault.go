package storage

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"filippo.io/age"

	"recourse/storage/internal/knob"
)

// Vault is an open vault. Its methods may be called from several goroutines. It
// holds the keys in memory and the lock on the folder until Close.
type Vault struct {
	mu       sync.Mutex
	world    world
	dir      string
	keys     keys
	lock     io.Closer // nil if the vault can only be read
	readOnly error     // why it can only be read; nil if it can be written
	state    state
	index    *index   // nil until it is asked for
	parsed   sync.Map // the identities of cases, by their text
	warming  sync.Once
}

// world is what a vault takes from outside, and what only tests may change.
type world struct {
	disk     disk
	now      func() time.Time
	factor   int // the work factor of new slots; 0 to calibrate
	rootPad  int
	shardPad int
}

// Option changes how vaults are made. There is none but in package storagetest, for
// tests of programs.
type Option = knob.Option

// machine is the world outside tests.
func machine(options ...Option) world {
	w := world{disk: osDisk{}, now: time.Now, rootPad: rootPad, shardPad: shardPad}
	for _, o := range options {
		w.factor = o.Factor()
	}
	return w
}

// Create makes a vault in a folder that does not exist or is empty, and opens
// it. What an interrupted Create left counts as empty; an empty folder keeps its
// permissions. It takes about two seconds, for the slot is read back with the
// passphrase before the vault is handed out. The errors are ErrExists,
// ErrPassphrase for an empty or malformed passphrase, ErrLocked, and those of
// the file system. Whether a passphrase is a good one says package passphrase.
func Create(dir string, passphrase []byte, options ...Option) (*Vault, error) {
	return create(machine(options...), dir, passphrase)
}

// Open opens a vault. It takes about a second. If it cannot be locked for
// writing it is opened for reading, and ReadOnly says why. The errors are
// ErrNotVault, ErrNewer, ErrPassphrase, ErrDamaged, and those of the file
// system; none changes anything on disk.
func Open(dir string, passphrase []byte, options ...Option) (*Vault, error) {
	return open(machine(options...), dir, passphrase)
}

// OpenRecovery opens a vault with the key of its recovery sheet, typed in
// whatever grouping. The errors are those of Open, with ErrRecovery.
func OpenRecovery(dir string, typed []byte, options ...Option) (*Vault, error) {
	return openRecovery(machine(options...), dir, typed)
}

// CreateInMemory makes a vault that leaves nothing: sealed files and keys lie in
// the memory of this process and are gone with it.
func CreateInMemory() (*Vault, error) {
	w := machine()
	w.disk = newMemory()
	v, err := build(w, string(filepath.Separator)+"vault", nil)
	if err != nil {
		return nil, fmt.Errorf("create vault in memory: %w", err)
	}
	return v, nil
}

// Close writes the index, forgets the keys and frees the lock. A second call
// does nothing.
func (v *Vault) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.keys.identity == nil {
		return nil
	}
	v.saveIndex()
	v.forgetKeys()
	if v.lock == nil {
		return nil
	}
	return v.lock.Close()
}

// forgetKeys closes the vault in memory.
func (v *Vault) forgetKeys() {
	clear(v.keys.Signing)
	clear(v.keys.signing)
	v.keys, v.state, v.index = keys{}, state{}, nil
	v.parsed.Clear()
}

// ReadOnly returns nil if the vault can be written, else the reason: ErrLocked
// if another process has it, or ErrReadOnly with the word of the file system.
func (v *Vault) ReadOnly() error { return v.readOnly }

// SavePoint is the number of the vault's newest state: it grows with each save,
// so that a person can compare it with the one on a backup.
func (v *Vault) SavePoint() uint64 {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.state.root.Number
}

// ID is the id of the vault, as it stands on the recovery sheet.
func (v *Vault) ID() string { return v.keys.Vault }

// Findings lists what was noticed when the vault was opened. Verify looks closer.
func (v *Vault) Findings() []Finding {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.state.findings)
}

func open(w world, dir string, passphrase []byte) (*Vault, error) {
	words, err := normal(passphrase)
	if err != nil {
		return nil, fmt.Errorf("open vault %s: %w", dir, err)
	}
	by, err := scryptBy(words)
	if err != nil {
		return nil, fmt.Errorf("open vault %s: %w", dir, err)
	}
	return openBy(w, dir, passSlot, by, ErrPassphrase)
}

func openRecovery(w world, dir string, typed []byte) (*Vault, error) {
	by, err := parseRecovery(typed)
	if err != nil {
		return nil, fmt.Errorf("open vault %s: %w", dir, err)
	}
	return openBy(w, dir, recSlot, by, ErrRecovery)
}

// openBy opens a vault by one of its slots.
func openBy(w world, dir, slot string, by age.Identity, wrong error) (*Vault, error) {
	v, err := unlock(w, dir, slot, by, wrong)
	if err != nil {
		return nil, fmt.Errorf("open vault %s: %w", dir, err)
	}
	v.takeLock()
	if err := v.start(); err != nil {
		if v.lock != nil {
			err = errors.Join(err, v.lock.Close())
		}
		return nil, fmt.Errorf("open vault %s: %w", dir, err)
	}
	return v, nil
}

// unlock reads the header and opens a slot.
func unlock(w world, dir, slot string, by age.Identity, wrong error) (*Vault, error) {
	headers, err := readHeaders(w.disk, dir)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, slotsDir, slot)
	data, err := readFile(w.disk, path, maxSmall)
	if absent(err) && slot == recSlot {
		return nil, fmt.Errorf("%s is missing: %w", path, ErrRecovery)
	}
	if err != nil {
		return nil, err
	}
	k, err := openSlot(data, by, wrong)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if !anyOf(headers, k.Vault) {
		return nil, fmt.Errorf("read %s: it belongs to another vault: %w", path, ErrDamaged)
	}
	return &Vault{world: w, dir: dir, keys: k}, nil
}

// takeLock takes the lock, or notes why the vault can only be read. Better no
// writing than two writers.
func (v *Vault) takeLock() {
	lock, err := v.world.disk.Lock(v.at(lockName))
	switch {
	case err == nil:
		v.lock = lock
	case errors.Is(err, ErrLocked):
		v.readOnly = err
	default:
		v.readOnly = fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
}

// start reads the state, and puts in order what a crash has left.
func (v *Vault) start() error {
	if err := v.load(); err != nil {
		return err
	}
	if v.readOnly == nil {
		v.tidy()
	}
	return nil
}

// ready returns why the vault cannot be read now, or nil.
func (v *Vault) ready() error {
	if v.keys.identity == nil {
		return ErrClosed
	}
	return nil
}

// writable returns why the vault cannot be written now, or nil.
func (v *Vault) writable() error {
	if err := v.ready(); err != nil {
		return err
	}
	return v.readOnly
}

// number takes the next number. No number is taken twice.
func (v *Vault) number() uint64 {
	n := v.state.next
	v.state.next++
	return n
}
