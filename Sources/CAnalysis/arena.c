#include "arena.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 256 * 1024 };

struct pl_arena_block {
  pl_arena_block *previous;
  size_t capacity;
  char bytes[];
};

const char *pl_arena_copy(pl_arena *arena, const char *bytes, size_t length) {
  if (arena->block == NULL || arena->block->capacity - arena->used < length) {
    size_t capacity = length > BLOCK_SIZE ? length : BLOCK_SIZE;
    pl_arena_block *block = pl_grow(NULL, sizeof *block + capacity);
    block->previous = arena->block;
    block->capacity = capacity;
    arena->block = block;
    arena->used = 0;
  }
  char *copy = arena->block->bytes + arena->used;
  memcpy(copy, bytes, length);
  arena->used += length;
  return copy;
}

void pl_arena_clear(pl_arena *arena) {
  while (arena->block != NULL) {
    pl_arena_block *previous = arena->block->previous;
    free(arena->block);
    arena->block = previous;
  }
  arena->used = 0;
}

void *pl_grow(void *memory, size_t size) {
  void *grown = realloc(memory, size);
  if (grown == NULL) abort();
  return grown;
}

void *pl_zeroed(size_t count, size_t size) {
  void *memory = calloc(count, size);
  if (memory == NULL) abort();
  return memory;
}
