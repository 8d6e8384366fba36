package offline_test

import (
	"bytes"
	"errors"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"

	"golang.org/x/sys/unix"

	"recourse/offline"
)

// The variables that make this test program try every way to a network.
const (
	listenerKey = "RECOURSE_TEST_LISTENER"
	localKey    = "RECOURSE_TEST_LOCAL"
	freeKey     = "RECOURSE_TEST_FREE"
)

func TestMain(m *testing.M) {
	if address := os.Getenv(listenerKey); address != "" {
		os.Exit(tries(address))
	}
	os.Exit(m.Run())
}

// tries goes every way to a listener and says which was open. It enforces first,
// unless it is to show that the ways are open without.
func tries(address string) int {
	if os.Getenv(freeKey) == "" {
		started := make(chan struct{})
		go func() { close(started); select {} }() // a thread that is there before
		<-started
		if err := offline.Enforce(); err != nil {
			println(err.Error())
			return 1
		}
	}
	open := 0
	note := func(way string, err error) {
		if err == nil {
			println(way + " is open")
			open++
		}
	}
	c, err := net.Dial("tcp", address)
	note("tcp", err)
	if err == nil {
		_ = c.Close()
	}
	r, err := http.Get("http://" + address + "/beacon.png")
	note("http", err)
	if err == nil {
		_ = r.Body.Close()
	}
	for name, domain := range map[string]int{"AF_INET": unix.AF_INET, "AF_INET6": unix.AF_INET6, "AF_PACKET": unix.AF_PACKET} {
		fd, err := unix.Socket(domain, unix.SOCK_DGRAM, 0)
		note(name, err)
		if err == nil {
			_ = unix.Close(fd)
		}
	}
	local, err := net.Dial("unix", os.Getenv(localKey))
	if err != nil {
		println("a local socket is refused: " + err.Error())
		return 1
	}
	_ = local.Close()
	if open > 0 {
		return 2
	}
	return 0
}

// TestNoWayOut proves that a process that has enforced reaches no listener by TCP
// or HTTP and gets no socket of a network, on any thread, while the display's local
// sockets still work; and that the same tries succeed in a process that has not.
func TestNoWayOut(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	var heard atomic.Int32
	go func() {
		_ = http.Serve(listener, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { heard.Add(1) }))
	}()
	path := filepath.Join(t.TempDir(), "local")
	local, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = local.Close() })
	run := func(free string) (int, string) {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), listenerKey+"="+listener.Addr().String(), localKey+"="+path, freeKey+"="+free)
		out, err := c.CombinedOutput()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		return c.ProcessState.ExitCode(), string(bytes.TrimSpace(out))
	}
	if code, said := run(""); code != 0 || heard.Load() != 0 {
		t.Errorf("%d, %d requests heard: %s", code, heard.Load(), said)
	}
	if code, said := run("yes"); code != 2 || heard.Load() == 0 {
		t.Errorf("without the filter the tries fail too, so they prove nothing: %d: %s", code, said)
	}
}
