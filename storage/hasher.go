package storage

import (
	"crypto/sha256"
	"hash"
)

// hasher hashes what is written to it beside the writer's other work, on another
// processor, so that a large file is not held up. Call sum once, at the end.
type hasher struct {
	h     hash.Hash
	full  chan []byte
	empty chan []byte
	done  chan struct{}
}

// hashing is how many chunks may wait to be hashed.
const hashing = 8

func newHasher() *hasher {
	s := &hasher{h: sha256.New(), full: make(chan []byte, hashing), empty: make(chan []byte, hashing), done: make(chan struct{})}
	for range hashing {
		s.empty <- nil
	}
	go func() {
		for p := range s.full {
			_, _ = s.h.Write(p) // a hash never fails
			s.empty <- p
		}
		close(s.done)
	}()
	return s
}

// Write takes a copy of p.
func (s *hasher) Write(p []byte) (int, error) {
	s.full <- append((<-s.empty)[:0], p...)
	return len(p), nil
}

// sum ends the hashing and returns the hash. It is called also after an error.
func (s *hasher) sum() string {
	close(s.full)
	<-s.done
	return hexSum(s.h)
}
