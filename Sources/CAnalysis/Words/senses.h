// Words with several senses: AIDS in capitals is a disease, and otherwise the plural of “aid”.
#ifndef PL_SENSES_H
#define PL_SENSES_H

#include <stddef.h>

#include "../analyzer.h"

/// Replaces each word with PL_HAS_SENSES among the tokens of a text by its terms at this position;
/// the first is the term of the same word in a query. Returns the new number of tokens.
size_t pl_add_senses(pl_analyzer *analyzer, const char *text, size_t length, size_t count);

#endif
