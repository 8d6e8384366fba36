// Package preview draws the pages of a finished PDF as pictures for the window,
// by PDFium as WebAssembly. Make a Renderer with New, let Warm make it ready
// beside the window, and ask Page for a picture.
//
// The module sees the bytes that it is given and nothing else: no file, no
// clock, no chance, no network, and no more memory than memoryPages. One
// instance draws one page at a time; what is called off is stopped at once, and
// the next picture begins with a fresh instance.
//
// The machine code that the module is turned into may be kept in a folder, so
// that the next start takes a tenth of a second instead of three. The folder
// holds no word of any document. Whatever is wrong with it, pictures come all
// the same. The package does not set pages and knows nothing of answers: package
// layout says where those stand.
package preview

import (
	"context"
	"errors"
	"fmt"
	"image"
	"runtime/debug"
	"sync"

	"github.com/klippa-app/go-pdfium"
)

// Renderer draws pages. Its methods may be called from any goroutine.
type Renderer struct {
	folder string
	begin  sync.Once
	warm   chan struct{} // closed when pool and broken are set
	pool   pdfium.Pool
	broken error

	life context.Context // ends with Close
	die  context.CancelFunc
	over sync.Once

	turn     chan struct{} // holds one thing while an instance draws
	instance pdfium.Pdfium // nil for none; belongs to whose turn it is
}

// ErrClosed says that a Renderer was asked for a picture after Close.
var ErrClosed = errors.New("the renderer is closed")

// New returns a Renderer that keeps machine code in a folder, which need not be
// there; with "" it keeps nothing. It takes no time and touches nothing: the
// work begins with Warm or with the first picture.
func New(folder string) *Renderer {
	r := &Renderer{folder: folder, warm: make(chan struct{}), turn: make(chan struct{}, 1)}
	r.life, r.die = context.WithCancel(context.Background())
	return r
}

// Warm begins to make the renderer ready and returns at once. Calling it again
// does nothing.
func (r *Renderer) Warm() {
	r.begin.Do(func() {
		go func() {
			defer close(r.warm)
			r.pool, r.broken = open(r.folder)
			debug.FreeOSMemory() // compiling takes hundreds of megabytes, of which tens are used on
		}()
	})
}

// Page draws a page of a PDF, the first being 0, at so many pixels per point. An
// error names the PDF by the given name, and the page; where the context has
// ended, it is the error of the context.
func (r *Renderer) Page(ctx context.Context, name string, data []byte, page int, scale float64) (image.Image, error) {
	var out image.Image
	err := r.use(ctx, func(p pdfium.Pdfium) (err error) {
		out, err = paint(p, data, page, scale)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("draw page %d of %s: %w", page+1, name, err)
	}
	return out, nil
}

// use waits for its turn and has something done with the instance. Where the
// context or the life of the renderer ends meanwhile, that is the error.
func (r *Renderer) use(ctx context.Context, do func(pdfium.Pdfium) error) error {
	both, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(r.life, cancel)()
	err := r.wait(both)
	if err == nil {
		err = r.draw(both, do)
		<-r.turn
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case r.life.Err() != nil:
		return ErrClosed
	}
	return err
}

// wait returns nil when the renderer is ready and it is the caller's turn.
func (r *Renderer) wait(ctx context.Context) error {
	if err := errors.Join(ctx.Err(), r.life.Err()); err != nil {
		return err
	}
	r.Warm()
	select {
	case <-r.warm:
	case <-ctx.Done():
		return ctx.Err()
	}
	if r.broken != nil {
		return r.broken
	}
	select {
	case r.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := r.life.Err(); err != nil { // the pool may be closed
		<-r.turn
		return err
	}
	return nil
}

// draw has something done with the instance, making it where there is none. An
// instance that failed in anything, or was stopped, is given up: a new one takes
// some milliseconds.
func (r *Renderer) draw(ctx context.Context, do func(pdfium.Pdfium) error) error {
	if r.instance == nil {
		p, err := r.pool.GetInstanceWithContext(ctx)
		if err != nil {
			return fmt.Errorf("begin PDFium: %w", err)
		}
		r.instance = p
	}
	p, stopped := r.instance, make(chan struct{})
	spare := context.AfterFunc(ctx, func() {
		defer close(stopped)
		kill(p)
	})
	err := guarded(p, do)
	if !spare() {
		<-stopped
		r.instance = nil
		return ctx.Err()
	}
	if err != nil {
		kill(p)
		r.instance = nil
	}
	return err
}

// kill ends an instance in the midst of what it does. How it dies is no matter.
func kill(p pdfium.Pdfium) { _ = p.Kill() }

// errGaveUp says that the library failed in a way that it does not declare.
var errGaveUp = errors.New("PDFium gave up")

// guarded turns a panic of the library, which a module that was stopped or has
// no memory left can cause, into an error.
func guarded(p pdfium.Pdfium, do func(pdfium.Pdfium) error) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("%w: %v", errGaveUp, x)
		}
	}()
	return do(p)
}

// Close stops what is being drawn and gives back the memory. It does not wait
// for a renderer that is still getting ready: that one ends by itself.
func (r *Renderer) Close() error {
	r.die()
	r.begin.Do(func() { close(r.warm) })
	select {
	case <-r.warm:
		return r.end()
	default:
		go func() {
			<-r.warm
			_ = r.end()
		}()
		return nil
	}
}

// end closes the pool, once, when nothing is being drawn any more.
func (r *Renderer) end() (err error) {
	r.over.Do(func() {
		r.turn <- struct{}{}
		defer func() { <-r.turn }()
		if r.pool == nil {
			return
		}
		if err = r.pool.Close(); err != nil {
			err = fmt.Errorf("close PDFium: %w", err)
		}
	})
	return err
}
