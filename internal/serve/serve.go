// Package serve previews a site: it watches the site folder, assembles the site anew after every change, answers requests
// from the current snapshot, and tells the browsers that look at a page when that page has changed.
//
// In come a site folder and an address to listen on; out go the pages that a build with the same settings would write, byte
// for byte, but for DevLine in each page. It must never render in another way than build does, never read a file's content
// itself, never answer with anything that is not among the snapshot's paths, never write, never listen beyond this machine
// unless the address says so, and never answer another web site.
//
// The current snapshot stands in one place and is replaced by one goroutine. A system's events about files are taken for a
// doorbell and nothing more: which file, and what happened to it, is found out by loading the site again. So a lost, doubled
// or misnamed event can cost time but not truth, and the folder is looked over every two seconds in case none comes at all.
//
// A change that cannot be published is shown as a list of what to mend, over the last site that could be.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"casebook/internal/build"
)

// Options say what to preview and where.
type Options struct {
	Load   build.Options    // Today is filled in from the function below
	Today  func() string    // YYYY-MM-DD; read again at each assembly
	Addr   string           // host:port, or one of the two; 127.0.0.1:8420 if empty. Port 0 is any free one
	Open   bool             // show the preview in the person's browser
	Poll   time.Duration    // look the folder over this often instead of relying on events; 0: rely on events
	Log    io.Writer        // problems and what goes on
	Colour bool             // paint the problems
	Stdout io.Writer        // the address of the preview
	Ready  func(url string) // called once, when the preview answers; may be nil
}

// preview is one running server.
type preview struct {
	opts    Options
	host    string // what it listens on, as it was asked for
	log     *log.Logger
	current atomic.Pointer[moment]
}

// Run previews a site until ctx ends, which is no error. An error is for a site folder or a port that cannot be had.
func Run(ctx context.Context, opts Options) error {
	host, port, err := parseAddr(opts.Addr)
	if err != nil {
		return err
	}
	listener, err := listen(ctx, host, port)
	if err != nil {
		return err
	}
	defer listener.Close()

	p := &preview{opts: opts, host: host, log: log.New(opts.Log, "", 0)}
	p.current.Store(&moment{over: make(chan struct{})})
	f := follow(p)
	defer f.bell.close()
	if err := f.load(ctx); err != nil {
		return err
	}
	return p.run(ctx, listener, port, f)
}

// run answers requests while f follows the folder.
func (p *preview) run(ctx context.Context, listener net.Listener, port int, f *follower) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	server := &http.Server{
		Handler:           p,
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      2 * time.Minute, // the stream of events moves its own
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          p.log,
	}
	served := make(chan error, 1)
	go func() {
		served <- server.Serve(listener)
		cancel()
	}()
	p.announce(listener.Addr().(*net.TCPAddr).Port, port)

	f.run(ctx)

	cancel() // ends the streams of events, which would keep Shutdown waiting
	last, done := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer done()
	if server.Shutdown(last) != nil {
		server.Close()
	}
	if err := <-served; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("answer browsers: %w", err)
	}
	return nil
}

// announce says where the preview is.
func (p *preview) announce(port, wanted int) {
	if wanted != 0 && port != wanted {
		p.log.Printf("port %d is taken, so this preview is on %d", wanted, port)
	}
	if !loopback(p.host) {
		p.log.Printf("notice: other machines on this network can see the preview, drafts included")
	}
	url := previewURL(p.host, port)
	fmt.Fprintf(p.opts.Stdout, "preview at %s (Ctrl-C ends it)\n", url)
	if p.opts.Open {
		if err := openBrowser(url); err != nil {
			p.log.Printf("the browser could not be started (%v); open %s yourself", err, url)
		}
	}
	if p.opts.Ready != nil {
		p.opts.Ready(url)
	}
}
