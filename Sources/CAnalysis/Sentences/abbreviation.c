#include "abbreviation.h"

#include <stdint.h>
#include <string.h>

typedef enum { NONE, ALWAYS, TITLE, NUMBER, NUMBERED, UNLESS } kind;

typedef struct {
  const char *text;
  kind kind;
} abbreviation;

static const abbreviation abbreviations[] = {
#define ABBREVIATION(text, kind) {text, kind},
#define STARTER(text)
#include "abbreviations.h"
#undef ABBREVIATION
#undef STARTER
};

static const char *const starters[] = {
#define ABBREVIATION(text, kind)
#define STARTER(text) text,
#include "abbreviations.h"
#undef ABBREVIATION
#undef STARTER
};

/// No abbreviation or starter is longer.
enum { WORD_LIMIT = 16 };

static bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Copies text[start..<end] in lower case, ended by NUL; false if it is empty or longer than any
/// word of the tables.
static bool small_letters(const char *text, size_t start, size_t end, char word[WORD_LIMIT + 1]) {
  size_t size = end - start;
  if (size == 0 || size > WORD_LIMIT) return false;
  for (size_t i = 0; i < size; i++) {
    char c = text[start + i];
    word[i] = (char)(is_capital(c) ? c | 0x20 : c);
  }
  word[size] = 0;
  return true;
}

static kind kind_of(const char *word) {
  for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++) {
    if (strcmp(abbreviations[i].text, word) == 0) return abbreviations[i].kind;
  }
  return NONE;
}

/// The start of the run of letters and inner full stops that ends at `end`.
static size_t word_start(const char *text, size_t start, size_t end) {
  size_t begin = end;
  while (begin > start && end - begin <= WORD_LIMIT
         && (is_letter(text[begin - 1]) || text[begin - 1] == '.')) {
    begin--;
  }
  return begin;
}

/// Whether the word at `next` typically begins a sentence.
static bool starter_follows(const char *text, size_t length, size_t next) {
  size_t end = next;
  while (end < length && end - next <= WORD_LIMIT && is_letter(text[end])) end++;
  char word[WORD_LIMIT + 1];
  if (!small_letters(text, next, end, word)) return false;
  for (size_t i = 0; i < sizeof starters / sizeof *starters; i++) {
    if (strcmp(starters[i], word) == 0) return true;
  }
  return false;
}

/// A number, or a label such as S1 or (2).
static bool number_follows(const char *text, size_t length, size_t next) {
  if (next < length && (text[next] == '(' || text[next] == '#')) next++;
  if (next < length && is_digit(text[next])) return true;
  return next + 1 < length && is_capital(text[next]) && is_digit(text[next + 1]);
}

/// Single letters with full stops: "U.S", "J.K".
static bool is_dotted(const char *text, size_t start, size_t end) {
  if (end - start < 3) return false;
  for (size_t i = start; i < end; i++) {
    if ((i - start) % 2 == 0 ? !is_letter(text[i]) : text[i] != '.') return false;
  }
  return (end - start) % 2 == 1;
}

/// Whether the single capital at `letter` is an initial of a name ("by J. Smith") and not a label
/// that ends a sentence ("hepatitis C. Peers"): it begins the sentence or follows punctuation, a
/// word that introduces names, or another initial.
static bool is_initial(const char *text, size_t start, size_t letter) {
  static const char *const introducers[] = {"and", "by", "with", "from", "of", "see", "in", "de"};
  size_t end = letter;
  while (end > start && text[end - 1] == ' ') end--;
  if (end == start) return true;
  char before = text[end - 1];
  // A full stop inside the sentence belongs to an abbreviation or another initial.
  if (before == '.') return true;
  if (end == letter) return before == '(' || before == '-' || before == '[';
  if (before == ',' || before == ';' || before == ':' || before == '&') return true;
  if ((uint8_t)before >= 0x80) return false;
  size_t begin = word_start(text, start, end);
  char word[WORD_LIMIT + 1];
  if (!small_letters(text, begin, end, word)) return false;
  for (size_t i = 0; i < sizeof introducers / sizeof *introducers; i++) {
    if (strcmp(introducers[i], word) == 0) return true;
  }
  // A given name before a middle initial: "Sarah L. Gibson" begins the sentence or follows a name.
  static const char *const labelled[] = {
      "hepatitis", "vitamin", "group", "type", "phase", "arm", "grade", "class", "stage", "cohort",
      "table", "appendix", "figure", "panel", "part", "option", "section", "step", "site",
      "category", "level", "factor", "influenza", "protein", "schedule", "form", "plan", "team",
      "model", "study", "wave", "version", "box", "annex", "medicare", "and", "hep",
  };
  if (!is_capital(text[begin]) || end - begin < 2) return false;
  for (size_t i = 0; i < sizeof labelled / sizeof *labelled; i++) {
    if (strcmp(labelled[i], word) == 0) return false;
  }
  return true;
}

bool pl_is_abbreviation(const char *text, size_t length, size_t start, size_t stop, size_t next) {
  size_t begin = word_start(text, start, stop);
  // A decimal without its zero, with a space after the point: "p < . 05".
  if (begin == stop && stop > start && strchr(" <=>", text[stop - 1]) != NULL) {
    return number_follows(text, length, next);
  }
  if (begin > start && (uint8_t)text[begin - 1] >= 0x80) return false;
  if (stop - begin == 1 && is_capital(text[begin])) {
    if (text[begin] == 'P' && number_follows(text, length, next)) return true;
    if (next + 1 < length && is_capital(text[next]) && text[next + 1] == '.') return true;
    return !starter_follows(text, length, next) && is_initial(text, start, begin);
  }
  char word[WORD_LIMIT + 1];
  if (!small_letters(text, begin, stop, word)) return false;
  kind found = kind_of(word);
  // In two words: "et al.", "e. g.".
  if (found == NONE && begin >= start + 3 && text[begin - 1] == ' '
      && small_letters(text, begin - 3, stop, word)) {
    found = kind_of(word);
  }
  switch (found) {
    case ALWAYS: return true;
    case TITLE: return is_capital(text[begin]);
    case NUMBER: return number_follows(text, length, next);
    case NUMBERED: return is_capital(text[begin]) && number_follows(text, length, next);
    case UNLESS: return !starter_follows(text, length, next);
    case NONE: break;
  }
  return is_dotted(text, begin, stop) && !starter_follows(text, length, next);
}
