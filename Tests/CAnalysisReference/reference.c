#include "canalysis_reference.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "Boundaries/missing_space.h"
#include "Boundaries/scalars.h"
#include "Boundaries/segment.h"
#include "Sentences/sentence_breaks.h"
#include "arena.h"

/// A copy of a text with each colon, at sign and full stop without its space replaced by a separator
/// of the same length.
static char *with_partings(const char *text, size_t length) {
  char *copy = pl_grow(NULL, length + 1);
  memcpy(copy, text, length);
  for (size_t i = 0; i < length;) {
    size_t start = i;
    switch (pl_next(text, length, &i)) {
      case ':': case '@': copy[start] = '#'; break;
      case '.': if (pl_lacks_space(text, length, start)) copy[start] = '#'; break;
      case 0xFE55: case 0xFE6B: case 0xFF1A: case 0xFF20:
        memcpy(copy + start, "\xE2\x80\x96", 3);  // U+2016, which is neither letter nor line end
        break;
      default: break;
    }
  }
  return copy;
}

/// Whether a segment contains a letter, a number, kana or an ideograph.
static bool is_word(const char *text, size_t start, size_t end) {
  while (start < end) {
    UChar32 c = pl_next(text, end, &start);
    switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
      case U_WB_ALETTER: case U_WB_NUMERIC: case U_WB_HEBREW_LETTER: return true;
      case U_WB_EXTEND: break;
      default: if (u_isalpha(c) || u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return true;
    }
  }
  return false;
}

static size_t cut(
    UBreakIteratorType type, const char *text, size_t length, pl_range *ranges, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = type == UBRK_WORD ? pl_open_word_breaks(&status)
                                             : ubrk_open(type, "", NULL, 0, &status);
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text, (int64_t)length, &status);
  if (U_SUCCESS(status)) ubrk_setUText(breaks, &utext, &status);
  size_t count = 0;
  if (U_SUCCESS(status)) {
    int32_t start = ubrk_first(breaks), end;
    for (; (end = ubrk_next(breaks)) != UBRK_DONE; start = end) {
      if (type == UBRK_WORD && !is_word(text, (size_t)start, (size_t)end)) continue;
      if (count < capacity) ranges[count] = (pl_range){(uint32_t)start, (uint32_t)end};
      count++;
    }
  }
  utext_close(&utext);
  if (breaks != NULL) ubrk_close(breaks);
  return count;
}

size_t pl_reference_words(const char *text, size_t length, pl_range *ranges, size_t capacity) {
  char *copy = with_partings(text, length);
  size_t count = cut(UBRK_WORD, copy, length, ranges, capacity);
  free(copy);
  return count;
}

size_t pl_reference_sentences(
    const char *text, size_t length, pl_range *ranges, size_t capacity) {
  return cut(UBRK_SENTENCE, text, length, ranges, capacity);
}

size_t pl_uax29_sentences(const char *text, size_t length, pl_range *ranges, size_t capacity) {
  pl_classes classes = {0};
  size_t count = 0;
  for (size_t start = 0; start < length; count++) {
    size_t end = pl_sentence_break(&classes, text, length, start);
    if (count < capacity) ranges[count] = (pl_range){(uint32_t)start, (uint32_t)end};
    start = end;
  }
  pl_classes_free(&classes);
  return count;
}
