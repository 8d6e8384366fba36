package storage

import (
	"crypto/sha256"
	"io"
)

// copyHashed copies exactly so many bytes and returns their hash.
func copyHashed(to io.Writer, from io.Reader, size int64) (string, error) {
	h := sha256.New()
	n, err := io.CopyBuffer(struct{ io.Writer }{io.MultiWriter(to, h)}, struct{ io.Reader }{io.LimitReader(from, size)}, make([]byte, chunk))
	if err == nil && n < size {
		err = io.ErrUnexpectedEOF
	}
	return hexSum(h), err
}

// readBounded reads exactly so many bytes, of which there are at most limit.
func readBounded(from io.Reader, size, limit int64) ([]byte, error) {
	if size < 0 || size > limit {
		return nil, ErrForeign
	}
	data, err := io.ReadAll(io.LimitReader(from, size))
	if err == nil && int64(len(data)) < size {
		err = io.ErrUnexpectedEOF
	}
	return data, err
}
