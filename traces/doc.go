// Package traces keeps small what the program leaves on a computer: where it and
// the libraries in it may write files, and what it says when it crashes.
//
// A main calls Find with what it was asked for, then Settle before it makes a
// window, and what Settle returns at its end; and it begins with a deferred Guard.
//
// The program beside a file with the name of MarkPortable keeps everything on the
// medium that it lies on. With the wish to leave nothing, or beside a file with the
// name of MarkLeaveNothing, cases are to be kept in memory alone. In both the
// libraries get folders on the medium or in memory in place of those in the
// profile of the person, as they do until there is a vault at all.
//
// The package does not keep cases in memory, which package storage does, and
// cannot undo what the system writes of its own, such as the list of programs that
// were started.
package traces
