// CFullText: what SQLite needs to read the full text of an index.
//
// FTS5 gets the tokenizer of CAnalysis, a ranking function, and the text of passages, which is
// compressed. Everything here is C, because FTS5's interface is, and because the loadable extension
// must not contain the Swift runtime.
#ifndef CFULLTEXT_H
#define CFULLTEXT_H

#ifdef __cplusplus
extern "C" {
#endif

/// Registers everything on a connection (a sqlite3 *): the FTS5 tokenizer "peerlit", the FTS5
/// function peerlit_rank, and the functions peerlit_text, peerlit_heading and peerlit_line, which
/// the view passage_texts calls. Returns a SQLite result code.
///
/// peerlit_text(data, dictionary, start, length): bytes of a text that is compressed with zstd.
/// NULL if the data are damaged, or compressed with another dictionary.
///
/// peerlit_heading(sections, place): the heading of a section, from the lines of
/// documents.sections; an empty text if there is no such section.
///
/// peerlit_line(lines, name): the rest of the first line that begins with the name and "=", as in
/// documents.imprint; NULL if there is none.
///
/// peerlit_rank(k1, b, weight, length, …): BM25F, negated, since FTS5 sorts in ascending order.
/// After k1 and b, there are two numbers for each column: what a word counts for, and how much
/// it lengthens the passage. See BM25F.swift for the formula.
int pl_register_full_text(void *connection);

#ifdef __cplusplus
}
#endif
#endif
