// Package routes says, from the facts of a case, where it can go.
//
// Call Authorities for the bodies that a complaint under Art. 77 GDPR may go to,
// best first, each with what speaks for it; Others for the rest of the list,
// since that of Art. 77 is open ("in particular"); DocumentLanguage for the
// language of a document; Accepts for the languages that a body works in.
//
// The package is pure and total: facts that are missing, of a wrong kind or of an
// unknown code count as not known, and the same facts give the same answer. It
// holds no prose. A Reason is a code with its arguments, and the words are in the
// locale catalogs under "routes.reason.<code>". It decides nothing for the person:
// whatever was chosen before stays chosen.
package routes
