// Package screens draws the views of package vm with the widgets of package kit.
//
// Make a Root for a window and hand it to the App's OnChange. A Root keeps no
// answers: it draws what a View holds, and calls the App for what the person
// does. Where a View is of the same screen as the one before, it is brought up
// to date by key: the widget of a field stays as long as the field does, so that
// focus, caret and input method survive. On a change of language all is drawn
// anew, and the field that had the keyboard has it again.
package screens
