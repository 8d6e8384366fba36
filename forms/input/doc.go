// Package input reads what a person types into answers, and writes answers for
// editing.
//
// Make a Reader for the person's language and call Parse for the answer to a
// question; Format is its inverse: what Format writes, Parse reads back as the
// same answer. What cannot be read becomes a pending answer, so that nothing
// typed is lost, with the code of the problem. Date, Country and FindCountries
// serve screens that ask for parts on their own.
//
// The package guesses nothing that could change what is meant: an amount, a day
// or a code that can be read in two ways is not read. It does not judge answers
// either: whether a date may lie in the future, or a text is too long, is said
// by package interview. It reads no clock and no file.
package input
