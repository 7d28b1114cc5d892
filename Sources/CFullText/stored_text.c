// Text and headings of passages, for the view that FTS5 reads.

#include <stdlib.h>
#include <string.h>
#include <zstd.h>

#include "sqlite.h"

enum { DICTIONARIES = 4, LARGEST = 64 << 20 };

/// The state of decompression between calls, for one connection.
typedef struct {
  ZSTD_DCtx *context;
  char *buffer;
  size_t capacity;
  struct {
    unsigned number;
    ZSTD_DDict *dictionary;
  } dictionaries[DICTIONARIES];
  int next;  ///< the place of the next dictionary
} store;

static void close_store(void *pointer) {
  store *kept = pointer;
  ZSTD_freeDCtx(kept->context);
  for (int i = 0; i < DICTIONARIES; i++) ZSTD_freeDDict(kept->dictionaries[i].dictionary);
  free(kept->buffer);
  free(kept);
}

/// The dictionary with a number; NULL if these bytes are not it.
static ZSTD_DDict *dictionary_of(
    store *kept, unsigned number, const void *bytes, size_t length) {
  for (int i = 0; i < DICTIONARIES; i++) {
    if (kept->dictionaries[i].dictionary != NULL && kept->dictionaries[i].number == number) {
      return kept->dictionaries[i].dictionary;
    }
  }
  if (bytes == NULL || ZSTD_getDictID_fromDict(bytes, length) != number) return NULL;
  ZSTD_DDict *made = ZSTD_createDDict(bytes, length);
  if (made == NULL) return NULL;
  ZSTD_freeDDict(kept->dictionaries[kept->next].dictionary);
  kept->dictionaries[kept->next].dictionary = made;
  kept->dictionaries[kept->next].number = number;
  kept->next = (kept->next + 1) % DICTIONARIES;
  return made;
}

static void text(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  store *kept = sqlite3_user_data(context);
  const void *data = sqlite3_value_blob(values[0]);
  size_t size = (size_t)sqlite3_value_bytes(values[0]);
  sqlite3_int64 start = sqlite3_value_int64(values[2]);
  sqlite3_int64 length = sqlite3_value_int64(values[3]);
  if (data == NULL || start < 0 || length < 0) return;
  unsigned long long whole = ZSTD_getFrameContentSize(data, size);
  // This also excludes unknown sizes and errors, which are the largest numbers.
  if (whole > LARGEST || (unsigned long long)start > whole ||
      (unsigned long long)length > whole - (unsigned long long)start) {
    return;
  }
  if (kept->capacity < whole || kept->buffer == NULL) {
    char *buffer = realloc(kept->buffer, (size_t)whole + 1);
    if (buffer == NULL) {
      sqlite3_result_error_nomem(context);
      return;
    }
    kept->buffer = buffer;
    kept->capacity = (size_t)whole;
  }
  unsigned number = ZSTD_getDictID_fromFrame(data, size);
  size_t written;
  if (number == 0) {
    written = ZSTD_decompressDCtx(kept->context, kept->buffer, kept->capacity, data, size);
  } else {
    ZSTD_DDict *dictionary = dictionary_of(
        kept, number, sqlite3_value_blob(values[1]), (size_t)sqlite3_value_bytes(values[1]));
    if (dictionary == NULL) return;
    written = ZSTD_decompress_usingDDict(
        kept->context, kept->buffer, kept->capacity, data, size, dictionary);
  }
  if (ZSTD_isError(written) || written < (size_t)(start + length)) return;
  sqlite3_result_text(context, kept->buffer + start, (int)length, SQLITE_TRANSIENT);
}

static void heading(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const char *line = (const char *)sqlite3_value_text(values[0]);
  int length = sqlite3_value_bytes(values[0]);
  sqlite3_int64 place = sqlite3_value_int64(values[1]);
  const char *end = line == NULL ? NULL : line + length;
  while (line != NULL && place > 0) {
    line = memchr(line, '\n', (size_t)(end - line));
    if (line != NULL) line++;
    place--;
  }
  const char *stop = NULL;
  if (line != NULL && place == 0) {
    stop = memchr(line, '\n', (size_t)(end - line));
    if (stop == NULL) stop = end;
    // Kind, start, end and page come before the heading.
    for (int tab = 0; tab < 4 && line != NULL; tab++) {
      line = memchr(line, '\t', (size_t)(stop - line));
      if (line != NULL) line++;
    }
  }
  if (stop == NULL || line == NULL) {
    sqlite3_result_text(context, "", 0, SQLITE_STATIC);
  } else {
    sqlite3_result_text(context, line, (int)(stop - line), SQLITE_TRANSIENT);
  }
}

static void line(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const char *start = (const char *)sqlite3_value_text(values[0]);
  const char *name = (const char *)sqlite3_value_text(values[1]);
  size_t length = name == NULL ? 0 : strlen(name);
  while (start != NULL && name != NULL) {
    const char *end = strchr(start, '\n');
    size_t size = end == NULL ? strlen(start) : (size_t)(end - start);
    if (size > length && start[length] == '=' && memcmp(start, name, length) == 0) {
      sqlite3_result_text(
          context, start + length + 1, (int)(size - length - 1), SQLITE_TRANSIENT);
      return;
    }
    start = end == NULL ? NULL : end + 1;
  }
}

int pl_register_text(sqlite3 *connection) {
  // Innocuous: a view may call them even where the schema of a file is not trusted.
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  store *kept = calloc(1, sizeof *kept);
  if (kept == NULL) return SQLITE_NOMEM;
  kept->context = ZSTD_createDCtx();
  // On failure, SQLite calls close_store.
  int result = sqlite3_create_function_v2(
      connection, "peerlit_text", 4, flags, kept, text, NULL, NULL, close_store);
  if (result != SQLITE_OK) return result;
  result = sqlite3_create_function_v2(
      connection, "peerlit_line", 2, flags, NULL, line, NULL, NULL, NULL);
  if (result != SQLITE_OK) return result;
  return sqlite3_create_function_v2(
      connection, "peerlit_heading", 2, flags, NULL, heading, NULL, NULL, NULL);
}
