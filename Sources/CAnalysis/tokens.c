#include <unicode/uchar.h>

#include "analyzer.h"
#include "segment.h"

/// A text on its way to becoming tokens.
typedef struct {
  pl_analyzer *analyzer;
  const char *text;
  size_t length;
  size_t compound;   ///< index of the joined token whose end is still to come, or NO_COMPOUND
  size_t next_part;  ///< where the next part of that compound begins
} tokenizer;

#define NO_COMPOUND SIZE_MAX

static void push(pl_analyzer *analyzer, size_t start, size_t end, uint32_t word, uint32_t kind) {
  if (analyzer->token_count == analyzer->token_capacity) {
    analyzer->token_capacity = analyzer->token_capacity == 0 ? 1024 : analyzer->token_capacity * 2;
    analyzer->tokens =
        pl_grow(analyzer->tokens, analyzer->token_capacity * sizeof *analyzer->tokens);
  }
  analyzer->tokens[analyzer->token_count++] =
      (pl_token){(uint32_t)start, (uint32_t)end, word, kind};
}

/// Whether letters meet here, on one side of a hyphen: of an alphabet, not an ideograph or kana.
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

/// Past one line break and the blanks around it; `index` itself when there is none.
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

/// Where the next part of a compound begins when text[start..<end] is followed by a hyphen and
/// letters, or by a hyphen, one line break and small letters; 0 when it is not.
static size_t next_part(tokenizer *self, size_t start, size_t end) {
  const char *text = self->text;
  size_t after = end;
  UChar32 hyphen = pl_next(text, self->length, &after);
  bool is_hyphen = hyphen == '-' || hyphen == 0x2010 || hyphen == 0x2011;
  if (!is_hyphen) {
    // A soft hyphen belongs to the word before it.
    size_t last = end;
    if (pl_previous(text, &last) != 0xAD) return 0;
    after = end;
  }
  size_t letter = skip_line_break(text, self->length, after);
  bool broken = letter > after;
  if (letter == self->length || (!is_hyphen && !broken)) return 0;
  size_t index = letter;
  UChar32 c = pl_next(text, self->length, &index);
  if (broken ? !u_islower(c) : !is_letter(self, c)) return 0;
  return ends_in_letter(self, start, end) ? letter : 0;
}

static bool may_be_hyphen(const tokenizer *self, size_t start, size_t end) {
  if (end == self->length) return false;
  uint8_t next = (uint8_t)self->text[end];
  return next == '-' || next == 0xE2 || (end - start > 2 && (uint8_t)self->text[end - 1] == 0xAD);
}

/// Ends the compound: the joined form spans from its first part to the last one emitted.
static void close_compound(tokenizer *self) {
  pl_analyzer *analyzer = self->analyzer;
  pl_token *joined = &analyzer->tokens[self->compound];
  if (self->compound + 1 == analyzer->token_count) {
    analyzer->token_count--;
  } else {
    joined->end = analyzer->tokens[analyzer->token_count - 1].end;
    joined->word =
        pl_words_find(&analyzer->words, self->text, self->length, joined->start, joined->end);
  }
  self->compound = NO_COMPOUND;
}

static void emit(void *context, size_t start, size_t end) {
  tokenizer *self = context;
  pl_analyzer *analyzer = self->analyzer;
  uint32_t word = pl_words_find(&analyzer->words, self->text, self->length, start, end);
  if (word == PL_NO_WORD) return;
  if (self->compound != NO_COMPOUND && self->next_part != start) close_compound(self);
  push(analyzer, start, end, word, PL_TOKEN_WORD);
  size_t part = may_be_hyphen(self, start, end) ? next_part(self, start, end) : 0;
  if (part == 0) {
    if (self->compound != NO_COMPOUND) close_compound(self);
    return;
  }
  self->next_part = part;
  if (self->compound == NO_COMPOUND) {
    self->compound = analyzer->token_count;
    push(analyzer, start, end, word, PL_TOKEN_JOINED);
  }
}

const pl_token *pl_analyze(
    pl_analyzer *analyzer, const char *text, size_t length, size_t *count) {
  tokenizer self = {analyzer, text, length, NO_COMPOUND, 0};
  analyzer->token_count = 0;
  analyzer->parting = 0;
  size_t index = 0;
  while (index < length) {
    pl_segment segment = pl_segment_at(&analyzer->classes, text, length, index);
    if (segment.needs_icu) {
      index = pl_segment_by_icu(analyzer, text, length, index, emit, &self);
    } else {
      if (segment.is_word) emit(&self, index, segment.end);
      index = segment.end;
    }
  }
  if (self.compound != NO_COMPOUND) close_compound(&self);
  *count = analyzer->token_count;
  return analyzer->tokens;
}
