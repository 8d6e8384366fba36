// Package knob holds what may be set of a vault by tests alone: it is internal, so
// that only package storagetest hands it out, and no program imports that.
package knob

// Option changes how a vault is made. The zero value changes nothing.
type Option struct{ factor int }

// Cheap makes the derivation of keys from passphrases instant, and worthless.
func Cheap() Option { return Option{factor: 1} }

// Factor is the work factor of new slots; 0 to calibrate, as outside of tests.
func (o Option) Factor() int { return o.factor }
