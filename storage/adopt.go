package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"slices"
	"strings"
)

// folder is what lies in the folder of a case.
type folder struct {
	drafts, logs []uint64 // the largest first
	exhibits     []string // file names
	temps        []string // relative to the case's folder
	copies       []string // by their names, versions that a sync program put aside
	strange      []string
}

// scan sorts the names in the folder of a case. A folder that is not there is
// empty.
func (v *Vault) scan(name string) (folder, error) {
	var f folder
	entries, err := v.world.disk.ReadDir(v.at(casesDir, name))
	if absent(err) {
		return f, nil
	}
	if err != nil {
		return f, err
	}
	inside := false
	for _, e := range entries {
		if e.Name() == exhibitsDir {
			inside = true
			continue
		}
		f.sort(e.Name())
	}
	descend(f.drafts)
	descend(f.logs)
	if inside {
		return f, v.scanExhibits(name, &f)
	}
	return f, nil
}

func (f *folder) sort(name string) {
	what, n, ok := parseNumbered(name)
	switch {
	case ok && kind(what) == kindDraft:
		f.drafts = append(f.drafts, n)
	case ok && kind(what) == kindLog:
		f.logs = append(f.logs, n)
	case isTemp(name):
		f.temps = append(f.temps, name)
	case strings.HasPrefix(name, string(kindDraft)+".") && strings.HasSuffix(name, sealedSuffix):
		f.copies = append(f.copies, name)
	default:
		f.strange = append(f.strange, name)
	}
}

func (v *Vault) scanExhibits(name string, f *folder) error {
	entries, err := v.world.disk.ReadDir(v.at(casesDir, name, exhibitsDir))
	if absent(err) {
		f.strange = append(f.strange, exhibitsDir) // a file where the folder should be
		return nil
	}
	for _, e := range entries {
		switch id, ok := idOf(strings.TrimSuffix(e.Name(), sealedSuffix)); {
		case ok && object{Kind: kindExhibit, ID: id}.name() == filepath.Join(exhibitsDir, e.Name()):
			f.exhibits = append(f.exhibits, e.Name())
		case isTemp(e.Name()):
			f.temps = append(f.temps, filepath.Join(exhibitsDir, e.Name()))
		default:
			f.strange = append(f.strange, filepath.Join(exhibitsDir, e.Name()))
		}
	}
	return err
}

// loadCases looks into the folders of all cases for what a crash has left, and
// notes what is there and listed nowhere.
func (v *Vault) loadCases(s *state) error {
	entries, err := v.world.disk.ReadDir(v.at(casesDir))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is missing: %w", v.at(casesDir), ErrDamaged)
	}
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for _, e := range entries {
		there[e.Name()] = true
		if id, ok := idOf(e.Name()); !ok {
			s.find(Foreign, "", casesDir, e.Name())
		} else if err := v.loadStray(s, id, e.Name()); err != nil {
			return err
		}
	}
	for _, h := range s.shards {
		for id, r := range h.Cases {
			if err := v.loadCase(s, h, id, r, there[r.Folder]); err != nil {
				return err
			}
		}
	}
	return nil
}

// loadStray notes the folder of a case that no shard lists and that was not
// erased.
func (v *Vault) loadStray(s *state, id ID, name string) error {
	if s.any(id) != nil || s.erased(id) {
		return nil
	}
	f, err := v.scan(name)
	if err == nil && len(f.drafts) > 0 {
		s.stray = append(s.stray, id)
		s.find(Foreign, id, casesDir, name)
	}
	for _, n := range f.drafts {
		s.seen(n)
	}
	return err
}

// erased tells whether a case was removed but its folder may still be there.
func (s *state) erased(id ID) bool {
	h := s.shards[bucketOf(id)]
	return h != nil && h.Removed[id] > 0
}

// loadCase adopts what was saved but not listed any more before a crash.
func (v *Vault) loadCase(s *state, h *held, id ID, r *record, there bool) error {
	var f folder
	if there {
		var err error
		if f, err = v.scan(r.Folder); err != nil {
			return err
		}
	}
	s.compare(id, r, f)
	for k, numbers := range map[kind][]uint64{kindDraft: f.drafts, kindLog: f.logs} {
		if err := v.adopt(s, h, id, k, numbers, f); err != nil {
			return err
		}
	}
	return v.knowLeft(s, id, h.Cases[id], f)
}

// knowLeft takes back that exhibits are foreign that a log names which is not
// listed: a failed attempt has left both, and they go with the next change.
func (v *Vault) knowLeft(s *state, id ID, r *record, f folder) error {
	if len(f.exhibits) <= len(r.of(kindExhibit)) {
		return nil
	}
	for _, n := range f.logs {
		if r.has(kindLog, n) {
			continue
		}
		names, err := v.named(id, r, n)
		if err != nil {
			return err
		}
		s.forget(id, r.Folder, names)
	}
	return nil
}

// named lists the exhibits that a log names; none if it is damaged.
func (v *Vault) named(id ID, r *record, n uint64) ([]object, error) {
	sealed, err := readFile(v.world.disk, filepath.Join(v.caseDir(r), numbered(string(kindLog), n)), maxSealed)
	if err != nil && !errors.Is(err, ErrDamaged) {
		return nil, err
	}
	_, data, err := v.unseal(sealed, id, r, kindLog)
	if err != nil {
		return nil, nil
	}
	c, _ := parseCustody(data)
	var out []object
	for _, x := range c.Exhibits {
		out = append(out, object{Kind: kindExhibit, ID: x.ID})
	}
	return out, nil
}

