package storage

import "errors"

// Progress is told how many parts of long work are done, of how many, before each
// of them, and answers whether to go on. A nil one goes on.
type Progress func(done, total int) (goOn bool)

// ErrCancelled means that a Progress has called the work off. Nothing was changed.
var ErrCancelled = errors.New("the work was called off")

// step tells how far the work is; the error is ErrCancelled.
func (p Progress) step(done, total int) error {
	if p != nil && !p(done, total) {
		return ErrCancelled
	}
	return nil
}
