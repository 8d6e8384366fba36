package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// MaxSize is the largest number of bytes that a case may have.
const MaxSize = 64 << 20

// maxSealed bounds a sealed case: MaxSize, its head, padding and age's overhead.
const maxSealed = 68 << 20

// head is the first line of a sealed object: what it claims to be. It stands
// inside, so a genuine file in a wrong place betrays itself.
type head struct {
	Format int    `json:"format"`
	Kind   kind   `json:"kind"`
	Vault  string `json:"vault"`
	Case   ID     `json:"case"`
	Number uint64 `json:"number"`
	Rev    uint64 `json:"rev"`
	At     int64  `json:"at"`
	Length int64  `json:"length"`
}

// writeObject seals a draft or log, writes it under a new number, and returns it
// as a shard lists it.
func (v *Vault) writeObject(id ID, r *record, k kind, number, rev uint64, data []byte) (object, error) {
	key, err := v.keyOf(r)
	if err != nil {
		return object{}, ErrDamaged
	}
	h := head{Format: format, Kind: k, Vault: v.keys.Vault, Case: id, Number: number, Rev: rev, At: v.world.now().Unix(), Length: int64(len(data))}
	first, err := json.Marshal(h)
	if err != nil {
		return object{}, err
	}
	sealed, err := encrypt(line(string(first), data, 0), key.Recipient())
	if err != nil {
		return object{}, err
	}
	o := object{Kind: k, Number: number, Rev: rev, Size: int64(len(sealed)), Length: h.Length, SHA256: sum(sealed), At: h.At}
	path := filepath.Join(v.caseDir(r), o.name())
	if _, err := v.world.disk.Lstat(path); err == nil {
		return object{}, ErrChanged
	}
	return o, v.vanished(writeFile(v.world.disk, path, sealed, filePerm))
}

// buffers are what one object after the other is read into.
type buffers struct{ sealed, plain []byte }

// readObject reads a draft or log and holds it against its shard.
func (v *Vault) readObject(id ID, r *record, o object) ([]byte, error) {
	return v.readObjectInto(&buffers{}, id, r, o)
}

// readObjectInto is readObject for many objects: what it returns holds until the
// next one.
func (v *Vault) readObjectInto(b *buffers, id ID, r *record, o object) ([]byte, error) {
	path := filepath.Join(v.caseDir(r), o.name())
	sealed, err := readFileInto(b.sealed, v.world.disk, path, maxSealed)
	b.sealed = sealed
	if errors.Is(err, fs.ErrNotExist) {
		if err := v.vanished(err); errors.Is(err, ErrNotVault) {
			return nil, err
		}
		return nil, fmt.Errorf("%s is missing: %w", path, ErrDamaged)
	}
	if err != nil {
		return nil, err
	}
	if int64(len(sealed)) != o.Size || sum(sealed) != o.SHA256 {
		return nil, fmt.Errorf("read %s: %w", path, ErrDamaged)
	}
	h, data, err := v.unsealInto(b, sealed, id, r, o.Kind)
	if err == nil && (h.Number != o.Number || h.Rev != o.Rev) {
		err = ErrDamaged
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return data, nil
}

// unseal opens a sealed draft or log and returns its head and data, if it is one
// of this vault, case and kind.
func (v *Vault) unseal(sealed []byte, id ID, r *record, k kind) (head, []byte, error) {
	return v.unsealInto(&buffers{}, sealed, id, r, k)
}

func (v *Vault) unsealInto(b *buffers, sealed []byte, id ID, r *record, k kind) (head, []byte, error) {
	key, err := v.keyOf(r)
	if err != nil {
		return head{}, nil, err
	}
	plain, err := decryptInto(b.plain, sealed, key)
	if err != nil {
		return head{}, nil, ErrDamaged
	}
	b.plain = plain
	first, rest, _ := bytes.Cut(plain, []byte{'\n'})
	if err := checkFormat(first); err != nil {
		return head{}, nil, err
	}
	var h head
	if err := decode(first, &h); err != nil {
		return head{}, nil, err
	}
	if h.Kind != k || h.Vault != v.keys.Vault || h.Case != id || h.Length < 0 || h.Length > int64(len(rest)) {
		return head{}, nil, ErrDamaged
	}
	return h, rest[:h.Length:h.Length], nil
}
