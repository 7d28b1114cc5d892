#include "spelling.h"

#include <string.h>

size_t pl_spelling(const char *folded, size_t length, char *spelled) {
  memcpy(spelled, folded, length);
  return length;
}
