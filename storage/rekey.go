package storage

import (
	"bytes"
	"fmt"
	"slices"

	"filippo.io/age"
)

// ChangePassphrase makes the vault open with a new passphrase and no more with
// the old one. The new slot is opened with the new passphrase before the old one
// goes. Cut short at any point, one of the two opens the vault. A copy of the
// folder from before still opens with the old passphrase. The errors are
// ErrPassphrase, and those of Put.
func (v *Vault) ChangePassphrase(passphrase []byte) error {
	words, err := normal(passphrase)
	if err == nil {
		err = v.changePassphrase(words)
	}
	if err != nil {
		return fmt.Errorf("change passphrase: %w", err)
	}
	return nil
}

func (v *Vault) changePassphrase(words string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.writable(); err != nil {
		return err
	}
	factor, err := v.world.factor, error(nil)
	if factor == 0 {
		if factor, err = calibrate(); err != nil {
			return err
		}
	}
	slot, err := passphraseSlot(v.keys, words, factor)
	if err != nil {
		return err
	}
	return v.replaceSlot(passSlot, slot, nil)
}

// noSlot stands among the hashes of a slot that need not be there.
const noSlot = ""

// settleSlots ends a change of slots that was cut short: what lies there counts,
// if a root has accepted it.
func (v *Vault) settleSlots() error {
	settled, changed := map[string][]string{}, false
	for name, hashes := range v.state.root.Slots {
		settled[name] = hashes
		if len(hashes) < 2 {
			continue
		}
		data, err := readFile(v.world.disk, v.at(slotsDir, name), maxSmall)
		switch hash := sum(data); {
		case err == nil && slices.Contains(hashes, hash):
			settled[name], changed = []string{hash}, true
		case absent(err) && slices.Contains(hashes, noSlot):
			delete(settled, name)
			changed = true
		}
	}
	if !changed {
		return nil
	}
	return v.commit(v.number(), nil, func(r *root) { r.Slots = settled })
}

// replaceSlot puts a slot in the place of another: a root that accepts both, the
// slot, a root that accepts the new one alone.
func (v *Vault) replaceSlot(name string, slot []byte, tweak func(*root)) error {
	hash := sum(slot)
	err := v.commit(v.number(), nil, func(r *root) {
		before := r.Slots[name]
		if len(before) == 0 {
			before = []string{noSlot}
		}
		r.Slots[name] = append(slices.Clone(before), hash)
		if tweak != nil {
			tweak(r)
		}
	})
	if err != nil {
		return err
	}
	path := v.at(slotsDir, name)
	if err := v.vanished(writeFile(v.world.disk, path, slot, filePerm)); err != nil {
		return err
	}
	if again, err := readFile(v.world.disk, path, maxSmall); err != nil || !bytes.Equal(again, slot) {
		return fmt.Errorf("read %s again: %w: %w", path, ErrDamaged, err)
	}
	return v.commit(v.number(), nil, func(r *root) { r.Slots[name] = []string{hash} })
}

// NewRecovery makes a key for a recovery sheet and the slot that it opens, in
// place of any before: an older sheet opens the vault no more. The key is
// returned once and kept nowhere; have it typed back with ProveRecovery. The
// errors are those of Put.
func (v *Vault) NewRecovery() (Recovery, error) {
	key, err := v.newRecovery()
	if err != nil {
		return Recovery{}, fmt.Errorf("make recovery key: %w", err)
	}
	return key, nil
}

func (v *Vault) newRecovery() (Recovery, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.writable(); err != nil {
		return Recovery{}, err
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return Recovery{}, err
	}
	slot, err := sealSlot(v.keys.secrets, identity.Recipient())
	if err != nil {
		return Recovery{}, err
	}
	if err := writeHeaders(v.world.disk, v.dir, v.header().with(recSlot)); err != nil {
		return Recovery{}, v.vanished(err)
	}
	err = v.replaceSlot(recSlot, slot, func(r *root) { r.Recovery = identity.Recipient().String() })
	return Recovery{Vault: v.keys.Vault, Key: identity.String(), Made: v.world.now()}, err
}

// ProveRecovery tells whether a typed key is that of the vault's recovery slot:
// nil, or ErrRecovery, ErrClosed or an error of the file system.
func (v *Vault) ProveRecovery(typed []byte) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	err := v.ready()
	if err == nil {
		err = v.proveRecovery(typed)
	}
	if err != nil {
		return fmt.Errorf("prove recovery key: %w", err)
	}
	return nil
}

func (v *Vault) proveRecovery(typed []byte) error {
	by, err := parseRecovery(typed)
	if err != nil {
		return err
	}
	slot, err := readFile(v.world.disk, v.at(slotsDir, recSlot), maxSmall)
	if absent(err) {
		return ErrRecovery
	}
	if err != nil {
		return err
	}
	k, err := openSlot(slot, by, ErrRecovery)
	if err == nil && k.Identity != v.keys.Identity {
		err = ErrRecovery
	}
	return err
}
