#include "canalysis.h"
pl_analyzer *pl_analyzer_open(const char *language) { return NULL; }
void pl_analyzer_close(pl_analyzer *a) {}
const pl_token *pl_analyze(pl_analyzer *a, const char *t, size_t n, size_t *c) { *c = 0; return NULL; }
uint32_t pl_word_count(const pl_analyzer *a) { return 0; }
pl_word pl_word_at(const pl_analyzer *a, uint32_t n) { pl_word w = {0}; return w; }
void pl_analyzer_reset(pl_analyzer *a) {}
const pl_range *pl_sentences(pl_analyzer *a, const char *t, size_t n, size_t *c) { *c = 0; return NULL; }
