package storage

import (
	"errors"
	"fmt"
)

func create(w world, dir string, passphrase []byte) (*Vault, error) {
	words, err := normal(passphrase)
	if err == nil && w.factor == 0 {
		w.factor, err = calibrate()
	}
	var v *Vault
	if err == nil {
		v, err = build(w, dir, &words)
	}
	if err != nil {
		return nil, fmt.Errorf("create vault %s: %w", dir, err)
	}
	return v, nil
}

// build prepares all that can fail without the disk before it touches the disk.
// Without words the vault has no slot.
func build(w world, dir string, words *string) (*Vault, error) {
	k, err := newKeys()
	if err != nil {
		return nil, err
	}
	var slot []byte
	if words != nil {
		if slot, err = passphraseSlot(k, *words, w.factor); err != nil {
			return nil, err
		}
	}
	lock, err := claimFolder(w.disk, dir)
	if err != nil {
		return nil, err
	}
	v := &Vault{world: w, dir: dir, keys: k, lock: lock}
	if err := v.lay(slot); err != nil {
		dropHeaders(w.disk, dir)
		return nil, errors.Join(err, lock.Close())
	}
	return v, nil
}

// passphraseSlot seals a slot and opens it again, so that no passphrase is
// trusted that has not opened anything.
func passphraseSlot(k keys, words string, factor int) ([]byte, error) {
	to, err := scryptTo(words, factor)
	if err != nil {
		return nil, err
	}
	slot, err := sealSlot(k.secrets, to)
	if err != nil {
		return nil, err
	}
	by, err := scryptBy(words)
	if err != nil {
		return nil, err
	}
	again, err := openSlot(slot, by, ErrDamaged)
	if err == nil && again.Identity != k.Identity {
		err = ErrDamaged
	}
	return slot, err
}

// lay writes a new vault, the headers last: before them there is no vault.
func (v *Vault) lay(slot []byte) error {
	d, h := v.world.disk, header{Format: format, Vault: v.keys.Vault, Slots: []string{}}
	for _, name := range []string{casesDir, slotsDir, manifestsDir} {
		if err := makeFolder(d, v.at(name)); err != nil {
			return err
		}
	}
	if err := v.remove(manifestsDir, numbered(rootName, 1)); err != nil && !absent(err) {
		return err // of a vault that was never finished
	}
	slots := map[string][]string{}
	if slot != nil {
		h.Slots, slots[passSlot] = []string{passSlot}, []string{sum(slot)}
		if err := writeFile(d, v.at(slotsDir, passSlot), slot, filePerm); err != nil {
			return err
		}
	}
	v.state = state{root: root{Shards: map[string]shardRef{}, Slots: slots}, shards: map[string]*held{}, next: 1, untidy: map[ID]bool{}}
	if err := v.commit(v.number(), nil, nil); err != nil {
		return err
	}
	return writeHeaders(d, v.dir, h)
}
