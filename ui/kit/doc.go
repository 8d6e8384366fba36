// Package kit holds the widgets of the screens: labels, buttons, choices,
// selects, fields, progress, cards, navigation, pages and dialogs, in both
// writing directions.
//
// Every constructor takes the direction of the language that the text is in;
// a widget orders its text after UAX #9, breaks it after UAX #14, aligns it to
// its own beginning and mirrors its parts. Build a view from widgets and from
// the layouts Column, Row, Flow, Inset and Measure; they ask a wrapped text for
// its height at the width that it gets, which Fyne's own layouts do not.
//
// Every widget is Accessible: it has a name, a role and a value for programs
// that read the screen. Everything that can be tapped is at least 44 units
// high, can be reached by Tab, works with space and enter, and shows its focus.
//
// An Entry is typed in. Its text, caret, selection and undo are an Editor of
// package edit, which knows nothing of Fyne; the Entry draws the lines in sight,
// and hands keys, mouse and clipboard to it. A Date is entries for day, month and
// year. A Select whose list is Searched finds options as one types.
//
// All words come in from the caller, in logical order. The package holds no
// text, keeps no state of the case, and is the only one that uses Fyne's text
// widgets. Colours and sizes come from the theme of the application.
package kit
