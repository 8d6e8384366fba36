package preview

import (
	"context"
	"image"
	"runtime/debug"
	"sync"
	"time"
)

// Resting draws pages as a Renderer does, and gives back what drawing takes, tens of
// megabytes, when no page was asked for in a while. The next picture then takes some
// tenths of a second more. Its methods may be called from any goroutine.
type Resting struct {
	folder string
	after  time.Duration

	mu     sync.Mutex
	now    *Renderer // nil while it rests
	using  int       // pictures that are being drawn
	timer  *time.Timer
	closed bool
}

// NewResting returns a Resting that keeps machine code in a folder, as New does, and
// rests after a time without pictures.
func NewResting(folder string, after time.Duration) *Resting {
	return &Resting{folder: folder, after: after}
}

// Warm makes the renderer ready beside the window, once: with kept code it has
// nothing left to do when it has rested.
func (r *Resting) Warm() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.now == nil && !r.closed {
		r.wake().Warm()
		r.doze()
	}
}

// Page draws a page as Renderer.Page does.
func (r *Resting) Page(ctx context.Context, name string, data []byte, page int, scale float64) (image.Image, error) {
	r.mu.Lock()
	if r.closed {
		r.mu.Unlock()
		return nil, ErrClosed
	}
	now := r.wake()
	r.using++
	r.mu.Unlock()
	picture, err := now.Page(ctx, name, data, page, scale)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.using--
	r.doze()
	return picture, err
}

// wake returns a renderer that is there; the caller holds the lock.
func (r *Resting) wake() *Renderer {
	if r.now == nil {
		r.now = New(r.folder)
	}
	return r.now
}

// doze begins to wait for rest; the caller holds the lock.
func (r *Resting) doze() {
	if r.timer != nil {
		r.timer.Stop()
	}
	if !r.closed {
		r.timer = time.AfterFunc(r.after, r.rest)
	}
}

// rest gives the memory back, unless a picture is being drawn.
func (r *Resting) rest() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.using > 0 || r.now == nil {
		return
	}
	_ = r.now.Close() // a renderer that ends badly is given up all the same
	r.now = nil
	debug.FreeOSMemory()
}

// Resting reports whether nothing is held.
func (r *Resting) Resting() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.now == nil
}

// Close stops what is being drawn and gives back the memory for good.
func (r *Resting) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	if r.timer != nil {
		r.timer.Stop()
	}
	if r.now == nil {
		return nil
	}
	return r.now.Close()
}
