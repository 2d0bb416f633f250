package serve

import (
	"context"
	"slices"
	"time"

	"casebook/internal/build"
	"casebook/internal/diag"
)

const (
	// settle is how long the folder has to be quiet before it is loaded: an editor's save is several events.
	settle = 60 * time.Millisecond
	// patience is how long a folder that is never quiet is waited for.
	patience = time.Second
	// lookEvery is how often the folder is looked over although there are events: some network drives send none.
	lookEvery = 2 * time.Second
	// lookEveryWithout is how often when there are no events at all.
	lookEveryWithout = 500 * time.Millisecond
	// lookShare keeps looking over a large or slow folder to a tenth of the time.
	lookShare = 10
	// heldBack is how many loads with errors are passed over because the folder has already changed again.
	heldBack = 3
)

// follower is the one that replaces the preview's current moment. It belongs to one goroutine.
type follower struct {
	p     *preview
	bell  *bell
	every time.Duration // between two looks
	sum   uint64        // look's, from before the last load

	memo *build.Snapshot // of the last load, shown or not, for its parses
	held int             // loads in a row that were passed over
	dumb int             // changes in a row that no event told of

	last   *build.Snapshot // of the last load that was shown, with errors or without
	today  string          // of the same load, as what follows
	list   diag.List
	broken error
}

// follow makes ready to follow the folder, by events where there are any.
func follow(p *preview) *follower {
	f := &follower{p: p, bell: newBell(p.opts.Load.Source), every: lookEvery}
	if p.opts.Poll > 0 {
		f.every = p.opts.Poll
		p.log.Printf("looking for changes every %v", f.every)
	} else if err := f.bell.open(); err != nil {
		f.withoutEvents(err)
	}
	f.look()
	return f
}

// look looks the folder over and asks for the events of what is there. It comes before each load: what changes afterwards rings
// or is due, and what changed before is loaded.
func (f *follower) look() {
	folders, sum := look(f.p.opts.Load.Source)
	f.sum = sum
	if err := f.bell.watch(folders); err != nil {
		f.withoutEvents(err)
	}
}

func (f *follower) withoutEvents(err error) {
	f.bell.close()
	f.every = lookEveryWithout
	f.p.log.Printf("this system cannot tell of changes (%v), so casebook looks for them every %v", err, f.every)
}

// run loads the site whenever it may have changed, until ctx ends.
func (f *follower) run(ctx context.Context) {
	next := time.NewTimer(f.every)
	defer next.Stop()
	for {
		rung := false
		select {
		case <-ctx.Done():
			return
		case <-f.bell.rings:
			rung = true
		case <-next.C:
			began := time.Now()
			if !f.due() {
				next.Reset(max(f.every, lookShare*time.Since(began)))
				continue
			}
		}
		rung = f.quiet(ctx) || rung
		before := f.last
		_ = f.load(ctx) // an error has been said and shown, and will be tried again
		f.suspect(rung, len(changed(before, f.last)) > 0)
		next.Reset(f.every)
	}
}

// quiet waits until the bell has been silent for a moment, and looks the folder over in the meantime. It reports whether the bell
// was rung.
func (f *follower) quiet(ctx context.Context) (rung bool) {
	end := time.NewTimer(patience)
	defer end.Stop()
	for {
		still := time.After(settle)
		f.look()
		select {
		case <-f.bell.rings:
			rung = true
		case <-still:
			return rung
		case <-end.C:
			return rung
		case <-ctx.Done():
			return rung
		}
	}
}

// due reports whether the folder is another than the one that was loaded, or the day is another, or the last load broke.
func (f *follower) due() bool {
	_, sum := look(f.p.opts.Load.Source)
	return sum != f.sum || f.broken != nil || f.p.opts.Today() != f.today
}

// load assembles the site and shows it. The error, for a broken machine, is shown too once there is a site.
func (f *follower) load(ctx context.Context) error {
	opts := f.p.opts.Load
	opts.Today = f.p.opts.Today()
	next, list, err := build.Load(ctx, opts, f.memo)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil && f.last == nil {
		return err // there is nothing to preview: Run ends
	}
	if next != nil {
		f.memo = next
	}
	list = list.ForBuild()
	if f.last != nil && list.Failed() && f.bell.rung() && f.held < heldBack {
		f.held++ // half a save, most likely: the rest is on its way
		return nil
	}
	f.held = 0
	f.show(opts.Today, next, list, err)
	return err
}

// show replaces the current moment, if the load brought anything new.
func (f *follower) show(today string, next *build.Snapshot, list diag.List, err error) {
	files := changed(f.last, next)
	same := err == nil && f.broken == nil && f.last != nil && len(files) == 0 && today == f.today && slices.Equal(list, f.list)
	if same || err != nil && f.broken != nil && err.Error() == f.broken.Error() {
		return
	}
	was := f.p.current.Load()
	if text := report(files, f.list, list, err, f.p.opts.Colour); text != "" {
		f.p.log.Print(text)
	}
	f.today, f.broken = today, err
	if err == nil {
		f.last, f.list = next, list
	}
	f.p.current.Store(was.then(next, list, err))
	close(was.over)
}

// suspect looks more often once the folder has changed twice without a ring: then it lies on a drive that sends no events.
func (f *follower) suspect(rung, changed bool) {
	switch {
	case rung:
		f.dumb = 0
	case changed && f.bell.watcher != nil:
		f.dumb++
	}
	if f.dumb < 2 || f.every != lookEvery {
		return
	}
	f.every = lookEveryWithout
	f.p.log.Printf("this drive does not tell of changes, so casebook looks for them every %v (--poll sets another time)", f.every)
}
