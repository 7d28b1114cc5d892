// Memory that is freed all at once.
//
// A cache of a million short words would spend more on malloc's headers than on the words.
#ifndef PL_ARENA_H
#define PL_ARENA_H

#include <stddef.h>

typedef struct pl_arena_block pl_arena_block;

typedef struct {
  pl_arena_block *block;
  size_t used;
} pl_arena;

/// A copy of some bytes that lives until pl_arena_clear.
const char *pl_arena_copy(pl_arena *arena, const char *bytes, size_t length);
void pl_arena_clear(pl_arena *arena);

/// realloc and calloc that abort the process if memory runs out: an analyzer cannot recover from a
/// half-finished state.
void *pl_grow(void *memory, size_t size);
void *pl_zeroed(size_t count, size_t size);

#endif
