package vm

import (
	"sync/atomic"

	"recourse/i18n"
	"recourse/storage"
)

// job is long work that tells how far it is and can be called off.
type job struct {
	a    *App
	gen  int
	halt atomic.Bool
	told atomic.Int64 // the last hundredth that was told
}

// runJob is run for work that tells how far it is and can be called off. Where it
// was, its error is storage.ErrCancelled.
func (a *App) runJob(what i18n.Key, work func(storage.Progress) (then, undo func())) {
	j := &job{a: a, gen: a.work + 1}
	a.launch(what, j, func() (then, undo func()) { return work(j.progress) })
}

// progress is called where the work is done.
func (j *job) progress(done, total int) (goOn bool) {
	hundredth := int64(100 * done / max(total, 1))
	if j.told.Swap(hundredth) != hundredth {
		j.a.w.Dispatch.Go(func() func() { return func() { j.show(hundredth) } })
	}
	return !j.halt.Load()
}

// show brings on screen how far the work is.
func (j *job) show(hundredth int64) {
	if j.gen == j.a.work && j.a.busy != "" {
		j.a.share = float32(hundredth) / 100
		j.a.publish()
	}
}

// stop calls off the work that can be.
func (a *App) stop() {
	if a.job != nil {
		a.job.halt.Store(true)
	}
	a.job, a.stoppable, a.share = nil, false, unknownShare
}

// unknownShare stands where nobody knows how far work is.
const unknownShare = -1

// cancel calls off the work on which the person waits.
func (a *App) cancel() {
	if a.stoppable {
		a.drop()
		a.publish()
	}
}
