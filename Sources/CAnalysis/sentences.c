#include "analyzer.h"
#include "canalysis_reference.h"

const pl_range *pl_sentences(
    pl_analyzer *analyzer, const char *text, size_t length, size_t *count) {
  if (analyzer->range_capacity < length + 1) {
    analyzer->range_capacity = length + 1;
    analyzer->ranges = pl_grow(analyzer->ranges, (length + 1) * sizeof *analyzer->ranges);
  }
  size_t found = pl_reference_sentences(text, length, analyzer->ranges, length + 1), kept = 0;
  for (size_t i = 0; i < found; i++) {
    pl_range range = analyzer->ranges[i];
    while (range.end > range.start && (uint8_t)text[range.end - 1] <= ' ') range.end--;
    while (range.start < range.end && (uint8_t)text[range.start] <= ' ') range.start++;
    if (range.start < range.end) analyzer->ranges[kept++] = range;
  }
  *count = kept;
  return analyzer->ranges;
}
