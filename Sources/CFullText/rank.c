// The FTS5 function peerlit_rank: BM25F as in BM25F.swift and InverseDocumentFrequency.swift, with
// the same rounding, so that FTS5 ranks as the ranked postings do. FullTextTests compares their
// scores (“rank is the score of an exact search for passages”).

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "canalysis.h"
#include "sqlite.h"

enum { COLUMNS = 32 };

typedef const Fts5ExtensionApi api;

/// The values that are computed once for a query.
typedef struct {
  int phrases, columns;
  double scale;
  float k1, b, average;
  float weight[COLUMNS], length[COLUMNS];
  float *counts;  ///< phrases × columns, for one row at a time
  double inverse[];  ///< the scaled inverse document frequency of each phrase
} ranking;

static void free_ranking(void *pointer) {
  ranking *made = pointer;
  free(made->counts);
  free(made);
}

static int count_row(api *fts5, Fts5Context *context, void *count) {
  (void)fts5;
  (void)context;
  ++*(sqlite3_int64 *)count;
  return SQLITE_OK;
}

/// The statistics of the query; weights come from the arguments of the function.
static int prepare(
    api *fts5, Fts5Context *context, int count, sqlite3_value **values, ranking **result) {
  int phrases = fts5->xPhraseCount(context);
  int columns = fts5->xColumnCount(context);
  if (columns > COLUMNS || count != 2 + 2 * columns) return SQLITE_MISUSE;
  ranking *made = calloc(1, sizeof *made + (size_t)phrases * sizeof made->inverse[0]);
  if (made == NULL) return SQLITE_NOMEM;
  made->phrases = phrases;
  made->columns = columns;
  made->counts = calloc((size_t)(phrases * columns) + 1, sizeof *made->counts);
  made->k1 = (float)sqlite3_value_double(values[0]);
  made->b = (float)sqlite3_value_double(values[1]);
  int code = made->counts == NULL ? SQLITE_NOMEM : SQLITE_OK;
  sqlite3_int64 rows = 0;
  if (code == SQLITE_OK) code = fts5->xRowCount(context, &rows);
  double words = 0;
  for (int i = 0; i < columns && code == SQLITE_OK; i++) {
    sqlite3_int64 size = 0;
    made->weight[i] = (float)sqlite3_value_double(values[2 + 2 * i]);
    made->length[i] = (float)sqlite3_value_double(values[3 + 2 * i]);
    code = fts5->xColumnTotalSize(context, i, &size);
    words += (double)made->length[i] * (double)size;
  }
  float average = (float)(words / (double)(rows > 0 ? rows : 1));
  made->average = average > 1 ? average : 1;
  double sum = 0;
  for (int i = 0; i < phrases && code == SQLITE_OK; i++) {
    sqlite3_int64 found = 0;
    code = fts5->xQueryPhrase(context, i, &found, count_row);
    double with = (double)(found < rows ? found : rows);
    made->inverse[i] = log(1 + ((double)rows - with + 0.5) / (with + 0.5));
    sum += made->inverse[i];
  }
  // As InverseDocumentFrequency.scale: sums stay exact integers.
  double limit = 2.0e9 / (255 * (sum > 0.001 ? sum : 0.001) + 255 * (double)phrases);
  made->scale = limit < 65536 ? limit : 65536;
  for (int i = 0; i < phrases; i++) {
    double scaled = round(made->inverse[i] * made->scale);
    made->inverse[i] = scaled > 1 ? scaled : 1;
  }
  if (code == SQLITE_OK) {
    *result = made;
    // On failure, FTS5 frees it.
    return fts5->xSetAuxdata(context, made, free_ranking);
  }
  free_ranking(made);
  return code;
}

static void rank(
    api *fts5, Fts5Context *context, sqlite3_context *result, int count, sqlite3_value **values) {
  int code = SQLITE_OK;
  ranking *made = fts5->xGetAuxdata(context, 0);
  if (made == NULL) code = prepare(fts5, context, count, values, &made);
  float length = 0;
  for (int i = 0; code == SQLITE_OK && i < made->columns; i++) {
    if (made->length[i] == 0) continue;
    int size = 0;
    code = fts5->xColumnSize(context, i, &size);
    length += made->length[i] * (float)size;
  }
  int instances = 0;
  if (code == SQLITE_OK) code = fts5->xInstCount(context, &instances);
  if (code == SQLITE_OK) {
    memset(made->counts, 0, (size_t)(made->phrases * made->columns) * sizeof *made->counts);
  }
  for (int i = 0; code == SQLITE_OK && i < instances; i++) {
    int phrase = 0, column = 0, offset = 0;
    code = fts5->xInst(context, i, &phrase, &column, &offset);
    if (code == SQLITE_OK) made->counts[phrase * made->columns + column] += 1;
  }
  if (code != SQLITE_OK) {
    sqlite3_result_error_code(result, code);
    return;
  }
  float norm = made->k1 * (1 - made->b + made->b * length / made->average);
  double score = 0;
  for (int phrase = 0; phrase < made->phrases; phrase++) {
    float weighted = 0, found = 0;
    for (int column = 0; column < made->columns; column++) {
      float times = made->counts[phrase * made->columns + column];
      weighted += made->weight[column] * times;
      found += times;
    }
    // A word in a column without weight has the least impact, as in the ranked postings.
    if (found <= 0) continue;
    float impact = roundf(255 * weighted / (weighted + norm));
    score += made->inverse[phrase] * (double)(impact > 1 ? impact : 1);
  }
  sqlite3_result_double(result, -score / (made->scale * 255));
}

int pl_register_rank(sqlite3 *connection) {
  int code;
  fts5_api *fts5 = pl_fts5(connection, &code);
  if (code != SQLITE_OK) return code;
  return fts5->xCreateFunction(fts5, "peerlit_rank", NULL, rank, NULL);
}
