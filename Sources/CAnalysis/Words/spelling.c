#include "spelling.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef enum { ANY, START, END, WORD } place;

typedef struct {
  const char *british;
  uint8_t british_length;
  place place;
  const char *american;
  uint8_t american_length;
} spelling;

static const spelling spellings[] = {
#define SPELLING(british, place, american) \
  {british, sizeof british - 1, place, american, sizeof american - 1},
#define ROOT(ending)
#include "spellings.h"
#undef SPELLING
#undef ROOT
};

typedef struct {
  const char *text;
  uint8_t length;
} ending;

static const ending roots[] = {
#define SPELLING(british, place, american)
#define ROOT(text) {text, sizeof text - 1},
#include "spellings.h"
#undef SPELLING
#undef ROOT
};

typedef struct {
  const char *prefix;
  uint8_t length;
  const char *stem;
} exception;

static const exception exceptions[] = {
#define STEM(prefix, stem) {prefix, sizeof prefix - 1, stem},
#include "stems.h"
#undef STEM
};

enum { SPELLING_COUNT = sizeof spellings / sizeof *spellings };

/// The first row whose first two letters do not sort before the given ones.
static size_t first_row(const char *letters) {
  size_t low = 0, high = SPELLING_COUNT;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (memcmp(spellings[middle].british, letters, 2) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// The longest row that applies at word[index]; NULL if none does.
static const spelling *find(const char *word, size_t length, size_t index) {
  if (length - index < 3) return NULL;
  const spelling *found = NULL;
  for (size_t i = first_row(word + index); i < SPELLING_COUNT; i++) {
    const spelling *row = &spellings[i];
    if (memcmp(row->british, word + index, 2) != 0) break;
    size_t end = index + row->british_length;
    if (end > length || memcmp(row->british, word + index, row->british_length) != 0) continue;
    if ((row->place == START || row->place == WORD) && index > 0) continue;
    if ((row->place == END || row->place == WORD) && end < length) continue;
    if (found == NULL || row->british_length > found->british_length) found = row;
  }
  return found;
}

static bool ends_in(const char *word, size_t length, const char *text, size_t size) {
  return length >= size && memcmp(word + length - size, text, size) == 0;
}

/// The index of the s of the suffix -ise in a verb or a word derived from one ("randomisation"); 0
/// if there is none.
static size_t ise_suffix(const char *word, size_t length) {
  static const ending after_is[] = {
      {"e", 1}, {"ed", 2}, {"es", 2}, {"er", 2}, {"ers", 3}, {"ing", 3}, {"ings", 4}, {"able", 4},
      {"ably", 4}, {"ability", 7}, {"ation", 5}, {"ations", 6}, {"ational", 7}, {"ationally", 9},
      {"ement", 5}, {"edly", 4}, {"ingly", 5},
  };
  for (size_t i = 0; i < sizeof after_is / sizeof *after_is; i++) {
    size_t size = after_is[i].length;
    if (length < size + 5 || !ends_in(word, length, after_is[i].text, size)) continue;
    size_t s = length - size - 1;
    if (word[s] != 's' || word[s - 1] != 'i') continue;
    // Raise, bruise, noise.
    if (strchr("auo", word[s - 2]) != NULL) return 0;
    for (size_t j = 0; j < sizeof roots / sizeof *roots; j++) {
      // The roots are compared without their final e, which other endings replace.
      if (ends_in(word, s + 1, roots[j].text, roots[j].length - 1u)) return 0;
    }
    return s;
  }
  return 0;
}

/// Whether a word is a Greek noun in -sis (analysis). It is spelled like its plural, which its
/// other forms resemble: analyses, diagnosed, hypothesised.
static bool is_greek(const char *word, size_t length) {
  return length >= 6 && ends_in(word, length, "sis", 3) && strchr("aeioy", word[length - 4]) != NULL;
}

size_t pl_spelling(const char *folded, size_t length, char *spelled) {
  // The stemmer drops these too, but the rules below need the bare ending.
  if (ends_in(folded, length, "'s", 2)) length -= 2;
  if (ends_in(folded, length, "'", 1)) length -= 1;
  size_t written = 0;
  for (size_t i = 0; i < length;) {
    const spelling *row = find(folded, length, i);
    if (row == NULL) {
      spelled[written++] = folded[i++];
      continue;
    }
    memcpy(spelled + written, row->american, row->american_length);
    written += row->american_length;
    i += row->british_length;
  }
  size_t s = ise_suffix(spelled, written);
  if (s != 0) spelled[s] = 'z';
  if (is_greek(spelled, written)) spelled[written - 2] = 'e';
  return written;
}

const char *pl_stem_exception(const char *spelled, size_t length) {
  const exception *found = NULL;
  for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++) {
    const exception *row = &exceptions[i];
    if (length < row->length || spelled[0] != row->prefix[0]) continue;
    if (memcmp(spelled, row->prefix, row->length) != 0) continue;
    if (found == NULL || row->length > found->length) found = row;
  }
  return found == NULL ? NULL : found->stem;
}

bool pl_is_inflammation(const char *spelled, size_t length) {
  return length >= 7 && ends_in(spelled, length, "itis", 4);
}
