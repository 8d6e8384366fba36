// Package forms is the vocabulary of Recourse: procedures and their questions,
// answers and cases, problems. It holds values and their strict encodings and
// decides nothing: package interview decides what is asked, package deadline
// counts, package routes finds the way, package compose writes the document.
//
// Nothing in here or below reads a file, the clock, the network or chance.
package forms
