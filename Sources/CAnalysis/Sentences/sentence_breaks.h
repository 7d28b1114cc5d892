// Sentence boundaries by UAX #29 alone.
#ifndef PL_SENTENCE_BREAKS_H
#define PL_SENTENCE_BREAKS_H

#include "../Boundaries/scalars.h"

/// The first sentence boundary of UAX #29 after `start`, which must be a boundary below `length`.
size_t pl_sentence_break(pl_classes *classes, const char *text, size_t length, size_t start);

#endif
