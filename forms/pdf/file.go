package pdf

import (
	"bytes"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// file is a PDF in memory: its objects by number, and where it begins.
type file struct {
	objects map[int]types.Object
	next    int
	catalog types.Dict
	info    types.Dict
	streams compressor
}

// configuration is made here in full, so that pdfcpu looks for none in any folder.
func configuration() *model.Configuration {
	return &model.Configuration{Reader15: true, ValidationMode: model.ValidationRelaxed, Offline: true,
		Eol: types.EolLF, Limits: model.DefaultResourceLimits()}
}

// read takes the composed file apart.
func read(composed []byte) (*file, error) {
	ctx, err := pdfcpu.Read(bytes.NewReader(composed), configuration())
	if err != nil {
		return nil, fmt.Errorf("read composed pages: %w", err)
	}
	f := &file{objects: map[int]types.Object{}}
	for number, entry := range ctx.Table {
		if !entry.Free && entry.Object != nil {
			f.objects[number] = entry.Object
			f.next = max(f.next, number+1)
		}
	}
	catalog, ok := f.resolve(*ctx.Root).(types.Dict)
	if !ok {
		return nil, fmt.Errorf("read composed pages: they have no catalog")
	}
	f.catalog = catalog
	return f, nil
}

// resolve follows references to the object that is meant.
func (f *file) resolve(o types.Object) types.Object {
	for range 16 {
		ref, ok := o.(types.IndirectRef)
		if !ok {
			return o
		}
		o = f.objects[int(ref.ObjectNumber)]
	}
	return nil
}

// add appends an object and returns the reference to it.
func (f *file) add(o types.Object) types.IndirectRef {
	number := max(f.next, 1)
	f.objects[number], f.next = o, number+1
	return *types.NewIndirectRef(number, 0)
}

// stream appends a compressed stream and returns the reference to it.
func (f *file) stream(d types.Dict, content []byte) types.IndirectRef {
	return f.add(f.compressed(d, content))
}

func (f *file) compressed(d types.Dict, content []byte) types.StreamDict {
	raw := f.streams.deflate(content)
	d["Filter"], d["Length"] = types.Name("FlateDecode"), types.Integer(len(raw))
	return types.StreamDict{Dict: d, Raw: raw}
}

// pages returns the references to the pages in their order, through the tree
// that the catalog names.
func (f *file) pages() ([]types.IndirectRef, error) {
	root, ok := f.resolve(f.catalog["Pages"]).(types.Dict)
	if !ok {
		return nil, fmt.Errorf("composed pages have no tree")
	}
	kids, ok := f.resolve(root["Kids"]).(types.Array)
	if !ok {
		return nil, fmt.Errorf("composed pages have no list")
	}
	refs := make([]types.IndirectRef, len(kids))
	for i, kid := range kids {
		if refs[i], ok = kid.(types.IndirectRef); !ok {
			return nil, fmt.Errorf("composed page %d is no reference", i+1)
		}
	}
	return refs, nil
}
