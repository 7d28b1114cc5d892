// One spelling for British and American English, before stemming.
#ifndef PL_SPELLING_H
#define PL_SPELLING_H

#include <stddef.h>

/// No replacement makes a word longer than this many bytes more.
enum { PL_SPELLING_GROWTH = 8 };

/// Writes a folded word in one spelling ("behaviour" and "behavior" alike); returns its length.
size_t pl_spelling(const char *folded, size_t length, char *spelled);

#endif
