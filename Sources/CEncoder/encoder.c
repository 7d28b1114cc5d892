#include "cencoder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PANEL 16  // columns of a packed matrix
#define BLOCK 84  // rows of a product that are computed with all panels; a multiple of all ROWS
#define GROUP 32  // numbers of 8 bits with the same scale

// MARK: Kernels

struct kernels {
  void (*multiply)(
      size_t rows, size_t columns, size_t depth, const float *a, size_t a_stride, const float *b,
      const float *bias, float *c, size_t c_stride);
  void (*gelu)(float *values, size_t count);
  void (*softmax)(float *scores, size_t count, float scale);
  void (*normalize)(
      float *x, const float *y, size_t size, const float *scale, const float *shift);
};

#define NAME(x) plain_##x
#define TARGET
#define LANES 4
#ifdef __x86_64__
#define ROWS 3
#else
#define ROWS 6
#endif
#include "kernels.h"

#ifdef __x86_64__
#define NAME(x) avx2_##x
#define TARGET __attribute__((target("avx2,fma")))
#define LANES 8
#define ROWS 6
#include "kernels.h"

#define NAME(x) avx512_##x
#define TARGET __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl")))
#define LANES 16
#define ROWS 14
#include "kernels.h"
#endif

int pl_encoder_best(void) {
#ifdef __x86_64__
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
    return PL_ENCODER_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return PL_ENCODER_AVX2;
#endif
  return PL_ENCODER_PLAIN;
}

static const struct kernels *kernels(int instructions) {
#ifdef __x86_64__
  if (instructions == PL_ENCODER_AVX512) return &avx512_kernels;
  if (instructions == PL_ENCODER_AVX2) return &avx2_kernels;
#endif
  (void)instructions;
  return &plain_kernels;
}

// MARK: Weights

// A matrix of outputs × inputs in 8 bits, as it is stored.
struct stored {
  const uint8_t *scales;  // 16-bit floats, one for each GROUP of numbers
  const int8_t *numbers;
};

// A layer from inputs to outputs, packed for multiplication from the right.
struct dense {
  float *weights;
  const float *bias;
};

struct normalization {
  const float *scale;
  const float *shift;
};

struct layer {
  struct dense query, key, value, output, inner, outer;
  struct normalization after_attention, after_inner;
};

struct pl_encoder {
  const uint8_t *bytes;
  size_t length;
  uint32_t layers, heads, size, inner, words, longest;
  struct stored word_embeddings, position_embeddings;
  struct normalization embeddings;
  struct layer *layer;
  const uint8_t *starts;  // of the words of the vocabulary
  const char *vocabulary;
  float *packed;  // the memory of all packed layers
};

