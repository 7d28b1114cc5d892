// The hash of the tables of the word cache. It is never stored.
#ifndef PL_HASH_H
#define PL_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Mixes two numbers, so that each bit of the result depends on all of both.
static inline uint64_t pl_hash_mix(uint64_t a, uint64_t b) {
  __uint128_t product = (__uint128_t)(a ^ 0x9E3779B97F4A7C15u) * (b ^ 0xD6E8FEB86659FD93u);
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/// Up to 8 bytes as a number, padded with zeros.
static inline uint64_t pl_hash_load(const char *bytes, size_t length) {
  uint64_t value = 0;
  memcpy(&value, bytes, length);
  return value;
}

/// The hash of a word.
static inline uint64_t pl_hash(const char *bytes, size_t length) {
  uint64_t hash = length;
  for (; length >= 8; bytes += 8, length -= 8) hash = pl_hash_mix(hash, pl_hash_load(bytes, 8));
  return pl_hash_mix(hash, pl_hash_load(bytes, length));
}

#endif
