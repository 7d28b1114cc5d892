// Sentence boundaries by UAX #29 alone.
#ifndef PL_SENTENCE_BREAKS_H
#define PL_SENTENCE_BREAKS_H

#include "scalars.h"

/// The first sentence boundary of UAX #29 after `start`, itself a boundary and less than `length`.
size_t pl_sentence_break(pl_classes *classes, const char *text, size_t length, size_t start);

#endif
