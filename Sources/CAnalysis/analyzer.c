#include "analyzer.h"

#include <stdlib.h>

#include "arena.h"

pl_analyzer *pl_analyzer_open(const char *language) {
  pl_analyzer *analyzer = pl_zeroed(1, sizeof *analyzer);
  if (!pl_words_open(&analyzer->words, language)) {
    pl_analyzer_close(analyzer);
    return NULL;
  }
  return analyzer;
}

void pl_analyzer_close(pl_analyzer *analyzer) {
  if (analyzer == NULL) return;
  pl_words_close(&analyzer->words);
  pl_classes_free(&analyzer->classes);
  if (analyzer->word_breaks != NULL) ubrk_close(analyzer->word_breaks);
  free(analyzer->tokens);
  free(analyzer->ranges);
  free(analyzer);
}

void pl_analyzer_reset(pl_analyzer *analyzer) {
  pl_words_reset(&analyzer->words);
}

uint32_t pl_word_count(const pl_analyzer *analyzer) {
  return analyzer->words.word_count;
}

pl_word pl_word_at(const pl_analyzer *analyzer, uint32_t number) {
  if (number < analyzer->words.word_count) return analyzer->words.words[number];
  return (pl_word){"", "", 0, 0};
}
