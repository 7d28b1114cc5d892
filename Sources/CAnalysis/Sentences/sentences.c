// Sentences of real-world prose: UAX #29 boundaries, without those after abbreviations and at line
// breaks of hard-wrapped text. Blank lines and list items always separate sentences.
#include <string.h>
#include <unicode/uchar.h>

#include "abbreviation.h"
#include "../analyzer.h"
#include "sentence_breaks.h"

/// The range of lengths, in bytes, of lines that may have been wrapped at a margin: shorter lines
/// are headings and list items, longer ones whole paragraphs.
enum { WRAPPED_AT_LEAST = 50, WRAPPED_AT_MOST = 120 };

typedef struct {
  pl_classes *classes;
  const char *text;
  size_t length;
} prose;

static bool is_space(const char *text, size_t length, size_t *index) {
  uint8_t c = (uint8_t)text[*index];
  if (c < 0x80) {
    if (c != ' ' && (c < '\t' || c > '\r')) return false;
    ++*index;
    return true;
  }
  size_t after = *index;
  if (!u_isUWhiteSpace(pl_next(text, length, &after))) return false;
  *index = after;
  return true;
}

static size_t skip_space(const char *text, size_t length, size_t index) {
  while (index < length && is_space(text, length, &index)) {}
  return index;
}

static size_t trim_space(const char *text, size_t start, size_t end) {
  while (end > start) {
    size_t before = end;
    if (!u_isUWhiteSpace(pl_previous(text, &before))) break;
    end = before;
  }
  return end;
}

/// The number of line breaks in white space; a paragraph separator counts as two.
static int line_breaks(const char *text, size_t start, size_t end) {
  int count = 0;
  while (start < end) {
    switch (pl_next(text, end, &start)) {
      case '\r':
        if (start < end && text[start] == '\n') start++;
        count++;
        break;
      case '\n': case 0x85: case 0x2028: count++; break;
      case 0x2029: count += 2; break;
      default: break;
    }
  }
  return count;
}

static size_t line_start(const char *text, size_t start, size_t index) {
  while (index > start && text[index - 1] != '\n' && text[index - 1] != '\r') index--;
  return index;
}

static size_t line_end(const char *text, size_t length, size_t index) {
  while (index < length && text[index] != '\n' && text[index] != '\r') index++;
  return index;
}

/// The offset after a bullet and the spaces that follow it; `index` if there is no bullet.
static size_t skip_bullet(prose *self, size_t index) {
  size_t after = index;
  switch (pl_next(self->text, self->length, &after)) {
    case '-': case '*': case '+': case 0xB7: case 0x2022: case 0x2023: case 0x2043: case 0x204C:
    case 0x204D: case 0x2219: case 0x25A0: case 0x25A1: case 0x25AA: case 0x25AB: case 0x25CB:
    case 0x25CF: case 0x25E6: case 0x2013: case 0x2014: case 0x27A2: case 0xF0B7: break;
    default: return index;
  }
  size_t item = skip_space(self->text, self->length, after);
  return item > after ? item : index;
}

/// The offset after an item's number ("1.", "(a)", "iv)", "2.3."), before the white space that
/// follows; `index` if there is no number.
static size_t skip_number(prose *self, size_t index) {
  const char *text = self->text;
  size_t i = index, end = self->length;
  if (i < end && text[i] == '(') i++;
  size_t label = i;
  while (i < end && i - label < 8
         && ((text[i] >= '0' && text[i] <= '9') || (text[i] == '.' && i > label))) {
    i++;
  }
  if (i == label) {
    while (i < end && i - label < 5 && strchr("ivxIVX", text[i]) != NULL && text[i] != 0) i++;
    if (i == label && i < end && (text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z') i++;
    if (i == label) return index;
  }
  if (i < end && (text[i] == ')' || text[i] == '.')) {
    i++;
  } else if (text[i - 1] != '.') {
    return index;
  }
  return i < end && (text[i] == ' ' || text[i] == '\t') ? i : index;
}

/// Whether the line that begins at `index` (after its indentation) is a list item.
static bool is_item(prose *self, size_t index) {
  return skip_bullet(self, index) > index || skip_number(self, index) > index;
}

/// Whether text[start..<end] is only the bullet and number of a list item.
static bool is_item_label(prose *self, size_t start, size_t end) {
  if (end - start > 16) return false;
  size_t number = skip_bullet(self, start);
  size_t after = skip_number(self, number);
  return after > start && after == end;
}

static bool is_terminated(prose *self, size_t start, size_t end) {
  while (end > start) {
    UChar32 c = pl_previous(self->text, &end);
    switch (pl_sentence_class(self->classes, c)) {
      case PL_SB_CLOSE: case PL_SB_EXTEND: continue;
      case PL_SB_ATERM: case PL_SB_STERM: return true;
      default: return c == ':' || c == ';';
    }
  }
  return false;
}

/// Whether the line that ends at `end` was wrapped because the first word of the next line, at
/// `next`, did not fit.
static bool is_wrapped(prose *self, size_t line, size_t end, size_t next) {
  size_t width = end - line, next_end = line_end(self->text, self->length, next);
  if (width < WRAPPED_AT_LEAST || width > WRAPPED_AT_MOST) return false;
  if (next_end - next > WRAPPED_AT_MOST) return false;
  size_t word_end = next;
  while (word_end < next_end && self->text[word_end] != ' ') word_end++;
  return width + 1 + (word_end - next) >= next_end - next;
}

/// Whether the sentence from `start` ends at `end`, a UAX #29 boundary minus white space; the text
/// continues at `next`.
static bool ends_sentence(prose *self, size_t start, size_t end, size_t next) {
  const char *text = self->text;
  int breaks = line_breaks(text, end, next);
  if (breaks > 1) return true;
  bool is_stop = text[end - 1] == '.';
  if (breaks == 0) {
    if (!is_stop) return true;
    if (pl_is_abbreviation(text, self->length, start, end - 1, next)) return false;
    return !is_item_label(self, start, end);
  }
  if (is_item(self, next)) return true;
  size_t index = next;
  if (u_islower(pl_next(text, self->length, &index))) return false;
  size_t line = skip_space(text, end, line_start(text, start, end));
  if (is_item(self, line)) return true;
  if (is_stop && pl_is_abbreviation(text, self->length, start, end - 1, next)) {
    return !is_wrapped(self, line, end, next);
  }
  return is_terminated(self, line, end) || !is_wrapped(self, line, end, next);
}

static void push(pl_analyzer *analyzer, size_t start, size_t end) {
  if (analyzer->range_count == analyzer->range_capacity) {
    analyzer->range_capacity = analyzer->range_capacity == 0 ? 256 : analyzer->range_capacity * 2;
    analyzer->ranges =
        pl_grow(analyzer->ranges, analyzer->range_capacity * sizeof *analyzer->ranges);
  }
  analyzer->ranges[analyzer->range_count++] = (pl_range){(uint32_t)start, (uint32_t)end};
}

const pl_range *pl_sentences(
    pl_analyzer *analyzer, const char *text, size_t length, size_t *count) {
  prose self = {&analyzer->classes, text, length};
  analyzer->range_count = 0;
  size_t start = skip_space(text, length, 0);
  size_t boundary = start;
  while (start < length) {
    boundary = pl_sentence_break(self.classes, text, length, boundary);
    size_t end = trim_space(text, start, boundary);
    size_t next = skip_space(text, length, boundary);
    if (next == length || ends_sentence(&self, start, end, next)) {
      push(analyzer, start, end);
      start = next;
    }
    boundary = next;
  }
  *count = analyzer->range_count;
  return analyzer->ranges;
}
