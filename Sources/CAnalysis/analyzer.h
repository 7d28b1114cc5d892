// The state that an analyzer keeps between calls.
#ifndef PL_ANALYZER_H
#define PL_ANALYZER_H

#include <unicode/ubrk.h>

#include "canalysis.h"
#include "Boundaries/scalars.h"
#include "Words/words.h"

struct pl_analyzer {
  pl_words words;
  pl_classes classes;

  pl_token *tokens;
  size_t token_count, token_capacity;

  pl_range *ranges;
  size_t range_count, range_capacity;

  UBreakIterator *word_breaks;  ///< opened on first use: most texts never need it
  size_t parting;               ///< the end of the last search for a colon or at sign
};

#endif
