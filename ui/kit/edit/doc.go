// Package edit is what a field for text does, without a window: the text, the
// caret, the selection, undo, and the lines that the text makes.
//
// Call New for an Editor, the text with its caret and its history, and NewLayout
// for the lines of its text at a width. The Editor knows what depends on the
// text alone: typing, erasing, words, paragraphs. The Layout knows what depends
// on lines: left and right as they are seen (UAX #9), up and down, the two ends
// of a line, and where a caret or a selection is drawn. Hand the text of the
// Editor to Layout.Update after each change, and call Layout.Settle for the lines
// that are in sight.
//
// A caret moves by graphemes and a word is a word of UAX #29; lines break after
// UAX #14. Work is done by pieces of some hundred characters: a key costs the
// same in a note and in a text of 20,000 characters without a line end, and a
// text of any size is measured only where it is in sight. Elsewhere the lines are
// an estimate, which becomes exact when they come into sight.
//
// The package draws nothing, keeps no clipboard and knows no keys. Its values
// are not safe for use by several goroutines.
package edit
