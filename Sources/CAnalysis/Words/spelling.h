// Corrections of English words around stemming: one spelling for British and American forms, and
// exceptions to the stemmer.
#ifndef PL_SPELLING_H
#define PL_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

/// Writes a folded word to `spelled` in its normalized spelling (the same for "behaviour" and
/// "behavior"); `spelled` must have room for twice the length. Returns the new length.
size_t pl_spelling(const char *folded, size_t length, char *spelled);

/// The stem of a word in normalized spelling, ended by NUL, if it is an exception to the stemmer;
/// otherwise NULL.
const char *pl_stem_exception(const char *spelled, size_t length);

/// Whether a word in normalized spelling names an inflammation: "hepatitis".
bool pl_is_inflammation(const char *spelled, size_t length);

#endif
