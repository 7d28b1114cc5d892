// Slow and obviously correct versions that segment whole texts with ICU alone, and functions to
// compare with them.
#ifndef CANALYSIS_REFERENCE_H
#define CANALYSIS_REFERENCE_H

#include "canalysis.h"

#ifdef __cplusplus
extern "C" {
#endif

/// The words of a text of valid UTF-8 shorter than 2^31 bytes, by ICU's word break iterator, with
/// colons, at signs and full stops without their space treated as punctuation between words. Writes
/// at most `capacity` ranges and returns the number found.
size_t pl_reference_words(const char *text, size_t length, pl_range *ranges, size_t capacity);

/// The segments of a text by ICU's sentence break iterator; they cover the whole text.
size_t pl_reference_sentences(const char *text, size_t length, pl_range *ranges, size_t capacity);

/// The same segments by pl_sentence_break, on which pl_sentences builds.
size_t pl_uax29_sentences(const char *text, size_t length, pl_range *ranges, size_t capacity);

#ifdef __cplusplus
}
#endif
#endif
