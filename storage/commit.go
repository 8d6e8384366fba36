package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
)

// commit writes new shards for the buckets of edits and a new root, under the
// given number, and makes them the state. An error leaves the state as it was:
// nothing of the edits counts then, though a crash may still bring them to light
// if the error is ErrUnsynced.
func (v *Vault) commit(number uint64, edits map[string]func(*shard), tweak func(*root)) error {
	if err := v.alone(number); err != nil {
		return err
	}
	next := v.nextRoot(number)
	if tweak != nil {
		tweak(&next)
	}
	var written []writing
	held, err := v.writeShards(number, edits, &next, &written)
	var rootSum string
	if err == nil {
		rootSum, err = v.writeManifest(rootName, number, next, v.world.rootPad, &written)
	}
	if err != nil {
		v.takeBack(written)
		return fmt.Errorf("write manifest: %w", v.vanished(err))
	}
	if err := v.nameAll(written); err != nil {
		return fmt.Errorf("write manifest: %w", err)
	}
	v.settle(next, rootSum, held)
	return nil
}

// alone makes sure that nobody else has written to the folder since we did.
func (v *Vault) alone(number uint64) error {
	_, err := v.world.disk.Lstat(v.at(manifestsDir, numbered(rootName, number)))
	if err == nil {
		return ErrChanged
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// nextRoot is the present root with a new number, chained to it.
func (v *Vault) nextRoot(number uint64) root {
	next := v.state.root
	next.Format, next.Kind, next.Vault = format, rootName, v.keys.Vault
	next.Number, next.Previous, next.At = number, v.state.rootSum, v.world.now().Unix()
	next.Shards, next.Slots = maps.Clone(next.Shards), maps.Clone(next.Slots)
	for b, h := range v.state.shards {
		next.Shards[b] = shardRef{h.Number, h.sum} // also those that had to be replaced
	}
	return next
}

// writing is a file under its temporary name.
type writing struct{ temp, path string }

func (v *Vault) writeShards(number uint64, edits map[string]func(*shard), next *root, written *[]writing) (map[string]*held, error) {
	out := map[string]*held{}
	for _, b := range slices.Sorted(maps.Keys(edits)) {
		s := v.nextShard(b, number)
		edits[b](&s)
		hash, err := v.writeManifest(b, number, s, v.world.shardPad, written)
		if err != nil {
			return nil, err
		}
		next.Shards[b] = shardRef{number, hash}
		out[b] = &held{shard: s, sum: hash, intact: true}
	}
	return out, nil
}

// nextShard is the present shard of a bucket with a new number, chained to it.
func (v *Vault) nextShard(bucket string, number uint64) shard {
	s := shard{Format: format, Kind: "shard", Vault: v.keys.Vault, Bucket: bucket, Cases: map[ID]*record{}, Removed: map[ID]uint64{}}
	if h := v.state.shards[bucket]; h != nil {
		s = h.clone()
		s.Previous = h.sum
	}
	if s.Removed == nil {
		s.Removed = map[ID]uint64{}
	}
	if s.Cases == nil {
		s.Cases = map[ID]*record{}
	}
	s.Number = number
	v.forgetErased(&s)
	return s
}

// forgetErased takes out the cases that were erased and of which nothing can come
// back.
func (v *Vault) forgetErased(s *shard) {
	for id := range s.Removed {
		folder, err := id.folder()
		if err == nil && v.gone(folder) && v.world.disk.SyncDir(v.at(casesDir)) == nil {
			delete(s.Removed, id)
		}
	}
}

// writeManifest signs, seals and writes a root or a shard under a temporary name
// and returns the hash of the file.
func (v *Vault) writeManifest(what string, number uint64, doc any, min int, written *[]writing) (string, error) {
	plain, err := sign(doc, v.keys.signing, min)
	if err != nil {
		return "", err
	}
	sealed, err := encrypt(plain, v.keys.identity.Recipient())
	if err != nil {
		return "", err
	}
	path := v.at(manifestsDir, numbered(what, number))
	w := writing{tempName(path), path}
	if err := writeTemp(v.world.disk, w.temp, filePerm, whole(sealed)); err != nil {
		return "", err
	}
	*written = append(*written, w)
	return sum(sealed), nil
}

// nameAll gives the files their names, the root last, and syncs the folder.
func (v *Vault) nameAll(written []writing) error {
	for i, w := range written {
		if err := v.world.disk.Rename(w.temp, w.path); err != nil {
			v.takeBack(written[i:])
			return err
		}
	}
	if err := v.world.disk.SyncDir(v.at(manifestsDir)); err != nil {
		return fmt.Errorf("%w: %w", ErrUnsynced, err)
	}
	return nil
}

func (v *Vault) takeBack(written []writing) {
	for _, w := range written {
		_ = v.world.disk.Remove(w.temp)
	}
}

// settle makes what was written the state and removes what it has replaced.
func (v *Vault) settle(next root, rootSum string, shards map[string]*held) {
	s := &v.state
	s.root, s.rootSum, s.fellBack = next, rootSum, false
	s.found.roots = append([]uint64{next.Number}, s.found.roots...)
	s.found.roots = v.sweepNumbers(rootName, s.found.roots, next.Number)
	if s.found.shards == nil {
		s.found.shards = map[string][]uint64{}
	}
	for b, h := range shards {
		s.shards[b] = h
		s.found.shards[b] = append([]uint64{next.Number}, s.found.shards[b]...)
		s.found.shards[b] = v.sweepNumbers(b, s.found.shards[b], next.Number)
	}
}

// vanished tells a vault that is not there any more, as when a memory stick was
// pulled out, from a file that is missing.
func (v *Vault) vanished(err error) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	path := v.at(casesDir)
	if _, lstat := v.world.disk.Lstat(path); !errors.Is(lstat, fs.ErrNotExist) {
		return errors.Join(err, lstat)
	}
	return fmt.Errorf("%s has vanished: %w", filepath.Dir(path), ErrNotVault)
}
