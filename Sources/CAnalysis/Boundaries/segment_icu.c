#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "missing_space.h"
#include "segment.h"

/// The number of segments without a scalar left to ICU after which ICU is no longer used:
/// restarting it costs more than a few words.
enum { PATIENCE = 6 };

UBreakIterator *pl_open_word_breaks(UErrorCode *status) {
  // Han, kana, Thai, Lao, Khmer and Burmese. ICU loads a dictionary when it first meets the script,
  // and the dictionaries loaded so far decide how characters shared by several scripts are
  // segmented. Loading them all at once makes the words of a text independent of earlier texts.
  static const char every_script[] = "漢字ひらカター ภาษา ພາສາ ភាសា ဘာသာ";
  UBreakIterator *breaks = ubrk_open(UBRK_WORD, "", NULL, 0, status);
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, every_script, sizeof every_script - 1, status);
  if (U_SUCCESS(*status)) ubrk_setUText(breaks, &text, status);
  while (U_SUCCESS(*status) && ubrk_next(breaks) != UBRK_DONE) {}
  utext_close(&text);
  return breaks;
}

/// The point where ICU must stop: the next colon or at sign after `start`, or the end of the text.
static size_t parting_after(pl_analyzer *analyzer, const char *text, size_t length, size_t start) {
  if (analyzer->parting > start && analyzer->parting <= length) return analyzer->parting;
  size_t index = start;
  while (index < length) {
    size_t at = index;
    if (pl_is_parting(pl_next(text, length, &index)) && at > start) {
      analyzer->parting = at;
      return at;
    }
  }
  analyzer->parting = length;
  return length;
}

/// The contents of a segment. ICU's rule status is not used: it reflects only the last rule
/// applied, so a letter followed by a zero-width non-joiner, for example, would not count as a
/// word.
typedef struct {
  bool has_word;  ///< a letter, a number, kana or an ideograph
  bool has_icu;   ///< a scalar that is left to ICU
} contents;

static contents contents_of(pl_classes *classes, const char *text, size_t start, size_t end) {
  contents found = {false, false};
  while (start < end) {
    UChar32 c = pl_next(text, end, &start);
    switch (pl_word_class(classes, c)) {
      case PL_WB_LETTER: case PL_WB_NUMERIC: found.has_word = true; break;
      case PL_WB_ICU:
        found.has_icu = true;
        found.has_word |= u_isalpha(c) || u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
        break;
      default: break;
    }
  }
  return found;
}

/// Passes the words of a segment to `word`: several where a full stop lacks its space.
static void pass_words(
    pl_analyzer *analyzer, const char *text, size_t length, size_t from, size_t to,
    void (*word)(void *context, size_t start, size_t end), void *context) {
  size_t start = from;
  for (size_t i = from; i < to; i++) {
    if (text[i] != '.' || !pl_lacks_space(text, length, i)) continue;
    if (contents_of(&analyzer->classes, text, start, i).has_word) word(context, start, i);
    start = i + 1;
  }
  if (contents_of(&analyzer->classes, text, start, to).has_word) word(context, start, to);
}

size_t pl_segment_by_icu(
    pl_analyzer *analyzer, const char *text, size_t length, size_t start,
    void (*word)(void *context, size_t start, size_t end), void *context) {
  size_t after = start;
  if (pl_is_parting(pl_next(text, length, &after))) return after;

  UErrorCode status = U_ZERO_ERROR;
  if (analyzer->word_breaks == NULL) {
    analyzer->word_breaks = pl_open_word_breaks(&status);
  }
  size_t limit = parting_after(analyzer, text, length, start);
  if (limit - start > INT32_MAX / 2) limit = start + pl_cut(text + start, limit - start, INT32_MAX / 2);
  UText window = UTEXT_INITIALIZER;
  utext_openUTF8(&window, text + start, (int64_t)(limit - start), &status);
  if (U_SUCCESS(status)) ubrk_setUText(analyzer->word_breaks, &window, &status);
  if (U_FAILURE(status)) {
    utext_close(&window);
    return after;
  }

  size_t from = start;
  int patience = PATIENCE;
  int32_t boundary = ubrk_first(analyzer->word_breaks);
  while (patience > 0 && (boundary = ubrk_next(analyzer->word_breaks)) != UBRK_DONE) {
    size_t to = start + (size_t)boundary;
    contents found = contents_of(&analyzer->classes, text, from, to);
    if (found.has_word) pass_words(analyzer, text, length, from, to, word, context);
    patience = found.has_icu ? PATIENCE : patience - 1;
    from = to;
  }
  utext_close(&window);
  return from > start ? from : after;
}
