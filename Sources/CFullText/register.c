#ifdef PEERLIT_LOADABLE
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1
#endif

#include "canalysis.h"
#include "cfulltext.h"
#include "sqlite.h"

int pl_register_full_text(void *connection) {
  int result = pl_register_fts5(connection);
  if (result == SQLITE_OK) result = pl_register_text(connection);
  if (result == SQLITE_OK) result = pl_register_rank(connection);
  return result;
}

#ifdef PEERLIT_LOADABLE
__attribute__((visibility("default")))
int sqlite3_peerlit_init(sqlite3 *connection, char **message, const sqlite3_api_routines *api) {
  SQLITE_EXTENSION_INIT2(api);
  int result = pl_register_full_text(connection);
  if (result != SQLITE_OK) {
    *message = sqlite3_mprintf("peerlit: this SQLite has no FTS5");
  }
  return result;
}
#endif
