// Acronyms with terms of their own.
#ifndef PL_ACRONYM_H
#define PL_ACRONYM_H

#include <stddef.h>

#include "canalysis.h"

enum {
  PL_ACRONYM_COUNT = 0
#define ACRONYM(acronym, word, stem) +1
#include "acronyms.h"
#undef ACRONYM
};

/// What a word is to a row of the table.
typedef enum { PL_NO_SENSES, PL_IS_WORD, PL_HAS_STEM } pl_sense;

/// The number of the acronym that is written like this; PL_ACRONYM_COUNT if there is none.
size_t pl_find_acronym(const char *surface, size_t length);

/// The everyday word of an acronym, ended by NUL, if it is this word in normalized spelling;
/// otherwise NULL.
const char *pl_everyday_word(const char *spelled, size_t length);

/// What the word with a term is to an acronym: its everyday word, if that has other terms than its
/// stem; a word with this stem; or neither. Sets the number of the acronym.
pl_sense pl_sense_of(const char *term, size_t length, size_t *acronym);

#endif
