package storage

import (
	"io"
	"math"
	"time"

	"filippo.io/age"
)

// The bounds of the work factor of a new slot: age's own default is 18, which
// takes 256 MiB; 19 takes 512 MiB, which the smallest machines still have.
const (
	minWorkFactor = 16
	newWorkFactor = 19
)

// least is how long opening should take at least; the factor doubles the time,
// so it takes less than twice as long where the factor is not bounded.
const least = 500 * time.Millisecond

// tries is how often the least factor is tried: the fastest counts, since other
// work of the machine must not make a passphrase cheaper to guess.
const tries = 3

// calibrate chooses the work factor for this machine by trying the least one.
func calibrate() (int, error) {
	recipient, err := age.NewScryptRecipient("calibration")
	if err != nil {
		return 0, err
	}
	recipient.SetWorkFactor(minWorkFactor)
	fastest := time.Duration(math.MaxInt64)
	for range tries {
		begin := time.Now()
		if _, err := age.Encrypt(io.Discard, recipient); err != nil {
			return 0, err
		}
		fastest = min(fastest, time.Since(begin))
	}
	return factorFor(fastest), nil
}

// factorFor is the least factor that takes at least half a second, where the
// least factor took that long.
func factorFor(took time.Duration) int {
	factor := minWorkFactor
	for took < least && factor < newWorkFactor {
		took *= 2
		factor++
	}
	return factor
}
