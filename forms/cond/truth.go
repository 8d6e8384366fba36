package cond

// Truth is the outcome of a condition in Kleene's strong three-valued logic.
// The zero Truth is No.
type Truth uint8

// The three truths.
const (
	No      Truth = iota // certainly not so
	Yes                  // certainly so
	Unknown              // what has been answered does not decide it
)

// TruthOf returns Yes for true and No for false.
func TruthOf(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// String returns "no", "yes" or "unknown".
func (t Truth) String() string {
	switch t {
	case No:
		return "no"
	case Yes:
		return "yes"
	case Unknown:
		return "unknown"
	}
	return "invalid truth"
}

// And is Yes if both are Yes, No if either is No, and else Unknown.
func (t Truth) And(u Truth) Truth {
	if t == No || u == No {
		return No
	}
	if t == Yes && u == Yes {
		return Yes
	}
	return Unknown
}

// Or is Yes if either is Yes, No if both are No, and else Unknown.
func (t Truth) Or(u Truth) Truth {
	if t == Yes || u == Yes {
		return Yes
	}
	if t == No && u == No {
		return No
	}
	return Unknown
}

// Not turns Yes into No and No into Yes; Unknown stays Unknown.
func (t Truth) Not() Truth {
	switch t {
	case No:
		return Yes
	case Yes:
		return No
	}
	return Unknown
}
