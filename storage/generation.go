package storage

// keptDrafts is how many of the newest drafts are always kept; keptLogs counts
// the logs.
const (
	keptDrafts = 5
	keptLogs   = 2
)

const (
	hour = 60 * 60
	day  = 24 * hour
)

// kept returns the drafts to keep of a list with the newest first: the newest
// five, and of the others the newest of another hour of the clock than the
// newest of all, and the newest of another day. A clock that jumps chooses other
// generations, but never fewer than five.
func kept(drafts []object) []object {
	if len(drafts) <= keptDrafts {
		return drafts
	}
	keep, rest := drafts[:keptDrafts:keptDrafts], drafts[keptDrafts:]
	hourly, daily := firstOther(rest, drafts[0].At, hour), firstOther(rest, drafts[0].At, day)
	if hourly >= 0 {
		keep = append(keep, rest[hourly])
	}
	if daily >= 0 && daily != hourly {
		keep = append(keep, rest[daily])
	}
	return keep
}

// firstOther finds the first object of another stretch of time; -1 for none.
func firstOther(list []object, at, stretch int64) int {
	for i, o := range list {
		if o.At/stretch != at/stretch {
			return i
		}
	}
	return -1
}
