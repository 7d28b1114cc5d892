#include "words.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "spelling.h"

enum { FIRST_SURFACES = 1 << 14, FIRST_FOLDED = 1 << 13 };

bool pl_words_open(pl_words *words, const char *language) {
  memset(words, 0, sizeof *words);
  words->stemmer = sb_stemmer_new(language, "UTF_8");
  if (words->stemmer == NULL || !pl_folder_open(&words->folder)) return false;
  words->english = strcmp(language, "english") == 0 || strcmp(language, "en") == 0;
  pl_words_reset(words);
  return true;
}

void pl_words_reset(pl_words *words) {
  pl_arena_clear(&words->arena);
  free(words->surfaces);
  free(words->by_folded);
  words->surfaces = pl_zeroed(FIRST_SURFACES, sizeof *words->surfaces);
  words->surface_capacity = FIRST_SURFACES;
  words->surface_count = 0;
  words->by_folded = pl_zeroed(FIRST_FOLDED, sizeof *words->by_folded);
  words->folded_capacity = FIRST_FOLDED;
  words->word_count = 0;
  memset(words->acronyms, 0, sizeof words->acronyms);
}

void pl_words_close(pl_words *words) {
  pl_arena_clear(&words->arena);
  free(words->surfaces);
  free(words->by_folded);
  free(words->words);
  if (words->stemmer != NULL) sb_stemmer_delete(words->stemmer);
}

static void grow_folded(pl_words *words) {
  uint32_t capacity = words->folded_capacity * 2;
  uint32_t *slots = pl_zeroed(capacity, sizeof *slots);
  for (uint32_t number = 0; number < words->word_count; number++) {
    const pl_word *word = &words->words[number];
    // The folded form of an acronym finds its everyday word.
    if (pl_find_acronym(word->term, word->term_length) < PL_ACRONYM_COUNT) continue;
    uint32_t slot = (uint32_t)pl_hash(word->folded, word->folded_length) & (capacity - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (capacity - 1);
    slots[slot] = number + 1;
  }
  free(words->by_folded);
  words->by_folded = slots;
  words->folded_capacity = capacity;
}

/// Sets the term of a word from its folded form: normalizes the spelling, then stems.
static void set_term(pl_words *words, pl_word *word) {
  word->term = word->folded;
  word->term_length = word->folded_length;
  bool has_letter = false;
  for (uint32_t i = 0; i < word->folded_length; i++) {
    uint8_t c = (uint8_t)word->folded[i];
    has_letter |= c >= 0x80 || (c >= 'a' && c <= 'z');
  }
  if (!has_letter) return;

  char spelled[PL_FOLDED_LIMIT * 2];
  const char *stem = word->folded;
  size_t length = word->folded_length;
  const char *exception = NULL;
  if (words->english) {
    length = pl_spelling(stem, length, spelled);
    stem = spelled;
    exception = pl_everyday_word(spelled, length);
    if (exception == NULL) exception = pl_stem_exception(spelled, length);
  }
  if (exception != NULL) {
    stem = exception;
    length = strlen(exception);
  } else if (words->english && pl_is_inflammation(stem, length)) {
    // The stemmer keeps “arthriti”, but would make one term of hepatitis and hepatic.
    length -= 1;
  } else {
    const sb_symbol *symbols =
        sb_stemmer_stem(words->stemmer, (const sb_symbol *)stem, (int)length);
    // If an allocation in the stemmer fails, the word is kept as it is.
    if (symbols != NULL) {
      stem = (const char *)symbols;
      length = (size_t)sb_stemmer_length(words->stemmer);
    }
  }
  if (length == 0) return;
  if (length == word->folded_length && memcmp(stem, word->folded, length) == 0) return;
  word->term = pl_arena_copy(&words->arena, stem, length);
  word->term_length = (uint32_t)length;
}

/// Adds a word without a term.
static pl_word *append(pl_words *words, const char *folded, size_t length) {
  if (words->word_count == words->word_capacity) {
    words->word_capacity = words->word_capacity == 0 ? 4096 : words->word_capacity * 2;
    words->words = pl_grow(words->words, words->word_capacity * sizeof *words->words);
  }
  pl_word *word = &words->words[words->word_count++];
  word->folded = pl_arena_copy(&words->arena, folded, length);
  word->folded_length = (uint32_t)length;
  return word;
}

uint32_t pl_words_folded(pl_words *words, const char *folded, size_t length) {
  uint32_t mask = words->folded_capacity - 1;
  uint32_t slot = (uint32_t)pl_hash(folded, length) & mask;
  for (; words->by_folded[slot] != 0; slot = (slot + 1) & mask) {
    const pl_word *word = &words->words[words->by_folded[slot] - 1];
    if (word->folded_length == length && memcmp(word->folded, folded, length) == 0) {
      return words->by_folded[slot] - 1;
    }
  }
  uint32_t number = words->word_count;
  set_term(words, append(words, folded, length));
  words->by_folded[slot] = number + 1;
  if (words->word_count > words->folded_capacity / 2) grow_folded(words);
  return number;
}

uint32_t pl_words_acronym(pl_words *words, size_t acronym) {
  if (words->acronyms[acronym] == 0) {
    const pl_acronym *row = pl_acronym_at(acronym);
    pl_word *word = append(words, row->word, strlen(row->word));
    word->term = row->acronym;
    word->term_length = (uint32_t)strlen(row->acronym);
    words->acronyms[acronym] = words->word_count;
  }
  return words->acronyms[acronym] - 1;
}