// compare notes what is missing of a case and what is there besides.
func (s *state) compare(id ID, r *record, f folder) {
	for _, o := range r.Objects {
		name := o.name()
		there := o.Kind == kindDraft && slices.Contains(f.drafts, o.Number) ||
			o.Kind == kindLog && slices.Contains(f.logs, o.Number) ||
			o.Kind == kindExhibit && slices.Contains(f.exhibits, filepath.Base(name))
		if !there {
			s.find(Missing, id, casesDir, r.Folder, name)
		}
	}
	for _, name := range f.copies {
		s.find(Copy, id, casesDir, r.Folder, name)
	}
	for _, name := range f.strange {
		s.find(Foreign, id, casesDir, r.Folder, name)
	}
	for _, name := range f.exhibits {
		exhibit, _ := idOf(strings.TrimSuffix(name, sealedSuffix))
		if !slices.ContainsFunc(r.Objects, func(o object) bool { return o.ID == exhibit }) {
			s.find(Foreign, id, casesDir, r.Folder, exhibitsDir, name)
		}
	}
}

// adopt takes objects beyond the shard's number into the shard: the next
// revision, as a crash leaves it, or the same one anew, if the save that the shard
// is from was not acknowledged and was tried again. Where there are more, the manifest is older than
// the case: they are all taken, and that is reported.
func (v *Vault) adopt(s *state, h *held, id ID, k kind, numbers []uint64, f folder) error {
	r := h.Cases[id]
	newest, _ := r.newest(k)
	var found []object
	first, last := uint64(0), uint64(math.MaxUint64) // revisions of what was found
	for _, n := range numbers {
		s.seen(n)
		if n <= h.Number {
			continue
		}
		added, err := v.examine(id, r, k, n, f)
		switch {
		case errors.Is(err, errUnfinished):
		case errors.Is(err, ErrDamaged), errors.Is(err, ErrNewer), err == nil && added[0].Rev < max(newest.Rev, 1):
			s.find(Damaged, id, casesDir, r.Folder, numbered(string(k), n))
		case err != nil:
			return err
		case added[0].Rev < last: // of those that failed and were tried again, the last
			found, last, first = append(found, added...), added[0].Rev, max(first, added[0].Rev)
		}
	}
	if len(found) == 0 {
		return nil
	}
	if first > newest.Rev+1 {
		s.find(Ahead, id, casesDir, r.Folder, found[0].name())
	}
	if k == kindLog && last == newest.Rev {
		r = r.withoutNumber(newest.Number)
	}
	h.shard = h.clone()
	h.Cases[id], h.dirty = r.with(found...), true
	s.forget(id, r.Folder, found)
	return nil
}

// forget takes back that exhibits are foreign, now that a log names them.
func (s *state) forget(id ID, folder string, added []object) {
	for _, o := range added {
		file := filepath.ToSlash(filepath.Join(casesDir, folder, o.name()))
		s.findings = slices.DeleteFunc(s.findings, func(f Finding) bool { return f.Kind == Foreign && f.Case == id && f.File == file })
	}
}

// errUnfinished says that a log names an exhibit that was not yet put in place.
var errUnfinished = errors.New("the exhibit of a log is not in place")

// examine opens an object that no shard lists and returns it as a shard would
// list it; behind a log the exhibits that come with it.
func (v *Vault) examine(id ID, r *record, k kind, n uint64, f folder) ([]object, error) {
	sealed, err := readFile(v.world.disk, filepath.Join(v.caseDir(r), numbered(string(k), n)), maxSealed)
	if err != nil {
		return nil, err
	}
	h, data, err := v.unseal(sealed, id, r, k)
	if err != nil || h.Number != n {
		return nil, errors.Join(ErrDamaged, err)
	}
	added := []object{{Kind: k, Number: n, Rev: h.Rev, Size: int64(len(sealed)), Length: h.Length, SHA256: sum(sealed), At: h.At}}
	if k != kindLog {
		return added, nil
	}
	exhibits, err := v.exhibitsOf(data, r, f, n)
	return append(added, exhibits...), err
}

// exhibitsOf lists the exhibits that a log names and the record does not.
func (v *Vault) exhibitsOf(data []byte, r *record, f folder, n uint64) ([]object, error) {
	l, err := parseCustody(data)
	if err != nil {
		return nil, err
	}
	var added []object
	for _, x := range l.Exhibits {
		o := object{Kind: kindExhibit, ID: x.ID, Number: n, Rev: 1, Length: x.Size, SHA256: x.Sealed}
		if slices.ContainsFunc(r.Objects, func(known object) bool { return known.ID == x.ID }) {
			continue
		}
		if !slices.Contains(f.exhibits, filepath.Base(o.name())) {
			return nil, errUnfinished
		}
		info, err := v.world.disk.Lstat(filepath.Join(v.caseDir(r), o.name()))
		if err != nil {
			return nil, err
		}
		o.Size = info.Size()
		added = append(added, o)
	}
	return added, nil
}
