// Finds the words of surface forms: the part of the word cache that every token of a text goes
// through.

#include <stdlib.h>
#include <string.h>

#include "../Boundaries/scalars.h"
#include "hash.h"
#include "words.h"

static uint64_t surface_hash(const pl_surface *surface) {
  return surface->length <= 16 ? pl_hash_mix(surface->head, surface->tail) : surface->head;
}

static void grow_surfaces(pl_words *words) {
  uint32_t capacity = words->surface_capacity * 2;
  pl_surface *surfaces = pl_zeroed(capacity, sizeof *surfaces);
  for (uint32_t i = 0; i < words->surface_capacity; i++) {
    const pl_surface *old = &words->surfaces[i];
    if (old->length == 0) continue;
    uint32_t slot = (uint32_t)surface_hash(old) & (capacity - 1);
    while (surfaces[slot].length != 0) slot = (slot + 1) & (capacity - 1);
    surfaces[slot] = *old;
  }
  free(words->surfaces);
  words->surfaces = surfaces;
  words->surface_capacity = capacity;
}

/// The number of the acronym that a word is, perhaps in the possessive (“WHO’s”); PL_ACRONYM_COUNT
/// if it is none.
static size_t acronym_of(const char *bytes, size_t size, const char *folded, size_t length) {
  // Folding makes all apostrophes the same.
  bool is_possessive = length > 2 && memcmp(folded + length - 2, "'s", 2) == 0;
  return pl_find_acronym(bytes, is_possessive && size >= length ? length - 2 : size);
}

/// The number of a new word, with PL_HAS_SENSES if it has several.
static uint32_t number_of(
    pl_words *words, const pl_surface *surface, const char *bytes, const char *folded,
    size_t length) {
  if (!words->english) return pl_words_folded(words, folded, length);
  size_t acronym = acronym_of(bytes, surface->length, folded, length);
  if (acronym < PL_ACRONYM_COUNT) return pl_words_acronym(words, acronym) | PL_HAS_SENSES;
  uint32_t number = pl_words_folded(words, folded, length);
  const pl_word *word = &words->words[number];
  bool has_senses = pl_sense_of(word->term, word->term_length, &acronym) != PL_NO_SENSES;
  return has_senses ? number | PL_HAS_SENSES : number;
}

/// Folds a new word and stores it in a free slot.
static uint32_t add(pl_words *words, pl_surface surface, const char *bytes, uint32_t slot) {
  char folded[PL_FOLDED_LIMIT];
  size_t length = pl_fold(&words->folder, bytes, surface.length, folded);
  surface.word = length == 0 ? PL_NO_WORD : number_of(words, &surface, bytes, folded, length);
  if (surface.length > 16) {
    surface.tail = (uint64_t)(uintptr_t)pl_arena_copy(&words->arena, bytes, surface.length);
  }
  words->surfaces[slot] = surface;
  if (++words->surface_count > words->surface_capacity / 2) grow_surfaces(words);
  return surface.word;
}

static uint32_t find_long(pl_words *words, const char *bytes, size_t length) {
  length = pl_cut(bytes, length, PL_SURFACE_LIMIT);
  pl_surface wanted = {pl_hash(bytes, length), 0, (uint32_t)length, PL_NO_WORD};
  uint32_t mask = words->surface_capacity - 1;
  uint32_t slot = (uint32_t)wanted.head & mask;
  for (; words->surfaces[slot].length != 0; slot = (slot + 1) & mask) {
    const pl_surface *known = &words->surfaces[slot];
    if (known->length == wanted.length && known->head == wanted.head
        && memcmp((const char *)(uintptr_t)known->tail, bytes, length) == 0) {
      return known->word;
    }
  }
  return add(words, wanted, bytes, slot);
}

/// The key of a short word in the cache, computed before the lookup so that its slot can be
/// prefetched.
typedef struct {
  uint64_t head, tail;
  uint64_t hash;
} key;

static inline key key_of(const char *text, size_t length, size_t start, size_t size) {
  // Mask n keeps n bytes. Short texts and the end of a text are copied first, so that nothing
  // beyond the end is read.
  static const uint64_t masks[17] = {
      0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
      ~(uint64_t)0, ~(uint64_t)0, ~(uint64_t)0, ~(uint64_t)0, ~(uint64_t)0, ~(uint64_t)0,
      ~(uint64_t)0, ~(uint64_t)0, ~(uint64_t)0,
  };
  key found;
  if (length - start >= 16) {
    found.head = pl_hash_load(text + start, 8);
    found.tail = pl_hash_load(text + start + 8, 8);
  } else {
    char padded[16] = {0};
    memcpy(padded, text + start, length - start);
    found.head = pl_hash_load(padded, 8);
    found.tail = pl_hash_load(padded + 8, 8);
  }
  found.head &= masks[size];
  found.tail &= size > 8 ? masks[size - 8] : 0;
  found.hash = pl_hash_mix(found.head, found.tail);
  return found;
}

static inline uint32_t find_short(pl_words *words, key wanted, const char *bytes, size_t size) {
  uint32_t mask = words->surface_capacity - 1;
  uint32_t slot = (uint32_t)wanted.hash & mask;
  for (; words->surfaces[slot].length != 0; slot = (slot + 1) & mask) {
    const pl_surface *known = &words->surfaces[slot];
    if (known->head == wanted.head && known->tail == wanted.tail && known->length == size) {
      return known->word;
    }
  }
  return add(words, (pl_surface){wanted.head, wanted.tail, (uint32_t)size, PL_NO_WORD}, bytes, slot);
}

size_t pl_words_find(
    pl_words *words, const char *text, size_t length, pl_token *tokens, size_t count,
    bool *has_senses) {
  // The word cache exceeds the processor's caches, so slots are prefetched this many words ahead.
  enum { AHEAD = 8 };
  key keys[AHEAD];
  size_t kept = 0;
  uint32_t seen = 0;
  bool first_is_lost = false;
  for (size_t i = 0; i < count + AHEAD; i++) {
    if (i >= AHEAD) {
      pl_token token = tokens[i - AHEAD];
      size_t size = token.end - token.start;
      const char *bytes = text + token.start;
      token.word = size > 16 ? find_long(words, bytes, size)
                             : find_short(words, keys[i % AHEAD], bytes, size);
      // A compound is dropped if its first part folds to nothing.
      bool is_lost = token.word == PL_NO_WORD || (first_is_lost && token.kind == PL_TOKEN_JOINED);
      if (!is_lost) {
        tokens[kept++] = token;
        seen |= token.word;
      }
      first_is_lost = is_lost;
    }
    if (i < count) {
      size_t size = tokens[i].end - tokens[i].start;
      if (size <= 16) {
        keys[i % AHEAD] = key_of(text, length, tokens[i].start, size);
        uint32_t slot = (uint32_t)keys[i % AHEAD].hash & (words->surface_capacity - 1);
        __builtin_prefetch(&words->surfaces[slot]);
      }
    }
  }
  *has_senses = (seen & PL_HAS_SENSES) != 0;
  return kept;
}
