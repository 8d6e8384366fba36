package storage

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// Action says what was done with an exhibit.
type Action string

// The actions of a custody log.
const (
	// Added: taken in, unchanged.
	Added Action = "added"
	// Given: written out, unchanged, for somebody.
	Given Action = "given"
	// HandedOver: passed on in a hand-over file.
	HandedOver Action = "handed-over"
	// ReceivedIn: taken in from a hand-over file.
	ReceivedIn Action = "received"
)

// Exhibit is a file that belongs to a case. It is never changed.
type Exhibit struct {
	ID ID `json:"id"`
	// Name is what the file was called. It is text of others: show it escaped, and
	// write nothing under it without asking.
	Name string `json:"name"`
	// Type is the media type by what is in the file, not by its name.
	Type string `json:"type"`
	Size int64  `json:"size"` // bytes
	// SHA256 is the fingerprint of the file in lower-case hex.
	SHA256 string `json:"sha256"`
	// Sealed is the fingerprint of the sealed file.
	Sealed string `json:"sealed"`
}

// Event is something that was done with an exhibit. Each has the hash of the one
// before, so that none can be taken out or changed without breaking the chain.
type Event struct {
	Seq      uint64 `json:"seq"`
	At       int64  `json:"at"` // seconds since 1970, by the clock of the machine
	Exhibit  ID     `json:"exhibit"`
	Action   Action `json:"action"`
	Who      string `json:"who"`
	From     string `json:"from"` // where it came from or went to
	SHA256   string `json:"sha256"`
	Previous string `json:"previous"`
}

// Time is when it was done.
func (e Event) Time() time.Time { return time.Unix(e.At, 0) }

// custody is the data of a log.
type custody struct {
	Exhibits []Exhibit `json:"exhibits"`
	Events   []Event   `json:"events"`
}

// parseCustody reads a log and checks its chain.
func parseCustody(data []byte) (custody, error) {
	var c custody
	if err := decode(data, &c); err != nil {
		return custody{}, err
	}
	for _, x := range c.Exhibits {
		if _, err := x.ID.folder(); err != nil || x.Size < 0 {
			return custody{}, ErrDamaged
		}
	}
	previous := ""
	for i, e := range c.Events {
		if e.Seq != uint64(i+1) || e.Previous != previous {
			return custody{}, ErrDamaged
		}
		previous = e.hash()
	}
	return c, nil
}

func (e Event) hash() string {
	data, err := json.Marshal(e)
	if err != nil {
		return "" // cannot be: strings and numbers always marshal
	}
	return sum(data)
}

// with returns the log with one more event.
func (c custody) with(e Event) custody {
	e.Seq = uint64(len(c.Events) + 1)
	if n := len(c.Events); n > 0 {
		e.Previous = c.Events[n-1].hash()
	}
	c.Events = append(slices.Clone(c.Events), e)
	return c
}

// exhibit finds an exhibit in the log.
func (c custody) exhibit(id ID) (Exhibit, error) {
	i := slices.IndexFunc(c.Exhibits, func(x Exhibit) bool { return x.ID == id })
	if i < 0 {
		return Exhibit{}, ErrNotFound
	}
	return c.Exhibits[i], nil
}

// custodyOf reads the log of a case; it is empty if there is none.
func (v *Vault) custodyOf(id ID, r *record) (custody, error) {
	o, ok := r.newest(kindLog)
	if !ok {
		return custody{}, nil
	}
	data, err := v.readObject(id, r, o)
	if err != nil {
		return custody{}, err
	}
	return parseCustody(data)
}

// writeCustody writes the next log of a case under a number, without listing it.
func (v *Vault) writeCustody(id ID, r *record, number uint64, c custody) (object, error) {
	data, err := json.Marshal(c)
	if err != nil {
		return object{}, err
	}
	if len(data) > MaxSize {
		return object{}, ErrTooLarge
	}
	last, _ := r.newest(kindLog)
	return v.writeObject(id, r, kindLog, number, last.Rev+1, data)
}

// Exhibits lists the files that belong to a case, in the order in which they
// were added. The errors are those of Get.
func (v *Vault) Exhibits(id ID) ([]Exhibit, error) {
	c, err := v.readCustody(id)
	return c.Exhibits, err
}

// Custody lists what was done with the exhibits of a case, the oldest first. The
// errors are those of Get.
func (v *Vault) Custody(id ID) ([]Event, error) {
	c, err := v.readCustody(id)
	return c.Events, err
}

func (v *Vault) readCustody(id ID) (c custody, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	err = v.fresh(func() error {
		r, err := v.recordOf(id)
		if err != nil {
			return err
		}
		c, err = v.custodyOf(id, r)
		return err
	})
	if err != nil {
		return custody{}, fmt.Errorf("read exhibits of %s: %w", named(id), err)
	}
	return c, nil
}
