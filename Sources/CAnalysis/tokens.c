#include <string.h>
#include <unicode/uchar.h>

#include "analyzer.h"
#include "Boundaries/blocks.h"
#include "Boundaries/missing_space.h"
#include "Boundaries/segment.h"
#include "Words/senses.h"

/// The state of tokenizing one text.
typedef struct {
  pl_analyzer *analyzer;
  const char *text;
  size_t length;
  size_t compound;  ///< index of the joined token that the next word extends, or NO_COMPOUND
} tokenizer;

#define NO_COMPOUND SIZE_MAX

static inline void push(pl_analyzer *analyzer, size_t start, size_t end, uint32_t kind) {
  if (__builtin_expect(analyzer->token_count == analyzer->token_capacity, 0)) {
    analyzer->token_capacity = analyzer->token_capacity == 0 ? 1024 : analyzer->token_capacity * 2;
    analyzer->tokens =
        pl_grow(analyzer->tokens, analyzer->token_capacity * sizeof *analyzer->tokens);
  }
  analyzer->tokens[analyzer->token_count++] =
      (pl_token){(uint32_t)start, (uint32_t)end, PL_NO_WORD, kind};
}

/// Whether a scalar next to a hyphen is a letter of an alphabet, not an ideograph or kana.
static bool is_letter(tokenizer *self, UChar32 c) {
  unsigned class = pl_word_class(&self->analyzer->classes, c);
  if (class == PL_WB_LETTER) return true;
  return class == PL_WB_ICU && u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_HEBREW_LETTER;
}

static bool ends_in_letter(tokenizer *self, size_t start, size_t end) {
  while (end > start) {
    UChar32 c = pl_previous(self->text, &end);
    if (pl_word_class(&self->analyzer->classes, c) == PL_WB_EXTEND) continue;
    return is_letter(self, c);
  }
  return false;
}

static size_t skip_blanks(const char *text, size_t length, size_t index) {
  while (index < length && (text[index] == ' ' || text[index] == '\t')) index++;
  return index;
}

/// The offset after one line break and the blanks around it; `index` if there is none.
static size_t skip_line_break(const char *text, size_t length, size_t index) {
  size_t after = skip_blanks(text, length, index);
  if (after < length && text[after] == '\r') {
    after += after + 1 < length && text[after + 1] == '\n' ? 2 : 1;
  } else if (after < length && text[after] == '\n') {
    after++;
  } else {
    return index;
  }
  return skip_blanks(text, length, after);
}

/// Whether text[start..<end] is followed by a hyphen and letters, or by a hyphen, one line break
/// and lower-case letters.
static bool has_next_part(tokenizer *self, size_t start, size_t end) {
  const char *text = self->text;
  size_t after = end;
  UChar32 hyphen = pl_next(text, self->length, &after);
  bool is_hyphen = hyphen == '-' || hyphen == 0x2010 || hyphen == 0x2011;
  if (!is_hyphen) {
    // A soft hyphen belongs to the word before it.
    size_t last = end;
    if (pl_previous(text, &last) != 0xAD) return false;
    after = end;
  }
  size_t letter = skip_line_break(text, self->length, after);
  bool broken = letter > after;
  if (letter == self->length || (!is_hyphen && !broken)) return false;
  size_t index = letter;
  UChar32 c = pl_next(text, self->length, &index);
  return (broken ? u_islower(c) : is_letter(self, c)) && ends_in_letter(self, start, end);
}

static bool may_be_hyphen(const tokenizer *self, size_t start, size_t end) {
  if (end == self->length) return false;
  uint8_t next = (uint8_t)self->text[end];
  return next == '-' || next == 0xE2 || (end - start > 2 && (uint8_t)self->text[end - 1] == 0xAD);
}

