// CAnalysis: bytes in, tokens out.
//
// This is C because Swift cannot do it: ICU renames its functions with macros that Swift does not
// import, libstemmer and the FTS5 tokenizer interface use C callbacks, and the loadable extension
// for the sqlite3 shell must not depend on the Swift runtime.
#ifndef CANALYSIS_H
#define CANALYSIS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One analyzer: ICU segmentation and folding, a Snowball stemmer and a cache of every distinct
/// word seen. Not thread-safe: use one per thread.
typedef struct pl_analyzer pl_analyzer;

enum { PL_TOKEN_WORD = 0, PL_TOKEN_JOINED = 1, PL_TOKEN_SENSE = 2 };

/// A token: its range in the analysed bytes, and the number of its word in the cache.
typedef struct {
  uint32_t start;  ///< first byte in the text
  uint32_t end;    ///< one past the last byte
  uint32_t word;   ///< number of the word in the analyzer's cache, dense from 0
  uint32_t kind;   ///< PL_TOKEN_WORD; or PL_TOKEN_SENSE: another term of the word before it, with
                   ///< its range; or PL_TOKEN_JOINED: the joined form of a hyphenated word, emitted
                   ///< right after its first part; both have the position of the word before them
} pl_token;

/// A word of the cache. The pointers stay valid until pl_analyzer_reset or _close.
typedef struct {
  const char *folded;    ///< the folded word (NFKC case fold, no diacritics), UTF-8, without NUL
  const char *term;      ///< its stem: the term of the index, UTF-8, without NUL
  uint32_t folded_length;
  uint32_t term_length;
} pl_word;

typedef struct {
  uint32_t start, end;  ///< half-open range of bytes
} pl_range;

/// An acronym with a term of its own in English: in capitals, AIDS is not the plural of “aid”.
typedef struct {
  const char *acronym;  ///< as written, and its term
  const char *word;     ///< the everyday word with the same letters, and its term
  const char *stem;     ///< the stem of that word
} pl_acronym;

/// Opens an analyzer for a Snowball language ("english"); NULL if there is no such stemmer.
pl_analyzer *pl_analyzer_open(const char *language);
void pl_analyzer_close(pl_analyzer *analyzer);

/// The tokens of a text of valid UTF-8, length < 2^32: the segments of UAX #29 (ICU's root rules)
/// that contain a letter, a number, kana or an ideograph, except that colons, at signs and full
/// stops between sentences without a space ("support.The") always separate words; and the joined
/// form of letters-hyphen-letters, also across one line break before a lower-case letter. A word
/// that folds to nothing is not a token; folded words are truncated to 255 bytes. The array belongs
/// to the analyzer and is valid until the next call. Invalid bytes are treated as U+FFFD.
///
/// A word with several senses has the term of each query that finds it; the first is that of the
/// word as a query. AIDS gives AIDS and aids; “aids” gives aids and aid; “aid” gives aid and aids;
/// AIDS in a title in capitals, and “aids” after HIV, may be either and give all three.
const pl_token *pl_analyze(pl_analyzer *analyzer, const char *text, size_t length, size_t *count);

/// The number of words in the cache; word numbers below it are valid.
uint32_t pl_word_count(const pl_analyzer *analyzer);
pl_word pl_word_at(const pl_analyzer *analyzer, uint32_t number);

/// Writes a folded English word to `spelled` in its normalized spelling (the same for "behaviour" and
/// "behavior"); `spelled` must have room for twice the length. Returns the new length.
size_t pl_spelling(const char *folded, size_t length, char *spelled);

/// A row of the table of acronyms; NULL beyond its end.
const pl_acronym *pl_acronym_at(size_t number);

/// Empties the cache, which bounds memory on unlimited vocabularies; word numbers start at 0 again.
void pl_analyzer_reset(pl_analyzer *analyzer);

/// The sentences of a text: UAX #29 boundaries, except after abbreviations ("et al.", "e.g."), at a
/// line break before a lower-case letter, and where a line was wrapped at a margin. A blank line
/// always ends a sentence, and a list item begins one. The ranges exclude surrounding white space,
/// are in order and never overlap. Valid until the next call.
const pl_range *pl_sentences(pl_analyzer *analyzer, const char *text, size_t length, size_t *count);

/// Versions for the analyzer identity in an index: "72.1", "15.0", "2.2.0". libstemmer does not
/// report its version: an unrecognised release is "unknown-" and a fingerprint.
const char *pl_icu_version(void);
const char *pl_unicode_version(void);
const char *pl_stemmer_version(void);

/// Increased whenever the same text gives different tokens than before.
enum { PL_ANALYZER_VERSION = 7 };

/// The FTS5 interface (an fts5_api *) of a connection (a sqlite3 *), requested as SQLite's manual
/// describes. Sets a SQLite result code, which is an error if the connection has no FTS5.
void *pl_fts5(void *connection, int *result);

/// Registers the FTS5 tokenizer "peerlit" (argument: the language) on a connection (a sqlite3 *).
/// Returns a SQLite result code.
///
/// For a prefix in a query, the tokenizer reads the table `words` of the database, if there is one
/// (columns: word, term): FTS5 also searches for the terms of the words that begin with the prefix.
int pl_register_fts5(void *connection);

#ifdef __cplusplus
}
#endif
#endif
