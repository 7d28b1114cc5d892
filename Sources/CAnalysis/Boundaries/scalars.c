#include "scalars.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "../arena.h"

static unsigned word_class(UChar32 c) {
  if (pl_is_parting(c)) return PL_WB_OTHER;
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return PL_WB_ICU;
  if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return PL_WB_ICU;
  int category = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  if (category != U_WB_OTHER || u_isalpha(c)) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
      case USCRIPT_HAN: case USCRIPT_HIRAGANA: case USCRIPT_KATAKANA: case USCRIPT_HANGUL:
        return PL_WB_ICU;
      default: break;
    }
  }
  switch (category) {
    case U_WB_ALETTER: return PL_WB_LETTER;
    case U_WB_NUMERIC: return PL_WB_NUMERIC;
    case U_WB_EXTENDNUMLET: return PL_WB_EXTENDNUMLET;
    case U_WB_MIDLETTER: return PL_WB_MIDLETTER;
    case U_WB_MIDNUM: return PL_WB_MIDNUM;
    case U_WB_MIDNUMLET: case U_WB_SINGLE_QUOTE: return PL_WB_MIDNUMLET;
    case U_WB_EXTEND: case U_WB_FORMAT: return PL_WB_EXTEND;
    case U_WB_HEBREW_LETTER: case U_WB_KATAKANA: case U_WB_ZWJ: return PL_WB_ICU;
    default: return PL_WB_OTHER;
  }
}

static unsigned sentence_class(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_ATERM: return PL_SB_ATERM;
    case U_SB_CLOSE: return PL_SB_CLOSE;
    case U_SB_FORMAT: case U_SB_EXTEND: return PL_SB_EXTEND;
    case U_SB_LOWER: return PL_SB_LOWER;
    case U_SB_NUMERIC: return PL_SB_NUMERIC;
    case U_SB_OLETTER: return PL_SB_OLETTER;
    case U_SB_SEP: return PL_SB_SEP;
    case U_SB_SP: return PL_SB_SP;
    case U_SB_STERM: return PL_SB_STERM;
    case U_SB_UPPER: return PL_SB_UPPER;
    case U_SB_CR: return PL_SB_CR;
    case U_SB_LF: return PL_SB_LF;
    case U_SB_SCONTINUE: return PL_SB_SCONTINUE;
    default: return PL_SB_OTHER;
  }
}

const uint8_t *pl_classes_fill(pl_classes *classes, uint32_t page) {
  uint8_t *filled = pl_grow(NULL, 256);
  for (uint32_t i = 0; i < 256; i++) {
    UChar32 c = (UChar32)(page << 8 | i);
    filled[i] = (uint8_t)(sentence_class(c) << 4 | word_class(c));
  }
  classes->pages[page] = filled;
  return filled;
}

void pl_classes_free(pl_classes *classes) {
  for (size_t i = 0; i < sizeof classes->pages / sizeof *classes->pages; i++) {
    free(classes->pages[i]);
    classes->pages[i] = NULL;
  }
}
