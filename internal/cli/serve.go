package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"casebook/internal/serve"
)

func serveCommand(sh shell, c *common) *cobra.Command {
	var open, noDrafts bool
	var addr string
	var poll time.Duration
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the site in a browser and follow every save",
		Long: "Show the site in a browser on this machine and follow every save. Drafts are shown and marked. Nothing is\n" +
			"published. Ctrl-C ends it.",
		Example: "  casebook serve --open\n  casebook serve --poll 2s        (for a shared drive that does not report changes)",
		Args:    takes(0, 0, "--source FOLDER chooses the site"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if poll < 0 {
				return wrongUse("write a number and a unit, such as --poll 2s", "--poll cannot be less than nothing")
			}
			if err := checkAddr(addr); err != nil {
				return err
			}
			p := placeOf(sh, cmd, c)
			opts, zone, err := options(sh, c, p)
			if err != nil {
				return err
			}
			if zone.Failed() {
				if err := say(sh, sh.err, zone, c, "text"); err != nil {
					return err
				}
			}
			opts.Drafts = !noDrafts
			err = serve.Run(cmd.Context(), serve.Options{
				Load:   opts,
				Today:  clock(sh.Env, c, p.source),
				Addr:   addr,
				Open:   open,
				Poll:   poll,
				Log:    sh.err,
				Colour: colour(sh.Env, sh.err),
				Stdout: sh.out,
			})
			return ofServe(err, addr)
		},
	}
	cmd.Flags().BoolVar(&open, "open", false, "open the browser")
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8420", "`HOST:PORT` at which to show it; the next free port is taken when this one is not")
	cmd.Flags().DurationVar(&poll, "poll", 0, "look for changes at every `DURATION` instead of waiting to be told, such as 2s")
	cmd.Flags().BoolVar(&noDrafts, "no-drafts", false, "show only what a build would publish")
	return cmd
}

// ofServe puts what ended a preview into words.
func ofServe(err error, addr string) error {
	if errors.Is(err, context.Canceled) {
		return nil // Ctrl-C is how a preview ends
	}
	if op := (*net.OpError)(nil); errors.As(err, &op) && op.Op == "listen" {
		cause := op.Err
		if errno := syscall.Errno(0); errors.As(err, &errno) {
			cause = errno
		}
		return exit{BadMachine, fmt.Sprintf("the preview cannot be shown at %s: %v", addr, cause), "choose another place with --addr, such as --addr 127.0.0.1:9000"}
	}
	return err
}

// checkAddr refuses what is no address before anything is loaded; package serve reads the parts and finds the port.
func checkAddr(addr string) error {
	_, port, err := net.SplitHostPort(addr)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	} else if !strings.ContainsAny(addr, " /") {
		return nil // a host or a port alone
	}
	if err != nil || strings.ContainsAny(addr, " /") {
		return wrongUse("write a host and a port, such as --addr 127.0.0.1:9000", "--addr cannot be %q", addr)
	}
	return nil
}

// clock gives the day anew each time it is asked: a preview left open overnight moves on, and so does the time zone when
// casebook.yaml is edited. Both flags were read without a mistake when the command began.
func clock(env Env, c *common, source string) func() string {
	return func() string {
		zone, _ := zoneOf(source)
		day, err := today(env, c.asOf, zone)
		if err != nil {
			panic("cli: the date was checked before serving: " + err.Error())
		}
		return day
	}
}
