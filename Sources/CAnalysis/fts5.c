// The FTS5 tokenizer "peerlit".
//
// In documents, the joined form of a hyphenated word is colocated with its first part: "peer-led"
// gives peer and peerled at one position and led at the next, so the queries peer led, "peer-led"
// and peerled all find it. In queries, the joined form is omitted: FTS5 would treat it as a synonym
// of the first part within the phrase and search for "peerled led". So the query "peer-led" is the
// phrase peer led, which finds "peer led" and "peer-led", and the query peerled finds "peerled" and
// "peer-led". One FTS5 phrase has one length in words, hence "peer-led" OR peerled finds all three.
//
// The terms of a word with several senses (AIDS, and the plural of "aid") are colocated, too. In
// queries, only the first of them counts: the others would also find documents in the other sense.
//
// A prefix is not a word, so it is folded but not stemmed: no term begins with "educati". The words
// that begin with it are looked up in the table "words" of the index, and those of their terms that
// do not begin with the prefix are colocated with it. FTS5 treats these terms as prefixes, too.
#ifdef PEERLIT_LOADABLE
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3
#else
#include <sqlite3.h>
#endif

#include <stdlib.h>
#include <string.h>

#include "canalysis.h"

/// The number of words at which a tokenizer's cache is emptied, to bound its memory.
enum { CACHE_LIMIT = 1000000 };

/// The maximum number of terms that are colocated with a prefix.
#define PREFIX_TERMS "1000"

typedef int (*token_callback)(void *, int, const char *, int, int, int);

/// A tokenizer. FTS5 deletes it before its connection is closed.
typedef struct {
  pl_analyzer *analyzer;
  sqlite3 *connection;
  int is_looking_up;  ///< whether words are being looked up: "words" may be a view that calls FTS5
} peerlit_tokenizer;

static int create(void *context, const char **arguments, int count, Fts5Tokenizer **tokenizer) {
  if (count > 1) return SQLITE_ERROR;
  peerlit_tokenizer *made = sqlite3_malloc(sizeof *made);
  if (made == NULL) return SQLITE_NOMEM;
  made->connection = context;
  made->is_looking_up = 0;
  made->analyzer = pl_analyzer_open(count == 1 ? arguments[0] : "english");
  if (made->analyzer == NULL) {
    sqlite3_free(made);
    return SQLITE_ERROR;
  }
  *tokenizer = (Fts5Tokenizer *)made;
  return SQLITE_OK;
}

static void delete(Fts5Tokenizer *tokenizer) {
  peerlit_tokenizer *made = (peerlit_tokenizer *)tokenizer;
  pl_analyzer_close(made->analyzer);
  sqlite3_free(made);
}

/// Passes a folded prefix, and the terms that words with this prefix have but that do not begin
/// with it. Terms that begin with another such term are left out, since FTS5 finds them anyway.
static int pass_prefix(
    sqlite3 *connection, void *context, pl_word prefix, int start, int end, token_callback token) {
  const int length = (int)prefix.folded_length;
  int result = token(context, 0, prefix.folded, length, start, end);
  if (result != SQLITE_OK) return result;
  sqlite3_stmt *statement = NULL;
  // U+10FFFF sorts after every character of a word. The statement is finalized here, so that the
  // connection can be closed. A database without such a table, or that may not be read, has no
  // words to look up.
  int code = sqlite3_prepare_v2(
      connection,
      "SELECT DISTINCT term FROM words WHERE word >= ?1 AND word < ?1 || char(0x10FFFF)"
      " AND substr(term, 1, length(?1)) <> ?1 ORDER BY term LIMIT " PREFIX_TERMS,
      -1, &statement, NULL);
  if (code != SQLITE_OK) {
    return code == SQLITE_ERROR || code == SQLITE_AUTH ? SQLITE_OK : code;
  }
  char *known = NULL;
  int known_length = 0;
  code = sqlite3_bind_text(statement, 1, prefix.folded, length, SQLITE_STATIC);
  while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
    const char *term = (const char *)sqlite3_column_text(statement, 0);
    int size = sqlite3_column_bytes(statement, 0);
    code = SQLITE_OK;
    if (term == NULL || size == 0) continue;
    if (known != NULL && size >= known_length && memcmp(term, known, (size_t)known_length) == 0) {
      continue;
    }
    sqlite3_free(known);
    known = sqlite3_malloc(size);
    if (known == NULL) {
      code = SQLITE_NOMEM;
      break;
    }
    memcpy(known, term, (size_t)size);
    known_length = size;
    code = token(context, FTS5_TOKEN_COLOCATED, term, size, start, end);
  }
  sqlite3_free(known);
  int finalized = sqlite3_finalize(statement);
  return code == SQLITE_DONE ? finalized : code;
}

static int tokenize(
    Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length,
    token_callback token) {
  if (length <= 0) return SQLITE_OK;

  peerlit_tokenizer *made = (peerlit_tokenizer *)tokenizer;
  if (made->is_looking_up) return SQLITE_ERROR;
  pl_analyzer *analyzer = made->analyzer;
  if (pl_word_count(analyzer) > CACHE_LIMIT) pl_analyzer_reset(analyzer);
  size_t count;
  const pl_token *tokens = pl_analyze(analyzer, text, (size_t)length, &count);
  size_t last = count;
  while (last > 0 && tokens[last - 1].kind != PL_TOKEN_WORD) last--;
  for (size_t i = 0; i < count; i++) {
    int further = tokens[i].kind != PL_TOKEN_WORD;
    if (further && (flags & FTS5_TOKENIZE_QUERY)) continue;
    pl_word word = pl_word_at(analyzer, tokens[i].word);
    if ((flags & FTS5_TOKENIZE_PREFIX) && i + 1 == last) {
      made->is_looking_up = 1;
      int result = pass_prefix(
          made->connection, context, word, (int)tokens[i].start, (int)tokens[i].end, token);
      made->is_looking_up = 0;
      return result;
    }
    int result = token(
        context, further ? FTS5_TOKEN_COLOCATED : 0, word.term, (int)word.term_length,
        (int)tokens[i].start, (int)tokens[i].end);
    if (result != SQLITE_OK) return result;
  }
  return SQLITE_OK;
}

void *pl_fts5(void *connection, int *result) {
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  *result = sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, NULL);
  if (*result == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
  }
  int finalized = sqlite3_finalize(statement);
  if (*result == SQLITE_OK) *result = finalized;
  if (*result == SQLITE_OK && api == NULL) *result = SQLITE_ERROR;
  return api;
}

int pl_register_fts5(void *connection) {
  int result;
  fts5_api *api = pl_fts5(connection, &result);
  if (result != SQLITE_OK) return result;
  fts5_tokenizer tokenizer = {create, delete, tokenize};
  return api->xCreateTokenizer(api, "peerlit", connection, &tokenizer, NULL);
}
