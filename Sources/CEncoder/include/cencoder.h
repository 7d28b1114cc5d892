#ifndef CENCODER_H
#define CENCODER_H

#include <stddef.h>
#include <stdint.h>

// The forward pass of a sentence encoder of the BERT family, such as all-MiniLM-L6-v2 (Reimers and
// Gurevych 2019; Wang et al. 2020).
//
// C, because Swift has no loops over vector registers that are compiled for several processors.

typedef struct pl_encoder pl_encoder;

// Opens weights as tools/embeddings/weights.py writes them; NULL if they are damaged or there is no
// memory. The bytes must stay valid until the encoder is closed.
pl_encoder *pl_encoder_open(const void *bytes, size_t length);

void pl_encoder_close(pl_encoder *encoder);

// The number of words of the vocabulary.
uint32_t pl_encoder_words(const pl_encoder *encoder);

// The bytes of a word of the vocabulary, without a final zero.
const char *pl_encoder_word(const pl_encoder *encoder, uint32_t number, size_t *length);

// The length of vectors.
uint32_t pl_encoder_size(const pl_encoder *encoder);

// The largest number of tokens of a text.
uint32_t pl_encoder_longest(const pl_encoder *encoder);

// The checksum that the weights state, and that of their bytes.
uint64_t pl_encoder_stated_checksum(const pl_encoder *encoder);
uint64_t pl_encoder_checksum(const pl_encoder *encoder);

// Vector instructions: those of every processor, AVX2 with FMA, AVX-512.
enum { PL_ENCODER_PLAIN, PL_ENCODER_AVX2, PL_ENCODER_AVX512 };

// The best vector instructions that this processor has.
int pl_encoder_best(void);

// The vector of a text, of length 1: the mean of its tokens in the last layer. Several threads can
// use an encoder. `instructions` must not be better than the best. Returns 0 if there is no memory,
// or if there are no tokens, too many or unknown ones.
int pl_encoder_encode(
    const pl_encoder *encoder, int instructions, const uint32_t *tokens, size_t count,
    float *vector);

#endif
