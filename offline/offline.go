// Package offline takes from the process the ways to a network, so that no library
// in the program can open a connection even by mistake. A main calls Enforce before
// anything else; what the window's library offers on top is refused by RefuseWeb of
// package ui.
//
// It does not hide that the program runs, and other programs on the same computer
// keep their network.
package offline

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
)

// ErrOffline is what every try to reach a network ends with.
var ErrOffline = errors.New("recourse opens no network connection")

// Enforce makes Go's shared HTTP transport and resolver refuse, for the whole
// process and for ever, and on Linux has the kernel refuse every socket that is not
// local to the computer, for all threads and all programs started from here. The
// error says that the kernel would not; the rest holds then.
func Enforce() error {
	http.DefaultTransport = refusing{}
	net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: refuse}
	if err := refuseSockets(); err != nil {
		return fmt.Errorf("have the system refuse connections: %w", err)
	}
	return nil
}

// refusing is an http.RoundTripper that sends nothing.
type refusing struct{}

// RoundTrip implements http.RoundTripper.
func (refusing) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		_ = r.Body.Close() // a RoundTripper closes it, whatever comes of it
	}
	return nil, ErrOffline
}

func refuse(context.Context, string, string) (net.Conn, error) { return nil, ErrOffline }
