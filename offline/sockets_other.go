//go:build !linux

package offline

// refuseSockets does nothing where the system has no filter of system calls; there
// the refusing transport and resolver stand alone.
func refuseSockets() error { return nil }
