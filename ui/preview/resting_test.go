package preview

import (
	"context"
	"errors"
	"image"
	"testing"
	"time"

	"recourse/forms/layout/samples"
)

// After a rest, and in the midst of one picture after another, pictures are the
// same; what is being drawn keeps it from resting; and nothing is drawn once it is
// closed.
func TestPicturesAfterRest(t *testing.T) {
	data, _ := written(t, samples.German())
	want := drawn(t, data, 0, 0.5) // the code is kept from here on
	r := NewResting(shared.folder, time.Hour)
	draw := func() image.Image {
		m, err := r.Page(context.Background(), "a test", data, 0, 0.5)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	r.Warm()
	r.Warm()
	for range 2 {
		if got := draw().(*image.RGBA); string(got.Pix) != string(want.Pix) {
			t.Error("another picture")
		}
		if r.Resting() {
			t.Error("it rests at once")
		}
		r.rest()
		if !r.Resting() {
			t.Error("it does not rest")
		}
		r.rest()
	}
	r.now, r.using = New(shared.folder), 1
	if r.rest(); r.Resting() {
		t.Error("it rests while a picture is drawn")
	}
	r.using = 0
	for range 2 {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	r.Warm()
	if _, err := r.Page(context.Background(), "a test", data, 0, 0.5); !errors.Is(err, ErrClosed) {
		t.Errorf("after closing: %v", err)
	}
}

// BenchmarkWake is a picture after a rest, with kept code.
func BenchmarkWake(b *testing.B) {
	data, _ := written(b, samples.German())
	drawn(b, data, 0, 1)
	r := NewResting(shared.folder, time.Hour)
	for b.Loop() {
		if _, err := r.Page(context.Background(), "a test", data, 0, 1); err != nil {
			b.Fatal(err)
		}
		r.rest()
	}
}
