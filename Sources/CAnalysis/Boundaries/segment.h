// Word boundaries.
#ifndef PL_SEGMENT_H
#define PL_SEGMENT_H

#include "../analyzer.h"

/// A segment of UAX #29, where a full stop without its space ends a word, and whether it is a word:
/// it contains a letter, a number, kana or an ideograph.
typedef struct {
  size_t end;
  bool is_word;
  bool needs_icu;  ///< the segment touches a script left to ICU; `end` is then undefined
} pl_segment;

/// The segment that begins at the boundary `start`, by UAX #29, looking up the class of every
/// scalar.
pl_segment pl_segment_at(pl_classes *classes, const char *text, size_t length, size_t start);

/// Opens ICU's word break iterator of the root locale with every dictionary loaded.
UBreakIterator *pl_open_word_breaks(UErrorCode *status);

/// Segments a text with ICU from the boundary `start` and passes each word to `word` until the text
/// leaves the scripts that need ICU; returns the boundary reached.
size_t pl_segment_by_icu(
    pl_analyzer *analyzer, const char *text, size_t length, size_t start,
    void (*word)(void *context, size_t start, size_t end), void *context);

#endif
