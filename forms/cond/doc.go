// Package cond is the small language in which procedures state their
// conditions: when a question is asked, when an answer is required, when a
// ground or a deadline applies. A condition looks like this:
//
//	person.country is "DE" and not (capacity in (lawyer, ngo) or order_date < today - 1m)
//
// Parse reads a condition once, when the procedure is loaded; Expr.Check holds
// it against the questions that are asked before it; Expr.Eval answers it from
// what the person has said, with one of three truths, Yes, No or Unknown, by
// the rules of Kleene's strong logic of three values; Expr.Explain names the
// tests that decided it.
//
// The grammar, where words and signs in quotes stand for themselves:
//
//	condition = "always" | "never" | expr .
//	expr      = and {"or" and} .
//	and       = unary {"and" unary} .
//	unary     = {"not"} ( "(" expr ")" | "answered" id | test ) .
//	test      = ref "is" ["not"] lit
//	          | ref "in" "(" lit {"," lit} ")"
//	          | ref "has" lit
//	          | ref compare ( lit | "today" [("+" | "-") span] )
//	          | "any" id "where" expr
//	          | "count" id compare number .
//	compare   = "<" | "<=" | ">" | ">=" | "=" .
//	ref       = id | "today" .
//	id        = name ["." name] .
//	span      = digits ("d" | "w" | "m" | "y") .
//
// A name is made of a-z, 0-9, "_" and "-", begins with a letter and does not
// end in "-". A literal is yes, no, an option code, a whole number or a date
// such as 2026-08-18; codes that have capital letters, dots or the spelling of
// a word of the language stand in double quotes. The question's kind decides
// how a literal is read, so "no" is a truth for a yes/no question and a code
// for a choice that offers it. The expression after "where" reaches as far to
// the right as it can; refs in it are looked for in the item first and then
// outward. White space separates and means nothing else.
//
// A question that is unanswered, skipped or not asked makes every test Unknown
// but "answered", which is always Yes or No. A date known only roughly is the
// interval of days in which it may lie: a comparison with it is Yes or No only
// if it is so for each of these days.
//
// Length and depth of a condition are bounded: MaxLength, MaxDepth, MaxAny.
//
// The package does no arithmetic, knows no functions and reads no clock; what
// needs computing is Go code elsewhere, offered to conditions as a ref.
package cond
