#include "fold.h"

#include <stdbool.h>
#include <stdint.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include "../Boundaries/scalars.h"

int pl_folder_open(pl_folder *folder) {
  UErrorCode status = U_ZERO_ERROR;
  folder->casefold = unorm2_getNFKCCasefoldInstance(&status);
  folder->decompose = unorm2_getNFDInstance(&status);
  folder->compose = unorm2_getNFCInstance(&status);
  return U_SUCCESS(status);
}

/// Whether a scalar of decomposed text is a diacritic: an accent, a breathing, a Hebrew point or an
/// Arabic harakat, but never a vowel sign of a script that always writes its vowels (Devanagari,
/// Thai).
static bool is_diacritic(UChar32 c) {
  if (c < 0x300) return false;
  if (c <= 0x36F) return true;                  // Combining Diacritical Marks
  if (c >= 0x483 && c <= 0x489) return true;    // Cyrillic
  if (c >= 0x591 && c <= 0x5C7) return u_charType(c) == U_NON_SPACING_MARK;  // Hebrew points
  if (c == 0x640) return true;                  // Arabic tatweel, which only lengthens a line
  if (c >= 0x610 && c <= 0x6ED) return u_charType(c) == U_NON_SPACING_MARK;  // Arabic harakat
  if (c >= 0x8D3 && c <= 0x8FF) return u_charType(c) == U_NON_SPACING_MARK;
  return (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF)
      || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

/// The plain form of letters with a stroke and of ligatures, which Unicode does not decompose
/// ("Jørgensen", "Łukasz", "œdema"). The second letter is 0 if there is only one.
static uint16_t plain_letters(UChar32 c) {
  switch (c) {
    case 0xE6: return 'a' | 'e' << 8;
    case 0x153: return 'o' | 'e' << 8;
    case 0xF8: return 'o';
    case 0x111: return 'd';
    case 0x127: return 'h';
    case 0x131: return 'i';
    case 0x142: return 'l';
    case 0x167: return 't';
    case 0x180: return 'b';
    case 0x1E5: return 'g';
    case 0x1B6: return 'z';
    case 0x24D: return 'r';
    default: return 0;
  }
}

/// Scalars between the parts of a joined form.
static bool is_joint(UChar32 c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == ' ' || (c >= '\t' && c <= '\r')
      || c == 0x85 || c == 0xA0 || c == 0x2028 || c == 0x2029;
}

static bool is_apostrophe(UChar32 c) {
  return c == 0x2019 || c == 0x2018 || c == 0x201B || c == 0x2BC || c == 0xFF07;
}

static size_t fold_any(pl_folder *folder, const char *surface, size_t length, char *folded) {
  UErrorCode status = U_ZERO_ERROR;
  const int32_t capacity = sizeof folder->a / sizeof *folder->a;
  int32_t units = 0;
  for (size_t i = 0; i < length;) {
    UChar32 c = pl_next(surface, length, &i);
    if (is_joint(c)) continue;
    if (is_apostrophe(c)) c = '\'';
    U16_APPEND_UNSAFE(folder->a, units, c);
  }
  units = unorm2_normalize(folder->casefold, folder->a, units, folder->b, capacity, &status);
  // More than fits into a folded word, and short enough that decomposing cannot overflow.
  if (units > PL_SURFACE_LIMIT) {
    units = PL_SURFACE_LIMIT;
    U16_SET_CP_START(folder->b, 0, units);
  }
  units = unorm2_normalize(folder->decompose, folder->b, units, folder->a, capacity, &status);
  if (U_FAILURE(status)) return 0;

  int32_t kept = 0;
  for (int32_t i = 0; i < units;) {
    UChar32 c;
    U16_NEXT(folder->a, i, units, c);
    if (is_diacritic(c)) continue;
    uint16_t plain = plain_letters(c);
    if (plain != 0) {
      folder->b[kept++] = plain & 0xFF;
      if (plain > 0xFF) folder->b[kept++] = plain >> 8;
    } else {
      U16_APPEND_UNSAFE(folder->b, kept, c);
    }
  }
  units = unorm2_normalize(folder->compose, folder->b, kept, folder->a, capacity, &status);
  if (U_FAILURE(status)) return 0;

  size_t written = 0;
  for (int32_t i = 0; i < units;) {
    UChar32 c;
    U16_NEXT(folder->a, i, units, c);
    if (U_IS_SURROGATE(c)) c = 0xFFFD;
    if (c == ' ') continue;  // some word ligatures, such as U+FDFA, contain spaces
    if (written + (size_t)U8_LENGTH(c) > PL_FOLDED_LIMIT) break;
    U8_APPEND_UNSAFE(folded, written, c);
  }
  return written;
}

size_t pl_fold(pl_folder *folder, const char *surface, size_t length, char *folded) {
  length = pl_cut(surface, length, PL_SURFACE_LIMIT);
  size_t written = 0;
  for (size_t i = 0; i < length && written < PL_FOLDED_LIMIT; i++) {
    uint8_t c = (uint8_t)surface[i];
    if (c >= 0x80) return fold_any(folder, surface, length, folded);
    if (is_joint(c)) continue;
    folded[written++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  return written;
}
