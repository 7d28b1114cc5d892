// One spelling for British and American English, before stemming.
#ifndef PL_SPELLING_H
#define PL_SPELLING_H

#include <stddef.h>

/// Writes a folded word in one spelling ("behaviour" and "behavior" alike) into `spelled`, which has
/// room for twice its length; returns the new length.
size_t pl_spelling(const char *folded, size_t length, char *spelled);

#endif
