// Unicode scalars in UTF-8 and their classes in UAX #29.
#ifndef PL_SCALARS_H
#define PL_SCALARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <unicode/utypes.h>
#include <unicode/utf8.h>

/// Whether a scalar is a colon or an at sign.
///
/// UAX #29 and CLDR's root rules, and their versions, treat them differently. Here they always
/// separate words, so "a:b" and "name@host" can be found by either half.
static inline bool pl_is_parting(UChar32 scalar) {
  switch (scalar) {
    case ':': case '@': case 0xFE55: case 0xFE6B: case 0xFF1A: case 0xFF20: return true;
    default: return false;
  }
}

/// Word_Break, reduced to the classes that decide whether two scalars belong to one word.
///
/// ZWJ, Hebrew letters, Hangul, kana, ideographs and the scripts written without spaces are left to
/// ICU (PL_WB_ICU). Regional indicators, spaces and line ends count as Other: they never belong to
/// a word.
enum {
  PL_WB_OTHER,
  PL_WB_LETTER,
  PL_WB_NUMERIC,
  PL_WB_EXTENDNUMLET,
  PL_WB_MIDLETTER,
  PL_WB_MIDNUM,
  PL_WB_MIDNUMLET,
  PL_WB_EXTEND,
  PL_WB_ICU,
};

/// Sentence_Break; SEP, CR and LF separate paragraphs.
enum {
  PL_SB_OTHER,
  PL_SB_EXTEND,
  PL_SB_SEP,
  PL_SB_SP,
  PL_SB_LOWER,
  PL_SB_UPPER,
  PL_SB_OLETTER,
  PL_SB_NUMERIC,
  PL_SB_ATERM,
  PL_SB_SCONTINUE,
  PL_SB_STERM,
  PL_SB_CLOSE,
  PL_SB_CR,
  PL_SB_LF,
};

/// Classes by code point, in pages of 256 that are filled from ICU's data on first use. High half
/// of each byte: Sentence_Break; low half: Word_Break.
typedef struct {
  uint8_t *pages[0x1100];
} pl_classes;

const uint8_t *pl_classes_fill(pl_classes *classes, uint32_t page);
void pl_classes_free(pl_classes *classes);

static inline unsigned pl_class(pl_classes *classes, UChar32 scalar) {
  const uint8_t *page = classes->pages[scalar >> 8];
  if (__builtin_expect(page == NULL, 0)) page = pl_classes_fill(classes, (uint32_t)scalar >> 8);
  return page[scalar & 0xFF];
}

static inline unsigned pl_word_class(pl_classes *classes, UChar32 scalar) {
  return pl_class(classes, scalar) & 15;
}

static inline unsigned pl_sentence_class(pl_classes *classes, UChar32 scalar) {
  return pl_class(classes, scalar) >> 4;
}

/// The scalar that begins at `*index`, which is advanced past it; U+FFFD for a byte that does not
/// begin a scalar.
static inline UChar32 pl_next(const char *text, size_t length, size_t *index) {
  const uint8_t *bytes = (const uint8_t *)text;
  UChar32 scalar;
  size_t i = *index;
  U8_NEXT_OR_FFFD(bytes, i, length, scalar);
  *index = i;
  return scalar;
}

/// The scalar that ends at `*index`, which is moved back before it; U+FFFD for a byte that does not
/// end a scalar.
static inline UChar32 pl_previous(const char *text, size_t *index) {
  size_t end = *index, begin = end - 1;
  while (begin > 0 && end - begin < 4 && (text[begin] & 0xC0) == 0x80) begin--;
  size_t after = begin;
  UChar32 scalar = pl_next(text, end, &after);
  if (after != end) {
    *index = end - 1;
    return 0xFFFD;
  }
  *index = begin;
  return scalar;
}

/// The longest length up to `limit` bytes that does not split a scalar.
static inline size_t pl_cut(const char *text, size_t length, size_t limit) {
  if (length <= limit) return length;
  size_t cut = limit;
  while (cut > 0 && (text[cut] & 0xC0) == 0x80) cut--;
  return cut;
}

#endif
