#include "weights.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

static struct pl_matrix take_matrix(struct reader *reader, size_t rows, size_t columns) {
  struct pl_matrix matrix;
  matrix.scales = take(reader, rows * columns / GROUP * 2);
  matrix.numbers = (const int8_t *)take(reader, rows * columns);
  return matrix;
}

static struct pl_normalization take_normalization(struct reader *reader, size_t size) {
  struct pl_normalization result;
  result.scale = (const float *)take(reader, size * 4);
  result.shift = (const float *)take(reader, size * 4);
  return result;
}

void pl_unpack(struct pl_matrix matrix, size_t row, size_t columns, float *values) {
  const uint8_t *scales = matrix.scales + row * columns / GROUP * 2;
  const int8_t *numbers = matrix.numbers + row * columns;
  for (size_t i = 0; i < columns; i += GROUP) {
    float scale = half(scales + i / GROUP * 2);
    for (size_t j = 0; j < GROUP; j++) values[i + j] = scale * (float)numbers[i + j];
  }
}

// Packs a layer into `*packed`, and moves this to its end.
static struct pl_dense take_dense(
    struct reader *reader, size_t outputs, size_t inputs, float **packed, float *row) {
  struct pl_matrix matrix = take_matrix(reader, outputs, inputs);
  struct pl_dense result = {*packed, (const float *)take(reader, outputs * 4)};
  *packed += outputs * inputs;
  if (!reader->at) return result;
  for (size_t output = 0; output < outputs; output++) {
    pl_unpack(matrix, output, inputs, row);
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
    struct pl_layer *layer = e->layer + i;
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

