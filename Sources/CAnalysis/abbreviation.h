// Whether a full stop ends a sentence or only an abbreviation.
#ifndef PL_ABBREVIATION_H
#define PL_ABBREVIATION_H

#include <stdbool.h>
#include <stddef.h>

/// Whether the full stop at text[stop] only abbreviates, in a sentence that began at `start`, when
/// `next` is where the text goes on after white space.
bool pl_is_abbreviation(const char *text, size_t length, size_t start, size_t stop, size_t next);

#endif
