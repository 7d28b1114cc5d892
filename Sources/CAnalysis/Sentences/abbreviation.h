// Whether a full stop ends a sentence or only an abbreviation.
#ifndef PL_ABBREVIATION_H
#define PL_ABBREVIATION_H

#include <stdbool.h>
#include <stddef.h>

/// Whether the full stop at text[stop] only marks an abbreviation. `start` is the start of the
/// sentence, `next` the first byte after the white space that follows the full stop.
bool pl_is_abbreviation(const char *text, size_t length, size_t start, size_t stop, size_t next);

#endif
