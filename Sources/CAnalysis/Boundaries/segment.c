#include "segment.h"

#include "missing_space.h"

static inline bool joins(unsigned class) {
  return class == PL_WB_LETTER || class == PL_WB_NUMERIC || class == PL_WB_EXTENDNUMLET;
}

/// WB6, WB7, WB11, WB12: whether a mark between two scalars of `class` joins them.
static inline bool bridges(unsigned mark, unsigned class) {
  if (mark == PL_WB_MIDNUMLET) return class == PL_WB_LETTER || class == PL_WB_NUMERIC;
  if (mark == PL_WB_MIDLETTER) return class == PL_WB_LETTER;
  if (mark == PL_WB_MIDNUM) return class == PL_WB_NUMERIC;
  return false;
}

/// The class at `*index`, which is advanced past the scalar and, by WB4, everything that extends
/// it.
static unsigned next_class(pl_classes *classes, const char *text, size_t length, size_t *index) {
  unsigned class = pl_word_class(classes, pl_next(text, length, index));
  while (*index < length) {
    size_t after = *index;
    unsigned following = pl_word_class(classes, pl_next(text, length, &after));
    if (following == PL_WB_ICU) return PL_WB_ICU;
    if (following != PL_WB_EXTEND) break;
    *index = after;
  }
  return class;
}

pl_segment pl_segment_at(pl_classes *classes, const char *text, size_t length, size_t start) {
  pl_segment segment = {start, false, false};
  size_t index = start;
  unsigned last = next_class(classes, text, length, &index);
  while (last != PL_WB_ICU) {
    segment.end = index;
    segment.is_word |= last == PL_WB_LETTER || last == PL_WB_NUMERIC;
    if (!joins(last) || index == length) return segment;
    size_t mark = index;
    unsigned next = next_class(classes, text, length, &index);
    if (next == PL_WB_ICU) break;
    if (!joins(next)) {
      if (!bridges(next, last) || index == length) return segment;
      next = next_class(classes, text, length, &index);
      if (next != last) {
        if (next == PL_WB_ICU) break;
        return segment;
      }
      if (pl_lacks_space(text, length, mark)) return segment;
    }
    last = next;
  }
  segment.needs_icu = true;
  return segment;
}
