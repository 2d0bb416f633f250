package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

const (
	defaultHost = "127.0.0.1"
	defaultPort = 8420
	// portsTried is how many ports in a row are tried before giving up.
	portsTried = 20
)

// parseAddr reads host:port, :port, port or host. Without a host it is this machine alone, unlike Go's own reading of
// ":8000": who wants to be seen by others has to write 0.0.0.0.
func parseAddr(addr string) (host string, port int, err error) {
	if addr == "" {
		return defaultHost, defaultPort, nil
	}
	if n, err := strconv.ParseUint(addr, 10, 16); err == nil {
		return defaultHost, int(n), nil
	}
	host, number, err := net.SplitHostPort(addr)
	if err != nil {
		host, number = strings.Trim(addr, "[]"), strconv.Itoa(defaultPort)
	}
	n, err := strconv.ParseUint(number, 10, 16)
	if err != nil || strings.ContainsAny(host, " /") || strings.Contains(host, ":") && net.ParseIP(host) == nil {
		return "", 0, fmt.Errorf("%q is not an address such as %s:%d", addr, defaultHost, defaultPort)
	}
	if host == "" {
		host = defaultHost
	}
	return host, int(n), nil
}

// listen takes the port or the next free one.
func listen(ctx context.Context, host string, port int) (net.Listener, error) {
	var config net.ListenConfig
	for try := port; ; try++ {
		listener, err := config.Listen(ctx, "tcp", net.JoinHostPort(host, strconv.Itoa(try)))
		if err == nil {
			return listener, nil
		}
		if !inUse(err) || try-port == portsTried || try == 1<<16-1 {
			return nil, fmt.Errorf("listen on %s, port %d: %w", host, try, err)
		}
	}
}

// inUse reports whether a port is taken. Windows has a number of its own for it (WSAEADDRINUSE,
// https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2).
func inUse(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, syscall.Errno(10048))
}

// loopback reports whether only this machine can reach a host.
func loopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return strings.EqualFold(host, "localhost") || err == nil && ip.IsLoopback()
}

// unspecified reports whether a host means every address of this machine.
func unspecified(host string) bool {
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsUnspecified()
}

// previewURL is what a person on this machine opens.
func previewURL(host string, port int) string {
	if unspecified(host) {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, strconv.Itoa(port)) + "/"
}

// openBrowser asks the system to show an address.
func openBrowser(url string) error {
	command := exec.Command("xdg-open", url)
	switch runtime.GOOS {
	case "darwin":
		command = exec.Command("open", url)
	case "windows":
		command = exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
	}
	if err := command.Start(); err != nil {
		return err
	}
	return command.Process.Release()
}
