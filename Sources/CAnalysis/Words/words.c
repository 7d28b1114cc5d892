#include "words.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#include "../Boundaries/scalars.h"
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

static inline uint64_t mix(uint64_t a, uint64_t b) {
  __uint128_t product = (__uint128_t)(a ^ 0x9E3779B97F4A7C15u) * (b ^ 0xD6E8FEB86659FD93u);
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/// Up to 8 bytes as a number, padded with zeros.
static inline uint64_t load(const char *bytes, size_t length) {
  uint64_t value = 0;
  memcpy(&value, bytes, length);
  return value;
}

static uint64_t hash_bytes(const char *bytes, size_t length) {
  uint64_t hash = length;
  for (; length >= 8; bytes += 8, length -= 8) hash = mix(hash, load(bytes, 8));
  return mix(hash, load(bytes, length));
}

static uint64_t surface_hash(const pl_surface *surface) {
  return surface->length <= 16 ? mix(surface->head, surface->tail) : surface->head;
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

static void grow_folded(pl_words *words) {
  uint32_t capacity = words->folded_capacity * 2;
  uint32_t *slots = pl_zeroed(capacity, sizeof *slots);
  for (uint32_t number = 0; number < words->word_count; number++) {
    const pl_word *word = &words->words[number];
    // The folded form of an acronym finds its everyday word.
    if (pl_find_acronym(word->term, word->term_length) < PL_ACRONYM_COUNT) continue;
    uint32_t slot = (uint32_t)hash_bytes(word->folded, word->folded_length) & (capacity - 1);
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
  uint32_t slot = (uint32_t)hash_bytes(folded, length) & mask;
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
  pl_surface wanted = {hash_bytes(bytes, length), 0, (uint32_t)length, PL_NO_WORD};
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
    found.head = load(text + start, 8);
    found.tail = load(text + start + 8, 8);
  } else {
    char padded[16] = {0};
    memcpy(padded, text + start, length - start);
    found.head = load(padded, 8);
    found.tail = load(padded + 8, 8);
  }
  found.head &= masks[size];
  found.tail &= size > 8 ? masks[size - 8] : 0;
  found.hash = mix(found.head, found.tail);
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