static uint32_t read32(const uint8_t *at) {
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static float half(const uint8_t *at) {
  uint32_t bits = (uint32_t)at[0] | (uint32_t)at[1] << 8;
  uint32_t exponent = bits >> 10 & 31, fraction = bits & 1023;
  float value = exponent ? ldexpf((float)(fraction | 1024), (int)exponent - 25)
                         : ldexpf((float)fraction, -24);
  return bits >> 15 ? -value : value;
}

// Where the next tensor begins; NULL once the bytes end.
struct reader {
  const uint8_t *at;
  size_t rest;
};

static const uint8_t *take(struct reader *reader, size_t length) {
  // Every tensor begins at a multiple of 64 bytes.
  length = (length + 63) & ~(size_t)63;
  const uint8_t *at = reader->at;
  if (!at || length > reader->rest) return reader->at = NULL;
  reader->at += length;
  reader->rest -= length;
  return at;
}

static struct stored take_matrix(struct reader *reader, size_t rows, size_t columns) {
  struct stored matrix;
  matrix.scales = take(reader, rows * columns / GROUP * 2);
  matrix.numbers = (const int8_t *)take(reader, rows * columns);
  return matrix;
}

static struct normalization take_normalization(struct reader *reader, size_t size) {
  struct normalization result;
  result.scale = (const float *)take(reader, size * 4);
  result.shift = (const float *)take(reader, size * 4);
  return result;
}

// One row of a stored matrix.
static void unpack(struct stored matrix, size_t row, size_t columns, float *values) {
  const uint8_t *scales = matrix.scales + row * columns / GROUP * 2;
  const int8_t *numbers = matrix.numbers + row * columns;
  for (size_t i = 0; i < columns; i += GROUP) {
    float scale = half(scales + i / GROUP * 2);
    for (size_t j = 0; j < GROUP; j++) values[i + j] = scale * (float)numbers[i + j];
  }
}

// Packs a layer into `*packed`, and moves this to its end.
static struct dense take_dense(
    struct reader *reader, size_t outputs, size_t inputs, float **packed, float *row) {
  struct stored matrix = take_matrix(reader, outputs, inputs);
  struct dense result = {*packed, (const float *)take(reader, outputs * 4)};
  *packed += outputs * inputs;
  if (!reader->at) return result;
  for (size_t output = 0; output < outputs; output++) {
    unpack(matrix, output, inputs, row);
    float *panel = result.weights + output / PANEL * PANEL * inputs + output % PANEL;
    for (size_t input = 0; input < inputs; input++) panel[input * PANEL] = row[input];
  }
  return result;
}

static int read_weights(pl_encoder *e, struct reader *reader) {
  size_t size = e->size, inner = e->inner;
  e->word_embeddings = take_matrix(reader, e->words, size);
  e->position_embeddings = take_matrix(reader, e->longest, size);
  e->embeddings = take_normalization(reader, size);
  size_t numbers = (4 * size * size + 2 * size * inner) * e->layers;
  e->layer = calloc(e->layers, sizeof *e->layer);
  float *packed = e->packed = aligned_alloc(64, numbers * sizeof(float));
  float *row = malloc((size > inner ? size : inner) * sizeof(float));
  for (uint32_t i = 0; e->layer && packed && row && i < e->layers; i++) {
    struct layer *layer = e->layer + i;
    layer->query = take_dense(reader, size, size, &packed, row);
    layer->key = take_dense(reader, size, size, &packed, row);
    layer->value = take_dense(reader, size, size, &packed, row);
    layer->output = take_dense(reader, size, size, &packed, row);
    layer->after_attention = take_normalization(reader, size);
    layer->inner = take_dense(reader, inner, size, &packed, row);
    layer->outer = take_dense(reader, size, inner, &packed, row);
    layer->after_inner = take_normalization(reader, size);
  }
  int is_whole = e->layer && e->packed && row;
  free(row);
  e->starts = take(reader, ((size_t)e->words + 1) * 4);
  if (!is_whole || !reader->at) return 0;
  e->vocabulary = (const char *)reader->at;
  for (uint32_t i = 0; i < e->words; i++)
    if (read32(e->starts + i * 4) > read32(e->starts + (i + 1) * 4)) return 0;
  return read32(e->starts + e->words * 4) <= reader->rest;
}

pl_encoder *pl_encoder_open(const void *bytes, size_t length) {
  const uint8_t *header = bytes;
  if (length < 64 || memcmp(header, "PLENCOD1", 8) != 0) return NULL;
  pl_encoder *e = calloc(1, sizeof *e);
  if (!e) return NULL;
  e->bytes = header;
  e->length = length;
  uint32_t *fields[] = {&e->layers, &e->heads, &e->size, &e->inner, &e->words, &e->longest};
  for (size_t i = 0; i < 6; i++) *fields[i] = read32(header + 16 + 4 * i);
  struct reader reader = {header + 64, length - 64};
  // Limits that keep sizes from overflowing, and multiples that the loops need.
  int is_plausible = e->layers > 0 && e->layers <= 64 && e->heads > 0 && e->heads <= 64 &&
                     e->size > 0 && e->size <= 4096 && e->inner > 0 && e->inner <= 16384 &&
                     e->words > 0 && e->words <= 1 << 20 && e->longest > 0 &&
                     e->longest <= 1 << 13 && e->size % GROUP == 0 && e->inner % GROUP == 0 &&
                     e->size % (e->heads * PANEL) == 0;
  if (is_plausible && read_weights(e, &reader)) return e;
  pl_encoder_close(e);
  return NULL;
}

void pl_encoder_close(pl_encoder *encoder) {
  if (!encoder) return;
  free(encoder->layer);
  free(encoder->packed);
  free(encoder);
}

uint32_t pl_encoder_words(const pl_encoder *encoder) { return encoder->words; }

uint32_t pl_encoder_size(const pl_encoder *encoder) { return encoder->size; }

uint32_t pl_encoder_longest(const pl_encoder *encoder) { return encoder->longest; }

const char *pl_encoder_word(const pl_encoder *encoder, uint32_t number, size_t *length) {
  uint32_t start = read32(encoder->starts + (size_t)number * 4);
  *length = read32(encoder->starts + ((size_t)number + 1) * 4) - start;
  return encoder->vocabulary + start;
}

uint64_t pl_encoder_stated_checksum(const pl_encoder *encoder) {
  return (uint64_t)read32(encoder->bytes + 12) << 32 | read32(encoder->bytes + 8);
}

uint64_t pl_encoder_checksum(const pl_encoder *encoder) {
  uint64_t value = 0xCBF29CE484222325u;  // FNV-1a
  for (size_t i = 16; i < encoder->length; i++)
    value = (value ^ encoder->bytes[i]) * 0x100000001B3u;
  return value;
}

// MARK: Forward pass

// The memory of one text.
struct memory {
  size_t padded;  // the number of tokens, rounded up to whole panels
  float *states;  // token × size: what the layers change
  float *query, *key, *value, *mixed;  // token × size
  float *inner;  // token × inner
  float *scores;  // token × padded
  float *panels;  // the keys or values of a head
};

// c = a · dense + bias
static void apply(
    const struct kernels *k, size_t rows, size_t outputs, size_t inputs, const float *a,
    struct dense dense, float *c) {
  k->multiply(rows, outputs, inputs, a, inputs, dense.weights, dense.bias, c, outputs);
}

static void embed(
    const pl_encoder *e, const struct kernels *k, const uint32_t *tokens, size_t count,
    struct memory *m) {
  for (size_t i = 0; i < count; i++) {
    unpack(e->word_embeddings, tokens[i], e->size, m->states + i * e->size);
    unpack(e->position_embeddings, i, e->size, m->mixed);
    k->normalize(
        m->states + i * e->size, m->mixed, e->size, e->embeddings.scale, e->embeddings.shift);
  }
}

// Multi-head attention: from query, key and value to mixed.
static void attend(const pl_encoder *e, const struct kernels *k, size_t count, struct memory *m) {
  size_t width = e->size / e->heads;
  float scale = 1 / sqrtf((float)width);
  for (size_t head = 0; head < e->heads; head++) {
    size_t at = head * width;
    // Each token is a column; tokens that do not exist are 0.
    memset(m->panels, 0, m->padded * width * sizeof(float));
    for (size_t token = 0; token < count; token++) {
      float *panel = m->panels + token / PANEL * PANEL * width + token % PANEL;
      for (size_t i = 0; i < width; i++) panel[i * PANEL] = m->key[token * e->size + at + i];
    }
    k->multiply(
        count, m->padded, width, m->query + at, e->size, m->panels, NULL, m->scores, m->padded);
    for (size_t token = 0; token < count; token++)
      k->softmax(m->scores + token * m->padded, count, scale);
    // Each token is a row.
    for (size_t column = 0; column < width; column += PANEL)
      for (size_t token = 0; token < count; token++)
        memcpy(
            m->panels + column * count + token * PANEL, m->value + token * e->size + at + column,
            PANEL * sizeof(float));
    k->multiply(
        count, width, count, m->scores, m->padded, m->panels, NULL, m->mixed + at, e->size);
  }
}

static void run(
    const pl_encoder *e, const struct kernels *k, const uint32_t *tokens, size_t count,
    struct memory *m, float *vector) {
  size_t size = e->size, inner = e->inner;
  embed(e, k, tokens, count, m);
  for (const struct layer *l = e->layer; l < e->layer + e->layers; l++) {
    apply(k, count, size, size, m->states, l->query, m->query);
    apply(k, count, size, size, m->states, l->key, m->key);
    apply(k, count, size, size, m->states, l->value, m->value);
    attend(e, k, count, m);
    apply(k, count, size, size, m->mixed, l->output, m->query);
    for (size_t i = 0; i < count; i++)
      k->normalize(
          m->states + i * size, m->query + i * size, size, l->after_attention.scale,
          l->after_attention.shift);
    apply(k, count, inner, size, m->states, l->inner, m->inner);
    k->gelu(m->inner, count * inner);
    apply(k, count, size, inner, m->inner, l->outer, m->query);
    for (size_t i = 0; i < count; i++)
      k->normalize(
          m->states + i * size, m->query + i * size, size, l->after_inner.scale,
          l->after_inner.shift);
  }
  float square = 0;
  for (size_t i = 0; i < size; i++) {
    float sum = 0;
    for (size_t token = 0; token < count; token++) sum += m->states[token * size + i];
    vector[i] = sum;
    square += sum * sum;
  }
  float unit = square > 0 ? 1 / sqrtf(square) : 0;
  for (size_t i = 0; i < size; i++) vector[i] *= unit;
}

int pl_encoder_encode(
    const pl_encoder *e, int instructions, const uint32_t *tokens, size_t count, float *vector) {
  if (count == 0 || count > e->longest) return 0;
  for (size_t i = 0; i < count; i++)
    if (tokens[i] >= e->words) return 0;
  struct memory m;
  m.padded = (count + PANEL - 1) / PANEL * PANEL;
  size_t states = m.padded * e->size, panels = m.padded * (e->size / e->heads);
  float *all = aligned_alloc(
      64, (5 * states + m.padded * e->inner + m.padded * m.padded + panels) * sizeof(float));
  if (!all) return 0;
  m.states = all;
  m.query = m.states + states;
  m.key = m.query + states;
  m.value = m.key + states;
  m.mixed = m.value + states;
  m.inner = m.mixed + states;
  m.scores = m.inner + m.padded * e->inner;
  m.panels = m.scores + m.padded * m.padded;
  run(e, kernels(instructions), tokens, count, &m, vector);
  free(all);
  return 1;
}
