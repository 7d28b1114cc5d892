#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "segment.h"

/// Segments without a scalar of such a script after which ICU is left again: starting it anew
/// costs more than a few words.
enum { PATIENCE = 6 };

/// A colon or commercial at, which always part words here (see scalars.c).
static bool is_parting(UChar32 c) {
  switch (c) {
    case ':': case '@': case 0xFE55: case 0xFE6B: case 0xFF1A: case 0xFF20: return true;
    default: return false;
  }
}

/// Where ICU must stop: the next parting scalar after `start`, or the end of the text.
static size_t parting_after(pl_analyzer *analyzer, const char *text, size_t length, size_t start) {
  if (analyzer->parting > start && analyzer->parting <= length) return analyzer->parting;
  size_t index = start;
  while (index < length) {
    size_t at = index;
    if (is_parting(pl_next(text, length, &index)) && at > start) {
      analyzer->parting = at;
      return at;
    }
  }
  analyzer->parting = length;
  return length;
}

/// Whether a segment holds more than connecting underscores.
static bool has_word(pl_classes *classes, const char *text, size_t start, size_t end) {
  while (start < end) {
    switch (pl_word_class(classes, pl_next(text, end, &start))) {
      case PL_WB_LETTER: case PL_WB_NUMERIC: case PL_WB_ICU: return true;
      default: break;
    }
  }
  return false;
}

static bool needs_icu(pl_classes *classes, const char *text, size_t start, size_t end) {
  while (start < end) {
    if (pl_word_class(classes, pl_next(text, end, &start)) == PL_WB_ICU) return true;
  }
  return false;
}

size_t pl_segment_by_icu(
    pl_analyzer *analyzer, const char *text, size_t length, size_t start,
    void (*word)(void *context, size_t start, size_t end), void *context) {
  size_t after = start;
  if (is_parting(pl_next(text, length, &after))) return after;

  UErrorCode status = U_ZERO_ERROR;
  if (analyzer->word_breaks == NULL) {
    analyzer->word_breaks = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
  }
  size_t limit = parting_after(analyzer, text, length, start);
  if (limit - start > INT32_MAX / 2) limit = start + pl_cut(text + start, limit - start, INT32_MAX / 2);
  UText window = UTEXT_INITIALIZER;
  utext_openUTF8(&window, text + start, (int64_t)(limit - start), &status);
  if (U_SUCCESS(status)) ubrk_setUText(analyzer->word_breaks, &window, &status);
  if (U_FAILURE(status)) {
    utext_close(&window);
    return after;
  }

  size_t from = start;
  int patience = PATIENCE;
  int32_t boundary = ubrk_first(analyzer->word_breaks);
  while (patience > 0 && (boundary = ubrk_next(analyzer->word_breaks)) != UBRK_DONE) {
    size_t to = start + (size_t)boundary;
    if (ubrk_getRuleStatus(analyzer->word_breaks) >= UBRK_WORD_NUMBER
        && has_word(&analyzer->classes, text, from, to)) {
      word(context, from, to);
    }
    patience = needs_icu(&analyzer->classes, text, from, to) ? PATIENCE : patience - 1;
    from = to;
  }
  utext_close(&window);
  return from > start ? from : after;
}
