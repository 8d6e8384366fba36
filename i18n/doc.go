// Package i18n holds what depends on a language: tags, catalogs of texts with
// plurals, and the writing of dates, numbers, amounts, lists, countries and
// languages.
//
// Two languages are in use at a time, that of the person and that of the
// document, so there is no current language here: every function takes a [Tag]
// and every text comes from a [Catalog] that the caller holds. Begin with
// [ParseTag] and [Locale]; a pack adds its own catalogs with [ParseCatalog] and
// lays them over the locale with [Merge]. For a screen or a terminal ask
// [Catalog.Text], which isolates what it inserts; for a document ask
// [Catalog.Parts], which says of each piece whether it is a fixed word or an
// inserted value.
//
// A catalog never falls back to another language. A key that it lacks shows as
// "⟦key⟧", and [Compare] finds such gaps before anyone sees them. Digits are
// Western in every language, unless a caller asks for those that the language has of
// its own, with [Catalog.In]. Nothing here reads the clock, the environment or
// a file outside the program.
package i18n
