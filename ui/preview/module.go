package preview

import (
	"context"
	"fmt"
	"io"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// memoryPages is the most memory that the module may have, in pages of 64 KiB:
// 256 MiB, which is many times what a page of ours takes.
const memoryPages = 4096

// open makes PDFium ready with machine code from the folder, else with code that
// is kept in memory alone.
func open(folder string) (pdfium.Pool, error) {
	if folder != "" {
		if pool, err := kept(folder); err == nil {
			return pool, nil
		}
	}
	pool, err := load(nil)
	if err != nil {
		return nil, fmt.Errorf("load PDFium: %w", err)
	}
	return pool, nil
}

// kept makes PDFium ready with a store. An error means that the folder is of no
// use.
func kept(folder string) (pool pdfium.Pool, err error) {
	s, err := openStore(folder)
	if err != nil {
		return nil, err
	}
	cache, err := wazero.NewCompilationCacheWithDir(s.folder)
	if err != nil {
		return nil, fmt.Errorf("open store of compiled code: %w", err)
	}
	if pool, err = load(cache); err != nil {
		return nil, err
	}
	// Without its seal the store is made anew at the next start: no harm to this one.
	_ = s.seal()
	return pool, nil
}

// load compiles PDFium, or takes it from the cache, on one processor, and gives
// the module nothing of the world.
func load(cache wazero.CompilationCache) (pdfium.Pool, error) {
	run := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true).
		WithMemoryLimitPages(memoryPages)
	if cache != nil {
		run = run.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		Context:       experimental.WithCompilationWorkers(context.Background(), 1),
		MaxIdle:       1,
		MaxTotal:      1,
		ReuseWorkers:  true,
		FSConfig:      wazero.NewFSConfig(), // without it the whole disk would be the module's
		RuntimeConfig: run,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
		RandomSource:  zeros{},
	})
}

// zeros is all the chance that the module gets: the same page always gives the
// same picture.
type zeros struct{}

// Read fills b with zeros.
func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}
