package offline

import (
	seccomp "github.com/elastic/go-seccomp-bpf"
	"golang.org/x/sys/unix"
)

// refuseSockets loads a filter of system calls (seccomp(2)) for all threads: a new
// socket is local (AF_UNIX, for the display) or speaks to the kernel (AF_NETLINK,
// for devices), else the call fails as where there is no such network. io_uring,
// which can open sockets behind the filter, is refused as a whole.
func refuseSockets() error {
	local := seccomp.NameWithConditions{Name: "socket", Conditions: seccomp.ArgumentConditions{
		{Argument: 0, Operation: seccomp.NotEqual, Value: unix.AF_UNIX},
		{Argument: 0, Operation: seccomp.NotEqual, Value: unix.AF_NETLINK},
	}}
	return seccomp.LoadFilter(seccomp.Filter{
		NoNewPrivs: true,
		Flag:       seccomp.FilterFlagTSync,
		Policy: seccomp.Policy{DefaultAction: seccomp.ActionAllow, Syscalls: []seccomp.SyscallGroup{
			{NamesWithCondtions: []seccomp.NameWithConditions{local}, Action: seccomp.ActionErrno | seccomp.Action(unix.EAFNOSUPPORT)},
			{Names: []string{"io_uring_setup"}, Action: seccomp.ActionErrno | seccomp.Action(unix.EPERM)},
		}},
	})
}
