// The word cache: every distinct surface form is folded and stemmed once.
#ifndef PL_WORDS_H
#define PL_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "../arena.h"
#include "canalysis.h"
#include "fold.h"

struct sb_stemmer;

#define PL_NO_WORD UINT32_MAX

/// A surface form. Up to 16 bytes are stored in the slot itself, padded with zeros; for a longer
/// form, `head` is the hash and `tail` points to the bytes.
typedef struct {
  uint64_t head, tail;
  uint32_t length;  ///< 0 for an empty slot
  uint32_t word;    ///< PL_NO_WORD if the word folds to nothing
} pl_surface;

typedef struct {
  pl_surface *surfaces;
  uint32_t surface_capacity, surface_count;
  uint32_t *by_folded;  ///< word number + 1, or 0 for an empty slot
  uint32_t folded_capacity;
  pl_word *words;
  uint32_t word_count, word_capacity;
  pl_arena arena;
  pl_folder folder;
  struct sb_stemmer *stemmer;
  bool english;
} pl_words;

bool pl_words_open(pl_words *words, const char *language);
void pl_words_reset(pl_words *words);
void pl_words_close(pl_words *words);

/// Fills in the words of some tokens of a text and drops tokens that fold to nothing. Returns the
/// number of remaining tokens. `length` is that of the whole text: short words are read sixteen
/// bytes at a time if that does not exceed it.
size_t pl_words_find(
    pl_words *words, const char *text, size_t length, pl_token *tokens, size_t count);

#endif
