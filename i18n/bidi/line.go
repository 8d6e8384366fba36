package bidi

import "slices"

// Line returns the runs of the line that holds the runes from start up to but
// without end, in the order in which they are drawn from left to right (rules
// L1 and L2). The runs cover the range, each rune once. Bounds outside the
// paragraph are clamped to it; an empty line has no runs.
func (p Paragraph) Line(start, end int) []Run {
	start = min(max(start, 0), len(p.levels))
	end = min(end, len(p.levels))
	if start >= end {
		return nil
	}
	levels := p.lineLevels(start, end)
	runs := cut(levels, start)
	reorder(runs)
	return runs
}

// lineLevels applies L1: separators, and white space before them or at the end
// of the line, take the level of the paragraph.
func (p Paragraph) lineLevels(start, end int) []uint8 {
	levels := append([]uint8(nil), p.levels[start:end]...)
	reset := true
	for i := end - 1; i >= start; i-- {
		switch c := p.classes[i]; {
		case c.in(separators):
			reset = true
		case !c.in(spaces | removed):
			reset = false
		}
		if reset {
			levels[i-start] = p.level
		}
	}
	return levels
}

// cut returns the runs of equal level in logical order; offset is the index of
// the first rune.
func cut(levels []uint8, offset int) []Run {
	count := 1
	for i := 1; i < len(levels); i++ {
		if levels[i] != levels[i-1] {
			count++
		}
	}
	runs := make([]Run, 0, count)
	for start := 0; start < len(levels); {
		end := start + 1
		for end < len(levels) && levels[end] == levels[start] {
			end++
		}
		runs = append(runs, Run{offset + start, offset + end, levels[start]})
		start = end
	}
	return runs
}

// reorder applies L2: from the highest level down to the lowest odd one, each
// stretch at that level or higher is reversed.
func reorder(runs []Run) {
	high, low := uint8(0), uint8(255)
	for _, r := range runs {
		high = max(high, r.Level)
		if r.RTL() {
			low = min(low, r.Level)
		}
	}
	for level := high; level >= low; level-- {
		for start := 0; start < len(runs); start++ {
			end := start
			for end < len(runs) && runs[end].Level >= level {
				end++
			}
			slices.Reverse(runs[start:end])
			start = max(start, end-1)
		}
	}
}
