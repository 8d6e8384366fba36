// Package vm holds the view-models: what each screen shows, and what happens
// when the person does something. It knows nothing of any window.
//
// Make an App with New and give OnChange a function that draws a View. A View is
// immutable and holds the words of the screen in the person's language, in
// logical order. Whatever the person does becomes a call of a method of the App's
// Start, Cases, Interview or Check; each changes the case, saves it by itself and
// hands out a new View. A view holds no answers and may be thrown away at any
// time.
//
// All methods are called from one goroutine, that of the window. Long work goes
// through a Dispatch, and its outcome is dropped where the person has gone on
// meanwhile. The clock, timers, ids, the vault and the writing of files come in
// with the World.
package vm
