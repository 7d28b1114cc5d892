// SQLite's interface, in the program and in a loadable extension alike.
#ifndef PL_SQLITE_H
#define PL_SQLITE_H

#ifdef PEERLIT_LOADABLE
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3
#else
#include <sqlite3.h>
#endif

int pl_register_text(sqlite3 *connection);
int pl_register_rank(sqlite3 *connection);

#endif
