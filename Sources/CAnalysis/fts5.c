// The FTS5 tokenizer "peerlit".
//
// In documents, the joined form of a hyphenated word is colocated with its first part: "peer-led"
// gives peer and peerled at one position and led at the next, so the queries peer led, "peer-led"
// and peerled all find it. In queries, the joined form is omitted: FTS5 would treat it as a synonym
// of the first part within the phrase and search for "peerled led". So the query "peer-led" is the
// phrase peer led, which finds "peer led" and "peer-led", and the query peerled finds "peerled" and
// "peer-led". One FTS5 phrase has one length in words, hence "peer-led" OR peerled finds all three.
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

/// The pre-analysed form; see pl_register_fts5.
enum { ANALYSED = 0x01, SAME_POSITION = 0x02, TERM_END = 0x1F };

typedef int (*token_callback)(void *, int, const char *, int, int, int);

static int create(void *context, const char **arguments, int count, Fts5Tokenizer **tokenizer) {
  (void)context;
  if (count > 1) return SQLITE_ERROR;
  pl_analyzer *analyzer = pl_analyzer_open(count == 1 ? arguments[0] : "english");
  if (analyzer == NULL) return SQLITE_ERROR;
  *tokenizer = (Fts5Tokenizer *)analyzer;
  return SQLITE_OK;
}

static void delete(Fts5Tokenizer *tokenizer) {
  pl_analyzer_close((pl_analyzer *)tokenizer);
}

static int pass_analysed(void *context, const char *text, int length, token_callback token) {
  int index = 1;
  while (index < length) {
    int flags = text[index] == SAME_POSITION ? FTS5_TOKEN_COLOCATED : 0;
    int start = flags == 0 ? index : index + 1;
    const char *found = memchr(text + start, TERM_END, (size_t)(length - start));
    int end = found == NULL ? length : (int)(found - text);
    if (end > start) {
      int result = token(context, flags, text + start, end - start, start, end);
      if (result != SQLITE_OK) return result;
    }
    index = end + 1;
  }
  return SQLITE_OK;
}

static int tokenize(
    Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length,
    token_callback token) {
  if (length <= 0) return SQLITE_OK;
  if (text[0] == ANALYSED) return pass_analysed(context, text, length, token);

  pl_analyzer *analyzer = (pl_analyzer *)tokenizer;
  if (pl_word_count(analyzer) > CACHE_LIMIT) pl_analyzer_reset(analyzer);
  size_t count;
  const pl_token *tokens = pl_analyze(analyzer, text, (size_t)length, &count);
  for (size_t i = 0; i < count; i++) {
    int joined = tokens[i].kind == PL_TOKEN_JOINED;
    if (joined && (flags & FTS5_TOKENIZE_QUERY)) continue;
    pl_word word = pl_word_at(analyzer, tokens[i].word);
    int result = token(
        context, joined ? FTS5_TOKEN_COLOCATED : 0, word.term, (int)word.term_length,
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
  return api->xCreateTokenizer(api, "peerlit", NULL, &tokenizer, NULL);
}
