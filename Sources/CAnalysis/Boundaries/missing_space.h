// Full stops after which a space is missing: "peer support.The outcome".
#ifndef PL_MISSING_SPACE_H
#define PL_MISSING_SPACE_H

#include <stdbool.h>
#include <stddef.h>

/// Whether the character at `stop` is a full stop between two sentences without a space: after two
/// lower-case letters, before a capital and a lower-case letter, and not in an address or a path.
///
/// UAX #29 joins such words. Abbreviations ("e.g.", "Ph.D", "U.S.") stay one word.
bool pl_lacks_space(const char *text, size_t length, size_t stop);

#endif
