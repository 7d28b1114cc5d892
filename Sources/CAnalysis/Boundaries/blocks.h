// Two 64-bit masks of 64 bytes: which are letters, digits or underscores, and which are not ASCII.
// Words are then found by counting zeros, without a branch per byte.
//
// Inline, and with SSE2 or NEON on platforms that always have them: this is the innermost loop of
// indexing.
#ifndef PL_BLOCKS_H
#define PL_BLOCKS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

typedef struct {
  const char *text;
  size_t length;
  size_t base;     ///< first byte of the current block, a multiple of 64
  uint64_t word;   ///< bit i: byte base + i is an ASCII letter, a digit or an underscore
  uint64_t high;   ///< bit i: byte base + i is not ASCII
} pl_blocks;

#if defined(__SSE2__)

static inline void pl_blocks_classify(pl_blocks *self, const char *bytes) {
  const __m128i letter_case = _mm_set1_epi8(0x20), underscore = _mm_set1_epi8('_');
  self->word = self->high = 0;
  for (int i = 0; i < 4; i++) {
    __m128i chunk = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    // The comparisons are signed, so non-ASCII bytes are below all of these ranges.
    __m128i lower = _mm_or_si128(chunk, letter_case);
    __m128i letter = _mm_and_si128(
        _mm_cmpgt_epi8(lower, _mm_set1_epi8('a' - 1)), _mm_cmpgt_epi8(_mm_set1_epi8('z' + 1), lower));
    __m128i digit = _mm_and_si128(
        _mm_cmpgt_epi8(chunk, _mm_set1_epi8('0' - 1)), _mm_cmpgt_epi8(_mm_set1_epi8('9' + 1), chunk));
    __m128i word = _mm_or_si128(_mm_or_si128(letter, digit), _mm_cmpeq_epi8(chunk, underscore));
    self->word |= (uint64_t)(uint32_t)_mm_movemask_epi8(word) << (16 * i);
    self->high |= (uint64_t)(uint32_t)_mm_movemask_epi8(chunk) << (16 * i);
  }
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

static inline uint64_t pl_blocks_bits(const uint8x16_t lanes[4]) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t low = vpaddq_u8(vandq_u8(lanes[0], weights), vandq_u8(lanes[1], weights));
  uint8x16_t upper = vpaddq_u8(vandq_u8(lanes[2], weights), vandq_u8(lanes[3], weights));
  uint8x16_t sums = vpaddq_u8(low, upper);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

static inline void pl_blocks_classify(pl_blocks *self, const char *bytes) {
  uint8x16_t word[4], high[4];
  for (int i = 0; i < 4; i++) {
    uint8x16_t chunk = vld1q_u8((const uint8_t *)bytes + 16 * i);
    uint8x16_t lower = vorrq_u8(chunk, vdupq_n_u8(0x20));
    uint8x16_t letter = vcltq_u8(vsubq_u8(lower, vdupq_n_u8('a')), vdupq_n_u8(26));
    uint8x16_t digit = vcltq_u8(vsubq_u8(chunk, vdupq_n_u8('0')), vdupq_n_u8(10));
    high[i] = vcgeq_u8(chunk, vdupq_n_u8(0x80));
    word[i] = vorrq_u8(vorrq_u8(letter, digit), vceqq_u8(chunk, vdupq_n_u8('_')));
    word[i] = vbicq_u8(word[i], high[i]);
  }
  self->word = pl_blocks_bits(word);
  self->high = pl_blocks_bits(high);
}

#else

static inline void pl_blocks_classify(pl_blocks *self, const char *bytes) {
  self->word = self->high = 0;
  for (int i = 0; i < 64; i++) {
    uint8_t c = (uint8_t)bytes[i];
    uint64_t word = (uint8_t)((c | 0x20) - 'a') < 26 || (uint8_t)(c - '0') < 10 || c == '_';
    self->word |= (word && c < 0x80) << i;
    self->high |= (uint64_t)(c >> 7) << i;
  }
}

#endif

static inline void pl_blocks_load(pl_blocks *self, size_t base) {
  self->base = base;
  if (self->length - base >= 64) {
    pl_blocks_classify(self, self->text + base);
  } else {
    char padded[64] = {0};
    memcpy(padded, self->text + base, self->length - base);
    pl_blocks_classify(self, padded);
  }
}

/// Classifies the block that contains a byte, unless it is the current one.
static inline void pl_blocks_seek(pl_blocks *self, size_t index) {
  size_t base = index & ~(size_t)63;
  if (base != self->base) pl_blocks_load(self, base);
}

static inline pl_blocks pl_blocks_of(const char *text, size_t length) {
  return (pl_blocks){text, length, SIZE_MAX, 0, 0};
}

/// The first byte from `index` on that may begin a word: a word byte or a non-ASCII byte; the
/// length of the text if there is none.
static inline size_t pl_blocks_start(pl_blocks *self, size_t index) {
  while (index < self->length) {
    pl_blocks_seek(self, index);
    uint64_t rest = (self->word | self->high) >> (index & 63);
    if (rest != 0) return index + (size_t)__builtin_ctzll(rest);
    index = self->base + 64;
  }
  return self->length;
}

/// The first byte from `index` on that is not a word byte, or the length of the text.
static inline size_t pl_blocks_end(pl_blocks *self, size_t index) {
  while (index < self->length) {
    pl_blocks_seek(self, index);
    uint64_t rest = ~self->word >> (index & 63);
    if (rest != 0) return index + (size_t)__builtin_ctzll(rest);
    index = self->base + 64;
  }
  return self->length;
}

#endif
