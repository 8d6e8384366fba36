// Package passphrase makes and judges passphrases, and brings what a person
// types into the one form that is used.
//
// Call Generate for a new one: six words from the list of the Electronic
// Frontier Foundation, 77 bits. Judge says what an own choice is worth, and is
// strict, for nobody limits how often a copy of the files can be tried. Normal
// gives the exact text that goes into the key derivation. The package stores
// nothing and takes chance as a parameter.
//
// The list of words is "EFF's Long Wordlist" by Joseph Bonneau, Electronic
// Frontier Foundation, 2016, https://www.eff.org/dice, under the licence
// Creative Commons Attribution 3.0 US, without the numbers of dice; see
// eff-large.LICENSE.
package passphrase
