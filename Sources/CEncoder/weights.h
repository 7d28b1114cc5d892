#ifndef PL_WEIGHTS_H
#define PL_WEIGHTS_H

#include "cencoder.h"

// The weights of an encoder: how they are stored, and how they are used.

#define PANEL 16  // columns of a packed matrix
#define GROUP 32  // numbers of 8 bits with the same scale

// A matrix of outputs × inputs in 8 bits, as it is stored.
struct pl_matrix {
  const uint8_t *scales;  // 16-bit floats, one for each GROUP of numbers
  const int8_t *numbers;
};

// A layer from inputs to outputs, packed for multiplication from the right.
struct pl_dense {
  float *weights;
  const float *bias;
};

struct pl_normalization {
  const float *scale;
  const float *shift;
};

struct pl_layer {
  struct pl_dense query, key, value, output, inner, outer;
  struct pl_normalization after_attention, after_inner;
};

struct pl_encoder {
  const uint8_t *bytes;
  size_t length;
  uint32_t layers, heads, size, inner, words, longest;
  struct pl_matrix word_embeddings, position_embeddings;
  struct pl_normalization embeddings;
  struct pl_layer *layer;
  const uint8_t *starts;  // of the words of the vocabulary
  const char *vocabulary;
  float *packed;  // the memory of all packed layers
};

// One row of a stored matrix.
void pl_unpack(struct pl_matrix matrix, size_t row, size_t columns, float *values);

#endif
