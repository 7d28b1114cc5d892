// What is done to English words around stemming: one spelling for British and American, and stems
// that are better than the stemmer's.
#ifndef PL_SPELLING_H
#define PL_SPELLING_H

#include <stddef.h>

/// Writes a folded word in one spelling ("behaviour" and "behavior" alike) into `spelled`, which has
/// room for twice its length; returns the new length.
size_t pl_spelling(const char *folded, size_t length, char *spelled);

/// The stem of a word in its one spelling when it is an exception to the stemmer, ended by NUL;
/// otherwise NULL.
const char *pl_stem_exception(const char *spelled, size_t length);

#endif
