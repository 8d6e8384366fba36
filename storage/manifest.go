package storage

import (
	"fmt"
	"maps"
	"slices"

	"filippo.io/age"
)

// The least sizes of sealed manifests before sealing: so large that a save costs
// the same with ten cases and with ten thousand.
const (
	rootPad  = 28 << 10
	shardPad = 80 << 10
)

// maxManifest bounds a sealed root or shard.
const maxManifest = 64 << 20

// root is the upper manifest: what slots and shards there are.
type root struct {
	Format   int                 `json:"format"`
	Kind     string              `json:"kind"`
	Vault    string              `json:"vault"`
	Number   uint64              `json:"number"`
	Previous string              `json:"previous"`
	At       int64               `json:"at"`
	Recovery string              `json:"recovery"`
	Slots    map[string][]string `json:"slots"`
	Shards   map[string]shardRef `json:"shards"`
}

// shardRef is a shard as a root knows it.
type shardRef struct {
	Number uint64 `json:"number"`
	SHA256 string `json:"sha256"`
}

// shard is the lower manifest: the cases of one bucket.
type shard struct {
	Format   int            `json:"format"`
	Kind     string         `json:"kind"`
	Vault    string         `json:"vault"`
	Bucket   string         `json:"bucket"`
	Number   uint64         `json:"number"`
	Previous string         `json:"previous"`
	Cases    map[ID]*record `json:"cases"`
	Removed  map[ID]uint64  `json:"removed"`
}

// record is a case: its key and its objects. Records are never changed, only
// replaced.
type record struct {
	Folder   string   `json:"folder"`
	Identity string   `json:"identity"`
	Objects  []object `json:"objects"`
}

// kind is the kind of an object.
type kind string

const (
	kindDraft   kind = "draft"
	kindLog     kind = "log"
	kindExhibit kind = "exhibit"
)

// object is a sealed file of a case as its shard knows it.
type object struct {
	Kind   kind   `json:"kind"`
	ID     ID     `json:"id,omitempty"` // of an exhibit
	Number uint64 `json:"number"`
	Rev    uint64 `json:"rev"`
	Size   int64  `json:"size"`   // of the sealed file
	Length int64  `json:"length"` // of the data in it
	SHA256 string `json:"sha256"` // of the sealed file
	At     int64  `json:"at"`
}

// newest returns the newest object of a kind; ok is false if there is none.
func (r *record) newest(k kind) (best object, ok bool) {
	for _, o := range r.Objects {
		if o.Kind == k && o.Number > best.Number {
			best, ok = o, true
		}
	}
	return best, ok
}

// of lists the objects of a kind, the newest first.
func (r *record) of(k kind) []object {
	out := slices.DeleteFunc(slices.Clone(r.Objects), func(o object) bool { return o.Kind != k })
	slices.SortFunc(out, func(a, b object) int { return int(b.Number) - int(a.Number) })
	return out
}

// has tells whether the record lists the file of that kind and number.
func (r *record) has(k kind, number uint64) bool {
	return slices.ContainsFunc(r.Objects, func(o object) bool { return o.Kind == k && o.Number == number })
}

// with returns the record with one more object, without generations that are
// kept no longer.
func (r *record) with(added ...object) *record {
	out := &record{Folder: r.Folder, Identity: r.Identity, Objects: append(slices.Clone(r.Objects), added...)}
	drafts, logs := out.of(kindDraft), out.of(kindLog)
	keep := append(kept(drafts), logs[:min(len(logs), keptLogs)]...)
	for _, x := range out.of(kindExhibit) {
		if !slices.ContainsFunc(keep, func(o object) bool { return o.Kind == kindExhibit && o.ID == x.ID }) {
			keep = append(keep, x)
		}
	}
	out.Objects = keep
	return out
}

// withoutNumber returns the record without a log and the exhibits that came with
// it: they were not acknowledged, and were tried again.
func (r *record) withoutNumber(n uint64) *record {
	out := *r
	out.Objects = slices.DeleteFunc(slices.Clone(r.Objects), func(o object) bool { return o.Kind != kindDraft && o.Number == n })
	return &out
}

// keyOf returns the identity of a case, which takes a while to be made of its
// text, so that it is kept as long as the vault is open.
func (v *Vault) keyOf(r *record) (*age.X25519Identity, error) {
	if known, ok := v.parsed.Load(r.Identity); ok {
		return known.(*age.X25519Identity), nil
	}
	identity, err := age.ParseX25519Identity(r.Identity)
	if err != nil {
		return nil, ErrDamaged
	}
	v.parsed.Store(r.Identity, identity)
	return identity, nil
}

// clone copies a shard so that its maps may be changed.
func (s shard) clone() shard {
	s.Cases, s.Removed = maps.Clone(s.Cases), maps.Clone(s.Removed)
	return s
}

// check holds what a shard says of itself against where it was found, and that
// the names in it are names.
func (s shard) check(vault, bucket string, number uint64) error {
	if s.Kind != "shard" || s.Vault != vault || s.Bucket != bucket || s.Number != number {
		return ErrDamaged
	}
	for id, r := range s.Cases {
		folder, err := id.folder()
		if err != nil || r == nil || r.Folder != folder || bucketOf(id) != bucket {
			return ErrDamaged
		}
		for _, o := range r.Objects {
			if err := o.check(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (o object) check() error {
	switch o.Kind {
	case kindDraft, kindLog:
		return nil
	case kindExhibit:
		_, err := o.ID.folder()
		return err
	}
	return fmt.Errorf("kind of an object: %w", ErrDamaged)
}

// check holds what a root says of itself against where it was found.
func (r root) check(vault string, number uint64) error {
	if r.Kind != rootName || r.Vault != vault || r.Number != number {
		return ErrDamaged
	}
	for bucket := range r.Shards {
		if !isBucket(bucket) {
			return ErrDamaged
		}
	}
	return nil
}
