package storage

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// soaking is how long the soak lasts: a second, or what RECOURSE_SOAK says, such
// as 2m or 72h; the long run takes two minutes.
func soaking(t *testing.T) time.Duration {
	t.Helper()
	if text := os.Getenv("RECOURSE_SOAK"); text != "" {
		d, err := time.ParseDuration(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	if long() {
		return 2 * time.Minute
	}
	return time.Second
}

// TestSoak proves (R13) that saving, failing, locking and unlocking, exhibits and
// searches for a long time leak neither memory, goroutines, open files nor
// temporary files, and that the vault is well all the time.
func TestSoak(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	d := &faultyDisk{disk: osDisk{}}
	w := small(d)
	v := makeVault(t, w, dir)
	chance, end, rounds := rand.New(rand.NewPCG(13, 13)), time.Now().Add(soaking(t)), 0
	revs := map[ID]uint64{}
	var first usage
	for ; time.Now().Before(end) || rounds < 20; rounds++ {
		for range 20 {
			soak(t, d, v, chance, revs)
		}
		clean(t, v)
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
		noTemps(t, dir)
		again, err := open(w, dir, []byte(passphraseText))
		if err != nil {
			t.Fatal(err)
		}
		v = again
		d.log = nil
		if rounds == 10 {
			first = used(t)
		}
	}
	last := used(t)
	_ = v.Close()
	if last.heap > first.heap+4<<20 || last.goroutines > first.goroutines || last.files > first.files {
		t.Errorf("after %d rounds: %+v, at first %+v", rounds, last, first)
	}
}

// soak does one thing by chance; some of them fail.
func soak(t *testing.T, d *faultyDisk, v *Vault, chance *rand.Rand, revs map[ID]uint64) {
	t.Helper()
	id := []ID{idA, idB, idC}[chance.IntN(3)]
	var err error
	_, revs[id], err = v.Get(id) // a save that failed may have come to light
	if err != nil && !errors.Is(err, ErrNotFound) {
		t.Fatal(err)
	}
	fails := chance.IntN(4) == 0
	if fails {
		d.err = []error{syscall.ENOSPC, syscall.EIO}[chance.IntN(2)]
		d.arm(1+chance.IntN(30), false)
	}
	switch n := chance.IntN(12); {
	case n == 0 && revs[id] > 0:
		_, err = v.AddExhibit(id, Source{Name: "x", Data: strings.NewReader(strings.Repeat("x", chance.IntN(100_000)))})
	case n == 1 && revs[id] > 0:
		err = v.Remove(id, revs[id])
	case n == 2:
		_, err = v.Search("text", func(data []byte) string { return string(data) })
	default:
		_, err = v.Put(id, []byte(fmt.Sprint("text ", revs[id]+1)), revs[id])
	}
	d.arm(0, false)
	if err != nil && !errors.Is(err, errInjected) {
		t.Fatal(err)
	}
}

// usage is what a process holds.
type usage struct {
	heap       uint64
	goroutines int
	files      int
}

func used(t *testing.T) usage {
	t.Helper()
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	open, _ := os.ReadDir("/proc/self/fd") // elsewhere there is no such folder
	return usage{m.HeapAlloc, runtime.NumGoroutine(), len(open)}
}
