package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// BenchmarkLargeExhibit measures how fast a large file is taken in, in turns with
// the age program on the same disk, and how much memory that takes, and fails
// where a figure is missed. RECOURSE_EXHIBIT_MB is its size, 256 if not set.
func BenchmarkLargeExhibit(b *testing.B) {
	size := int64(256)
	if text := os.Getenv("RECOURSE_EXHIBIT_MB"); text != "" {
		if _, err := fmt.Sscan(text, &size); err != nil {
			b.Fatal(err)
		}
	}
	size <<= 20
	v, dir := newVault(b)
	mustPut(b, v, idA, "text", 0)
	source := filepath.Join(dir, "..", "source")
	if err := WriteStream(source, 0o600, func(w io.Writer) error { _, err := io.CopyN(w, zeros{}, size); return err }); err != nil {
		b.Fatal(err)
	}
	var ours, theirs []time.Duration
	more := int64(0)
	for range 3 {
		theirs = append(theirs, timed(b, 1, func(int) error { return sealedByAge(v, source) })...)
		before := memoryMost(b)
		ours = append(ours, timed(b, 1, func(int) error { return takenIn(v, source) })...)
		more = max(more, memoryPeak(b)-before)
	}
	us, them := slices.Min(ours), slices.Min(theirs)
	b.ReportMetric(float64(size)/(1<<20)/us.Seconds(), "MiB/s")
	b.ReportMetric(float64(size)/(1<<20)/them.Seconds(), "age-MiB/s")
	b.ReportMetric(them.Seconds()/us.Seconds(), "of-age")
	b.ReportMetric(float64(more)/(1<<20), "MiB-more")
	if them.Seconds()/us.Seconds() < exhibitBound || more > memoryBound {
		b.Errorf("taken in within %v, by age %v; %d MiB more", ours, theirs, more>>20)
	}
}

func takenIn(v *Vault, source string) error {
	f, err := os.Open(source)
	if err != nil {
		return err
	}
	x, err := v.AddExhibit(idA, Source{Name: "film", Data: f})
	if err != nil {
		return err
	}
	r := v.state.any(idA)
	return errors.Join(f.Close(), os.Remove(filepath.Join(v.caseDir(r), object{Kind: kindExhibit, ID: x.ID}.name())))
}

func sealedByAge(v *Vault, source string) error {
	out := source + ".age"
	return errors.Join(
		exec.Command("age", "-r", v.keys.identity.Recipient().String(), "-o", out, source).Run(),
		exec.Command("sync", out).Run(),
		os.Remove(out))
}

// memoryMost forgets the most memory that this process has had, and returns how
// much it has now, in bytes.
func memoryMost(b *testing.B) int64 {
	b.Helper()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		b.Fatal(err)
	}
	return memoryPeak(b)
}

// memoryPeak is the most memory that this process has had, in bytes.
func memoryPeak(b *testing.B) int64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Fatal(err)
	}
	_, after, _ := bytes.Cut(status, []byte("VmHWM:"))
	kilobytes := int64(0)
	if _, err := fmt.Sscan(string(after), &kilobytes); err != nil {
		b.Fatal(err)
	}
	return kilobytes << 10
}
