package storage

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

// bulk makes a vault on the machine's disk with so many cases of 20 KB, as they
// are outside of tests but for the key derivation.
func bulk(b *testing.B, cases int) (*Vault, string, []ID) {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "vault")
	w := machine()
	w.factor = 1
	v := makeVault(b, w, dir)
	ids, edits, records := make([]ID, cases), map[string]func(*shard){}, map[string]map[ID]*record{}
	number := v.number()
	for i := range ids {
		id := ID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(fmt.Sprint("case ", i))).String())
		folder, _ := id.folder()
		k, err := newKeys()
		if err != nil {
			b.Fatal(err)
		}
		r := &record{Folder: folder, Identity: k.secrets.Identity}
		if err := os.Mkdir(v.caseDir(r), 0o700); err != nil {
			b.Fatal(err)
		}
		o, err := v.writeObject(id, r, kindDraft, number, 1, caseText(i))
		if err != nil {
			b.Fatal(err)
		}
		bucket := bucketOf(id)
		if records[bucket] == nil {
			records[bucket] = map[ID]*record{}
			edits[bucket] = func(s *shard) { s.Cases = records[bucket] }
		}
		records[bucket][id], ids[i] = r.with(o), id
	}
	if err := v.commit(number, edits, nil); err != nil {
		b.Fatal(err)
	}
	return v, dir, ids
}

// caseText is a case of 20 KB.
func caseText(i int) []byte {
	return []byte(fmt.Sprintf(`{"name":"Person %d","text":"%s"}`, i, strings.Repeat("the letter came on a Tuesday, ", 680)))
}

// BenchmarkVault measures the figures of docs/VAULT.md with 10 and 10,000 cases:
//
//	go test ./storage -run '^$' -bench Vault -benchtime 200x
func BenchmarkVault(b *testing.B) {
	for _, cases := range []int{10, 10_000} {
		v, dir, ids := bulk(b, cases)
		summary := func(data []byte) string { return string(data[:60]) }
		b.Run(fmt.Sprintf("save of %d", cases), func(b *testing.B) {
			var slowest []time.Duration
			for i := range b.N {
				id := ids[i%len(ids)]
				e := v.state.entry(id)
				begin := time.Now()
				if _, err := v.Put(id, caseText(i), e.Rev); err != nil {
					b.Fatal(err)
				}
				slowest = append(slowest, time.Since(begin))
			}
			b.ReportMetric(percentile(slowest, 95), "p95-ms")
		})
		if _, err := v.Summaries("bench", summary); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("full text of %d", cases), func(b *testing.B) {
			for range b.N {
				if _, err := v.Search("letter person", func(data []byte) string { return string(data) }); err != nil {
					b.Fatal(err)
				}
			}
		})
		_ = v.Close()
		b.Run(fmt.Sprintf("open and list %d", cases), func(b *testing.B) {
			for range b.N {
				v, err := open(machine(), dir, []byte(passphraseText))
				if err != nil {
					b.Fatal(err)
				}
				list, err := v.List()
				if err != nil || len(list) != cases {
					b.Fatalf("%d cases, %v", len(list), err)
				}
				if _, err := v.Summaries("bench", summary); err != nil {
					b.Fatal(err)
				}
				_ = v.Close()
			}
		})
	}
}

func percentile(list []time.Duration, p int) float64 {
	for i := range list {
		for j := i; j > 0 && list[j] < list[j-1]; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return float64(list[(len(list)-1)*p/100].Microseconds()) / 1000
}

// BenchmarkSummarySearch measures a search in the summaries of 10,000 cases.
func BenchmarkSummarySearch(b *testing.B) {
	texts := make([]string, 10_000)
	for i := range texts {
		texts[i] = fmt.Sprintf("Person %d, Straße %d, complaint to the authority of a country about a breach, %s", i, i, strings.Repeat("x ", 300))
	}
	for range b.N {
		for _, text := range texts {
			Matches(text, []string{"person", "strasse"})
		}
	}
}

// BenchmarkExhibit measures how fast a large file is taken in, beside the age
// program on the same disk. RECOURSE_EXHIBIT_MB is its size, 256 if not set.
func BenchmarkExhibit(b *testing.B) {
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
	b.Run("vault", func(b *testing.B) {
		b.SetBytes(size)
		for range b.N {
			f, err := os.Open(source)
			if err != nil {
				b.Fatal(err)
			}
			x, err := v.AddExhibit(idA, Source{Name: "film", Data: f})
			if err != nil {
				b.Fatal(err)
			}
			_ = f.Close()
			_ = os.Remove(filepath.Join(v.caseDir(v.state.any(idA)), object{Kind: kindExhibit, ID: x.ID}.name()))
		}
	})
	b.Run("age", func(b *testing.B) {
		b.SetBytes(size)
		for range b.N {
			out := filepath.Join(dir, "..", "out.age")
			if err := exec.Command("age", "-r", v.keys.identity.Recipient().String(), "-o", out, source).Run(); err != nil {
				b.Fatal(err)
			}
			if err := exec.Command("sync", out).Run(); err != nil {
				b.Fatal(err)
			}
			_ = os.Remove(out)
		}
	})
}

// BenchmarkKey measures opening a slot as it is made on this machine.
func BenchmarkKey(b *testing.B) {
	factor, err := calibrate()
	if err != nil {
		b.Fatal(err)
	}
	k, err := newKeys()
	if err != nil {
		b.Fatal(err)
	}
	slot, err := passphraseSlot(k, passphraseText, factor)
	if err != nil {
		b.Fatal(err)
	}
	by, err := scryptBy(passphraseText)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := openSlot(slot, by, ErrPassphrase); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(factor), "factor")
}
