package storage

// eagerly is how many bytes of a large file are written before the medium is asked
// to take them while the next ones are being made.
const eagerly = 64 << 20

// eager writes a file and has it synced from time to time beside the writing, so
// that the sync at the end of a large file finds little to do. Call wait after the
// last Write and before that sync: an error of the medium that came up meanwhile is
// reported then, or by the next Write, and never lost.
type eager struct {
	f       file
	step    int // bytes between two syncs
	written int // since the last one began
	syncing chan error
}

// Write implements io.Writer.
func (e *eager) Write(p []byte) (int, error) {
	n, err := e.f.Write(p)
	if e.written += n; err != nil || e.written < e.step {
		return n, err
	}
	if e.syncing != nil {
		select {
		case err := <-e.syncing:
			e.syncing = nil
			if err != nil {
				return n, err
			}
		default:
			return n, nil // the medium is busy with what it has
		}
	}
	e.written, e.syncing = 0, make(chan error, 1)
	go func(done chan<- error) { done <- e.f.Sync() }(e.syncing)
	return n, nil
}

// wait returns when nothing is being synced any more.
func (e *eager) wait() error {
	if e.syncing == nil {
		return nil
	}
	err := <-e.syncing
	e.syncing = nil
	return err
}