/// Adds a word, and the joined form if it is the first part of a compound. The next word begins
/// where the second part was found, since a letter after a hyphen or line break begins a word.
static inline void add_word(tokenizer *self, size_t start, size_t end) {
  pl_analyzer *analyzer = self->analyzer;
  push(analyzer, start, end, PL_TOKEN_WORD);
  if (self->compound != NO_COMPOUND) {
    analyzer->tokens[self->compound].end = (uint32_t)end;
  }
  if (__builtin_expect(!may_be_hyphen(self, start, end), 1) || !has_next_part(self, start, end)) {
    self->compound = NO_COMPOUND;
  } else if (self->compound == NO_COMPOUND) {
    self->compound = analyzer->token_count;
    push(analyzer, start, end, PL_TOKEN_JOINED);
  }
}

static void add_word_of_icu(void *context, size_t start, size_t end) {
  add_word(context, start, end);
}

static inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static inline bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/// WB6, WB7, WB11 and WB12 for ASCII: whether the mark at `end` joins the bytes on both sides of
/// it, given that a word byte precedes it; a full stop without its space does not.
static inline bool bridges(const char *text, size_t length, size_t end) {
  char mark = text[end], before = text[end - 1], after = text[end + 1];
  if (mark == '.' || mark == '\'') {
    if (is_digit(before) && is_digit(after)) return true;
    return is_ascii_letter(before) && is_ascii_letter(after) && !pl_lacks_space(text, length, end);
  }
  return (mark == ',' || mark == ';') && is_digit(before) && is_digit(after);
}

/// Whether a run of word bytes has anything but underscores.
static inline bool has_alphanumeric(const char *text, size_t start, size_t end) {
  while (start < end && text[start] == '_') start++;
  return start < end;
}

/// The end of the ASCII word that begins at `start`, or 0 if it touches a non-ASCII scalar, which
/// may extend it.
static inline size_t ascii_word_end(pl_blocks *blocks, size_t start) {
  const char *text = blocks->text;
  size_t end = pl_blocks_end(blocks, start);
  while (end < blocks->length && text[end] != ' ') {
    if ((uint8_t)text[end] >= 0x80) return 0;
    if (end + 1 == blocks->length) break;
    if ((uint8_t)text[end + 1] >= 0x80 && strchr(".,;'", text[end]) != NULL) return 0;
    if (!bridges(text, blocks->length, end)) break;
    end = pl_blocks_end(blocks, end + 1);
  }
  return end;
}

/// Adds the segment at `index`, found from the class of every scalar or by ICU; returns the
/// boundary after it.
static size_t take_segment(tokenizer *self, size_t index) {
  pl_analyzer *analyzer = self->analyzer;
  pl_segment segment = pl_segment_at(&analyzer->classes, self->text, self->length, index);
  if (segment.needs_icu) {
    return pl_segment_by_icu(analyzer, self->text, self->length, index, add_word_of_icu, self);
  }
  if (segment.is_word) add_word(self, index, segment.end);
  return segment.end;
}

const pl_token *pl_analyze(
    pl_analyzer *analyzer, const char *text, size_t length, size_t *count) {
  tokenizer self = {analyzer, text, length, NO_COMPOUND};
  pl_blocks blocks = pl_blocks_of(text, length);
  analyzer->token_count = 0;
  analyzer->parting = 0;
  size_t index = 0;
  while ((index = pl_blocks_start(&blocks, index)) < length) {
    size_t end = (uint8_t)text[index] < 0x80 ? ascii_word_end(&blocks, index) : 0;
    if (end == 0) {
      index = take_segment(&self, index);
      continue;
    }
    if (text[index] != '_' || has_alphanumeric(text, index, end)) add_word(&self, index, end);
    index = end;
  }
  bool has_senses;
  *count = pl_words_find(
      &analyzer->words, text, length, analyzer->tokens, analyzer->token_count, &has_senses);
  if (has_senses) *count = pl_add_senses(analyzer, text, length, *count);
  return analyzer->tokens;
}
