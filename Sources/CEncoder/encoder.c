#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "weights.h"

#define BLOCK 84  // rows of a product that are computed with all panels; a multiple of all ROWS

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
    struct pl_dense dense, float *c) {
  k->multiply(rows, outputs, inputs, a, inputs, dense.weights, dense.bias, c, outputs);
}

static void embed(
    const pl_encoder *e, const struct kernels *k, const uint32_t *tokens, size_t count,
    struct memory *m) {
  for (size_t i = 0; i < count; i++) {
    pl_unpack(e->word_embeddings, tokens[i], e->size, m->states + i * e->size);
    pl_unpack(e->position_embeddings, i, e->size, m->mixed);
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
  for (const struct pl_layer *l = e->layer; l < e->layer + e->layers; l++) {
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
