#include "senses.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "acronym.h"

enum {
  MOST_TERMS = 3,
  NEAR = 40,     ///< bytes on each side of a word that show how its text is written
  SHORTEST = 4,  ///< letters of a word in capitals that is not taken for an acronym
};

/// The words whose terms are at one position.
typedef struct {
  uint32_t words[MOST_TERMS];
  size_t count;
} senses;

static bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

static bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

static bool ends_clause(char c) {
  return strchr("\n\r.:;?!", c) != NULL;
}

/// What has been seen of the text beside a word.
typedef struct {
  size_t run;  ///< capitals in a row up to here
  bool has_word, has_small;
} style;

/// Adds a byte; returns false if no more are needed.
static bool look_at(style *seen, char c) {
  if (ends_clause(c)) return false;
  seen->run = is_capital(c) ? seen->run + 1 : 0;
  seen->has_word |= seen->run == SHORTEST;
  seen->has_small = is_small(c);
  return !seen->has_small;
}

/// Whether a word is in a title or heading in capitals: its clause has another word in capitals and
/// no small letters near it.
static bool is_in_capitals(const char *text, size_t length, size_t start, size_t end) {
  style seen = {0};
  for (size_t i = start; i > 0 && start - i < NEAR && look_at(&seen, text[i - 1]);) i--;
  if (seen.has_small) return false;
  seen.run = 0;
  for (size_t i = end; i < length && i - end < NEAR && look_at(&seen, text[i]);) i++;
  return seen.has_word && !seen.has_small;
}

/// The end of text[..<end] without some characters at its end.
static size_t skip_back(const char *text, size_t end, const char *characters) {
  while (end > 0 && text[end - 1] != 0 && strchr(characters, text[end - 1]) != NULL) end--;
  return end;
}

/// Whether text[..<end] ends in a word, in small letters or capitals.
static bool ends_in(const char *text, size_t end, const char *word) {
  size_t size = strlen(word);
  if (end < size) return false;
  for (size_t i = 0; i < size; i++) {
    if ((text[end - size + i] | 0x20) != word[i]) return false;
  }
  char before = end == size ? ' ' : (char)(text[end - size - 1] | 0x20);
  return !is_small(before);
}

/// Whether a word follows “HIV” directly, or with a slash, a hyphen or a conjunction between them, as
/// AIDS does.
static bool follows_hiv(const char *text, size_t start) {
  size_t end = skip_back(text, start, " \t/-&,");
  if (end == start) return false;
  if (ends_in(text, end, "and")) {
    end = skip_back(text, end - 3, " \t");
  } else if (ends_in(text, end, "or")) {
    end = skip_back(text, end - 2, " \t");
  }
  return ends_in(text, end, "hiv");
}

static uint32_t folded(pl_words *words, const char *word) {
  return pl_words_folded(words, word, strlen(word));
}

/// The senses of an acronym, or of its everyday word, that may be either.
static senses either(pl_words *words, size_t number) {
  const pl_acronym *row = pl_acronym_at(number);
  senses found = {{folded(words, row->word), pl_words_acronym(words, number)}, 2};
  if (strcmp(row->word, row->stem) != 0) found.words[found.count++] = folded(words, row->stem);
  return found;
}

static senses senses_of(pl_words *words, pl_token token, const char *text, size_t length) {
  const pl_word word = words->words[token.word];
  size_t number = pl_find_acronym(word.term, word.term_length);
  if (number < PL_ACRONYM_COUNT) {
    bool is_sure = follows_hiv(text, token.start)
        || !is_in_capitals(text, length, token.start, token.end);
    if (!is_sure) return either(words, number);
    return (senses){{token.word, folded(words, pl_acronym_at(number)->word)}, 2};
  }
  pl_sense sense = pl_sense_of(word.term, word.term_length, &number);
  if (sense == PL_NO_SENSES) return (senses){{token.word}, 1};
  const pl_acronym *row = pl_acronym_at(number);
  if (sense == PL_HAS_STEM) return (senses){{token.word, folded(words, row->word)}, 2};
  if (follows_hiv(text, token.start)) return either(words, number);
  return (senses){{token.word, folded(words, row->stem)}, 2};
}

size_t pl_add_senses(pl_analyzer *analyzer, const char *text, size_t length, size_t count) {
  size_t gap = 0;
  for (size_t i = 0; i < count; i++) {
    if (analyzer->tokens[i].word & PL_HAS_SENSES) gap += MOST_TERMS - 1;
  }
  if (count + gap > analyzer->token_capacity) {
    analyzer->token_capacity = count + gap;
    analyzer->tokens =
        pl_grow(analyzer->tokens, analyzer->token_capacity * sizeof *analyzer->tokens);
  }
  // The tokens are read from behind a gap, so that none is overwritten before it is read.
  pl_token *tokens = analyzer->tokens;
  memmove(tokens + gap, tokens, count * sizeof *tokens);
  size_t written = 0;
  for (size_t i = gap; i < gap + count; i++) {
    pl_token token = tokens[i];
    if (!(token.word & PL_HAS_SENSES)) {
      tokens[written++] = token;
      continue;
    }
    token.word &= ~PL_HAS_SENSES;
    senses found = {{token.word}, 1};
    // A joined form (“a-ids”) is no word of the language.
    if (token.kind == PL_TOKEN_WORD) found = senses_of(&analyzer->words, token, text, length);
    for (size_t j = 0; j < found.count; j++) {
      token.word = found.words[j];
      tokens[written++] = token;
      token.kind = PL_TOKEN_SENSE;
    }
  }
  return written;
}
