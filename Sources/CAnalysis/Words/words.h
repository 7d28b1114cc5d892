// The word cache: every distinct surface form is folded and stemmed once.
#ifndef PL_WORDS_H
#define PL_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "../arena.h"
#include "acronym.h"
#include "canalysis.h"
#include "fold.h"

struct sb_stemmer;

#define PL_NO_WORD UINT32_MAX

/// A bit of the word of a token that has several senses, until pl_add_senses.
#define PL_HAS_SENSES (UINT32_C(1) << 31)

/// A surface form. Up to 16 bytes are stored in the slot itself, padded with zeros; for a longer
/// form, `head` is the hash and `tail` points to the bytes.
typedef struct {
  uint64_t head, tail;
  uint32_t length;  ///< 0 for an empty slot
  uint32_t word;    ///< PL_NO_WORD if the word folds to nothing; may have PL_HAS_SENSES
} pl_surface;

typedef struct {
  pl_surface *surfaces;
  uint32_t surface_capacity, surface_count;
  uint32_t *by_folded;  ///< word number + 1, or 0 for an empty slot
  uint32_t folded_capacity;
  pl_word *words;
  uint32_t word_count, word_capacity;
  uint32_t acronyms[PL_ACRONYM_COUNT];  ///< word number + 1, or 0 if it is not in the cache
  pl_arena arena;
  pl_folder folder;
  struct sb_stemmer *stemmer;
  bool english;
} pl_words;

bool pl_words_open(pl_words *words, const char *language);
void pl_words_reset(pl_words *words);
void pl_words_close(pl_words *words);

/// Fills in the words of some tokens of a text and drops tokens that fold to nothing. Returns the
/// number of remaining tokens, and whether any has PL_HAS_SENSES. `length` is that of the whole
/// text: short words are read sixteen bytes at a time if that does not exceed it.
size_t pl_words_find(
    pl_words *words, const char *text, size_t length, pl_token *tokens, size_t count,
    bool *has_senses);

/// The number of a folded word.
uint32_t pl_words_folded(pl_words *words, const char *folded, size_t length);

/// The number of the word of an acronym, which has the same folded form as its everyday word.
uint32_t pl_words_acronym(pl_words *words, size_t acronym);

#endif
