#include "missing_space.h"

#include <stdint.h>
#include <string.h>
#include <unicode/uchar.h>

#include "scalars.h"

/// Number of bytes on either side in which marks of an address are looked for.
enum { REACH = 200 };

static bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Whether the text around an index, up to the next spaces, is an address, a path or an identifier.
static bool is_address(const char *text, size_t length, size_t index) {
  size_t start = index, end = index;
  while (start > 0 && index - start < REACH && !is_space(text[start - 1])) start--;
  while (end < length && end - index < REACH && !is_space(text[end])) end++;
  for (size_t i = start; i < end; i++) {
    if (text[i] == '@' || text[i] == '/' || text[i] == '\\' || text[i] == '_') return true;
  }
  return end - start > 4 && memcmp(text + start, "www.", 4) == 0;
}

bool pl_lacks_space(const char *text, size_t length, size_t stop) {
  if (text[stop] != '.' || stop == 0 || stop + 2 >= length) return false;
  size_t before = stop, after = stop + 1;
  if (!u_islower(pl_previous(text, &before)) || before == 0) return false;
  if (!u_islower(pl_previous(text, &before))) return false;
  if (!u_isupper(pl_next(text, length, &after)) || after == length) return false;
  if (!u_islower(pl_next(text, length, &after))) return false;
  return !is_address(text, length, stop);
}
