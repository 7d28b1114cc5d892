// UAX #29 sentence boundaries, Unicode 15.0. Rule names (SB3 to SB998) are those of the standard.
#include "sentence_breaks.h"

#include <stdbool.h>

/// A scalar's class, its start, and the end of the scalars that extend it (SB5).
typedef struct {
  unsigned class;
  size_t start, end;
} unit;

static bool is_paragraph_separator(unsigned class) {
  return class == PL_SB_SEP || class == PL_SB_CR || class == PL_SB_LF;
}

static bool is_terminator(unsigned class) {
  return class == PL_SB_ATERM || class == PL_SB_STERM;
}

/// The unit at `start`; at the end of the text, an empty unit of class PL_SB_OTHER.
static unit unit_at(pl_classes *classes, const char *text, size_t length, size_t start) {
  unit found = {PL_SB_OTHER, start, start};
  if (start == length) return found;
  found.class = pl_sentence_class(classes, pl_next(text, length, &found.end));
  if (is_paragraph_separator(found.class)) return found;
  while (found.end < length) {
    size_t after = found.end;
    if (pl_sentence_class(classes, pl_next(text, length, &after)) != PL_SB_EXTEND) break;
    found.end = after;
  }
  return found;
}

/// The class of the scalar before `index`, skipping scalars that extend it, but not before `start`.
static unsigned class_before(
    pl_classes *classes, const char *text, size_t start, size_t index) {
  while (index > start) {
    unsigned class = pl_sentence_class(classes, pl_previous(text, &index));
    if (class != PL_SB_EXTEND) return class;
  }
  return PL_SB_OTHER;
}

/// SB8: whether the first scalar from `next` on that is a letter, a separator or a terminator is a
/// lower-case letter.
static bool small_letter_follows(
    pl_classes *classes, const char *text, size_t length, unit next) {
  while (next.start < length) {
    switch (next.class) {
      case PL_SB_LOWER: return true;
      case PL_SB_OLETTER: case PL_SB_UPPER: case PL_SB_SEP: case PL_SB_CR: case PL_SB_LF:
      case PL_SB_ATERM: case PL_SB_STERM: return false;
      default: next = unit_at(classes, text, length, next.end);
    }
  }
  return false;
}

/// The offset after a paragraph separator; CR LF is one (SB3).
static size_t after_separator(const char *text, size_t length, unit separator) {
  bool pair = separator.class == PL_SB_CR && separator.end < length && text[separator.end] == '\n';
  return separator.end + pair;
}

/// The outcome of a terminator: whether a sentence ends, and where to continue.
typedef struct {
  bool breaks;
  size_t index;  ///< the boundary, or where to continue
} outcome;

static outcome after_terminator(
    pl_classes *classes, const char *text, size_t length, size_t start, unit terminator) {
  unit next = unit_at(classes, text, length, terminator.end);
  if (terminator.class == PL_SB_ATERM) {
    if (next.class == PL_SB_NUMERIC) return (outcome){false, next.end};  // SB6
    if (next.class == PL_SB_UPPER) {                                     // SB7
      unsigned before = class_before(classes, text, start, terminator.start);
      if (before == PL_SB_UPPER || before == PL_SB_LOWER) return (outcome){false, next.end};
    }
  }
  // SB9, SB10
  while (next.class == PL_SB_CLOSE) next = unit_at(classes, text, length, next.end);
  while (next.class == PL_SB_SP) next = unit_at(classes, text, length, next.end);
  if (next.start == length) return (outcome){true, length};
  if (is_paragraph_separator(next.class)) {
    return (outcome){true, after_separator(text, length, next)};
  }
  // SB8a, SB8
  if (is_terminator(next.class)) return (outcome){false, next.start};
  if (next.class == PL_SB_SCONTINUE) return (outcome){false, next.end};
  if (terminator.class == PL_SB_ATERM && small_letter_follows(classes, text, length, next)) {
    return (outcome){false, next.start};
  }
  return (outcome){true, next.start};  // SB11
}

/// The first byte from `index` on that may end a sentence: an ASCII terminator or line end, or any
/// non-ASCII byte.
static size_t next_candidate(const char *text, size_t length, size_t index) {
  static const bool candidate[256] = {
      ['\n'] = true, ['\r'] = true, ['.'] = true, ['!'] = true, ['?'] = true,
      [0x80 ... 0xFF] = true,
  };
  while (index < length && !candidate[(uint8_t)text[index]]) index++;
  return index;
}

size_t pl_sentence_break(pl_classes *classes, const char *text, size_t length, size_t start) {
  size_t index = start;
  while ((index = next_candidate(text, length, index)) < length) {
    size_t after = index;
    unsigned class = pl_sentence_class(classes, pl_next(text, length, &after));
    if (is_paragraph_separator(class)) {
      return after_separator(text, length, (unit){class, index, after});  // SB4
    }
    if (!is_terminator(class)) {
      index = after;
      continue;
    }
    outcome found =
        after_terminator(classes, text, length, start, unit_at(classes, text, length, index));
    if (found.breaks) return found.index;
    index = found.index;
  }
  return length;
}
