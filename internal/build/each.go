package build

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls work for 0 … n-1 with at most workers at a time, and waits. The first error stops what has not begun. Results
// belong in a slice by index, never in the order of arrival. A panic of a worker goes on in the caller.
func each(ctx context.Context, n, workers int, work func(i int) error) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, n)
	var next atomic.Int64
	var stop atomic.Bool
	errs := make([]error, workers)
	var broke atomic.Pointer[any]
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					broke.CompareAndSwap(nil, &p)
					stop.Store(true)
				}
			}()
			for !stop.Load() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				err := ctx.Err()
				if err == nil {
					err = work(i)
				}
				if err != nil {
					errs[w] = err
					stop.Store(true)
					return
				}
			}
		})
	}
	wg.Wait()
	if p := broke.Load(); p != nil {
		panic(*p)
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
