package packs

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
)

// The bounds of one structure file.
const (
	maxYAMLBytes  = 256 << 10
	maxYAMLIndent = 48 // columns: 24 levels
)

// decodeYAML reads one strict YAML document into out, a pointer to a raw struct.
// Its errors name the line.
func decodeYAML(data []byte, out any) error {
	if len(data) > maxYAMLBytes {
		return fmt.Errorf("the file is larger than %d KiB", maxYAMLBytes>>10)
	}
	if err := checkTokens(data); err != nil {
		return err
	}
	dec := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict())
	if err := dec.Decode(out); err != nil {
		return tidy(err)
	}
	return nil
}

// checkTokens refuses the parts of YAML that a pack has no use for and that
// hide structure from a reader.
func checkTokens(data []byte) error {
	for _, t := range lexer.Tokenize(string(data)) {
		what := ""
		switch t.Type {
		case token.AnchorType:
			what = "an anchor (&)"
		case token.AliasType:
			what = "an alias (*)"
		case token.TagType:
			what = "a tag (!)"
		case token.MergeKeyType:
			what = "a merge key (<<)"
		case token.DocumentHeaderType, token.DocumentEndType, token.DirectiveType:
			what = "a document mark"
		case token.CommentType:
			what = "a comment; put what a reviewer must know into a field"
		}
		if what != "" {
			return fmt.Errorf("line %d: %s has no place here", t.Position.Line, what)
		}
		if t.Position.Column > maxYAMLIndent && t.Position.IndentNum > maxYAMLIndent {
			return fmt.Errorf("line %d: nested too deep", t.Position.Line)
		}
	}
	return nil
}

var yamlPosition = regexp.MustCompile(`^\[(\d+):(\d+)\] (.*)$`)

// tidy makes one line of the YAML library's error: "line 7: unknown field …".
func tidy(err error) error {
	first, _, _ := strings.Cut(err.Error(), "\n")
	if m := yamlPosition.FindStringSubmatch(first); m != nil {
		return fmt.Errorf("line %s: %s", m[1], m[3])
	}
	return errors.New(first)
}
