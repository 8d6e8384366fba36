package pdf

import (
	"bytes"
	"compress/zlib"
)

// compressor compresses the streams of one file, with the same memory for all.
type compressor struct {
	out  bytes.Buffer
	zlib *zlib.Writer
}

// deflate returns the content of a stream as the filter FlateDecode has it.
func (c *compressor) deflate(content []byte) []byte {
	c.out.Reset()
	if c.zlib == nil {
		c.zlib = zlib.NewWriter(&c.out)
	} else {
		c.zlib.Reset(&c.out)
	}
	c.zlib.Write(content) // to memory, which cannot fail
	c.zlib.Close()
	return bytes.Clone(c.out.Bytes())
}
