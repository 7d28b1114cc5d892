// Corrections of English words around stemming: one spelling for British and American forms, and
// exceptions to the stemmer.
#ifndef PL_SPELLING_H
#define PL_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "canalysis.h"

/// The stem of a word in normalized spelling, ended by NUL, if it is an exception to the stemmer;
/// otherwise NULL.
const char *pl_stem_exception(const char *spelled, size_t length);

/// Whether a word in normalized spelling names an inflammation: "hepatitis".
bool pl_is_inflammation(const char *spelled, size_t length);

#endif
