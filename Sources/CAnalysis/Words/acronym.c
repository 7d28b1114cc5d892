#include "acronym.h"

#include <stdbool.h>
#include <string.h>

static const pl_acronym acronyms[PL_ACRONYM_COUNT] = {
#define ACRONYM(acronym, word, stem) {acronym, word, stem},
#include "acronyms.h"
#undef ACRONYM
};

static bool equals(const char *text, size_t length, const char *other) {
  return strlen(other) == length && memcmp(text, other, length) == 0;
}

const pl_acronym *pl_acronym_at(size_t number) {
  return number < PL_ACRONYM_COUNT ? &acronyms[number] : NULL;
}

size_t pl_find_acronym(const char *surface, size_t length) {
  size_t number = 0;
  while (number < PL_ACRONYM_COUNT && !equals(surface, length, acronyms[number].acronym)) number++;
  return number;
}

const char *pl_everyday_word(const char *spelled, size_t length) {
  for (size_t i = 0; i < PL_ACRONYM_COUNT; i++) {
    if (equals(spelled, length, acronyms[i].word)) return acronyms[i].word;
  }
  return NULL;
}

pl_sense pl_sense_of(const char *term, size_t length, size_t *acronym) {
  for (size_t i = 0; i < PL_ACRONYM_COUNT; i++) {
    *acronym = i;
    if (strcmp(acronyms[i].word, acronyms[i].stem) == 0) continue;
    if (equals(term, length, acronyms[i].word)) return PL_IS_WORD;
    if (equals(term, length, acronyms[i].stem)) return PL_HAS_STEM;
  }
  return PL_NO_SENSES;
}
