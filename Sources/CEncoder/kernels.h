// The loops of the encoder. encoder.c includes this file once for each kind of processor, with
//
//   NAME(x)   the name of a function for this kind
//   TARGET    its attributes
//   LANES     floats in a vector register
//   ROWS      rows of a product that are computed together; ROWS * PANEL / LANES sums are kept in
//             registers
//
// Matrices are stored by rows. The right side of a product is packed into panels of PANEL columns:
// all rows of a panel's columns follow each other.

typedef float NAME(vector) __attribute__((vector_size(LANES * 4), aligned(4)));
typedef int32_t NAME(integers) __attribute__((vector_size(LANES * 4), aligned(4)));
#define V NAME(vector)
#define I NAME(integers)
#define VECTORS (PANEL / LANES)

// c = a · panel + bias, for at most ROWS rows and PANEL columns.
TARGET static inline void NAME(tile)(
    size_t depth, const float *a, size_t a_stride, const float *panel, const float *bias, float *c,
    size_t c_stride, size_t rows) {
  // Missing rows repeat the last one.
  const float *at[ROWS];
  for (size_t i = 0; i < ROWS; i++) at[i] = a + (i < rows ? i : rows - 1) * a_stride;
  V sums[ROWS][VECTORS];
  for (size_t i = 0; i < ROWS; i++)
    for (size_t j = 0; j < VECTORS; j++) sums[i][j] = bias ? *(const V *)(bias + j * LANES) : (V){0};
  for (size_t k = 0; k < depth; k++) {
    V right[VECTORS];
    for (size_t j = 0; j < VECTORS; j++) right[j] = *(const V *)(panel + k * PANEL + j * LANES);
    for (size_t i = 0; i < ROWS; i++)
      for (size_t j = 0; j < VECTORS; j++) sums[i][j] += at[i][k] * right[j];
  }
  for (size_t i = 0; i < rows; i++)
    for (size_t j = 0; j < VECTORS; j++) *(V *)(c + i * c_stride + j * LANES) = sums[i][j];
}

// c = a · b + bias. Rows of c have room for whole panels.
TARGET static void NAME(multiply)(
    size_t rows, size_t columns, size_t depth, const float *a, size_t a_stride, const float *b,
    const float *bias, float *c, size_t c_stride) {
  // A block of rows stays in the second-level cache while the panels pass.
  for (size_t first = 0; first < rows; first += BLOCK) {
    size_t end = first + BLOCK < rows ? first + BLOCK : rows;
    for (size_t column = 0; column < columns; column += PANEL)
      for (size_t row = first; row < end; row += ROWS)
        NAME(tile)(
            depth, a + row * a_stride, a_stride, b + column * depth, bias ? bias + column : NULL,
            c + row * c_stride + column, c_stride, end - row < ROWS ? end - row : ROWS);
  }
}

// e to the power of x, to 2 units in the last place; x is at most 0.
TARGET static inline V NAME(exponential)(V x) {
  I large = x > -87.0f;
  x = (V)((I)x & large);
  const float magic = 12582912.0f;  // Adding it rounds to an integer, in the lowest bits.
  V shifted = x * 1.44269504f + magic;
  V n = shifted - magic;
  V r = x - n * 0.693359375f + n * 2.12194440e-4f;
  V p = r * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  V power = (V)(((I)shifted << 23) + (127 << 23));
  return (V)((I)(p * power) & large);
}

// GELU with the error function of Abramowitz and Stegun, 7.1.26, to 1.5e-7. `count` is a multiple
// of PANEL.
TARGET static void NAME(gelu)(float *values, size_t count) {
  for (size_t i = 0; i < count; i += LANES) {
    V x = *(V *)(values + i);
    V z = (V)((I)(x * 0.70710678f) & 0x7FFFFFFF);
    V t = 1.0f / (z * 0.3275911f + 1.0f);
    V p = t * 1.061405429f - 1.453152027f;
    p = p * t + 1.421413741f;
    p = p * t - 0.284496736f;
    p = p * t + 0.254829592f;
    V complement = p * t * NAME(exponential)(-z * z);
    // The error function has the sign of x.
    V erf = (V)((I)(1.0f - complement) | ((I)x & (int32_t)0x80000000));
    *(V *)(values + i) = x * 0.5f * (1.0f + erf);
  }
}

// Softmax of `count` scores multiplied by `scale`; places up to a multiple of PANEL become 0.
TARGET static void NAME(softmax)(float *scores, size_t count, float scale) {
  size_t padded = (count + PANEL - 1) / PANEL * PANEL;
  for (size_t i = count; i < padded; i++) scores[i] = -1e30f;
  V highs = *(V *)scores;
  for (size_t i = LANES; i < padded; i += LANES) {
    V next = *(V *)(scores + i);
    I larger = next > highs;
    highs = (V)(((I)next & larger) | ((I)highs & ~larger));
  }
  float highest = highs[0];
  for (size_t i = 1; i < LANES; i++) highest = highs[i] > highest ? highs[i] : highest;
  V sums = {0};
  for (size_t i = 0; i < padded; i += LANES) {
    V e = NAME(exponential)((*(V *)(scores + i) - highest) * scale);
    *(V *)(scores + i) = e;
    sums += e;
  }
  float sum = 0;
  for (size_t i = 0; i < LANES; i++) sum += sums[i];
  for (size_t i = 0; i < padded; i += LANES) *(V *)(scores + i) *= 1.0f / sum;
}

// Layer normalization of x + y, in place of x. `size` is a multiple of PANEL.
TARGET static void NAME(normalize)(
    float *x, const float *y, size_t size, const float *scale, const float *shift) {
  V sums = {0};
  for (size_t i = 0; i < size; i += LANES) sums += *(V *)(x + i) += *(const V *)(y + i);
  float mean = 0;
  for (size_t i = 0; i < LANES; i++) mean += sums[i];
  mean /= (float)size;
  V squares = {0};
  for (size_t i = 0; i < size; i += LANES) {
    V d = *(V *)(x + i) - mean;
    squares += d * d;
  }
  float variance = 0;
  for (size_t i = 0; i < LANES; i++) variance += squares[i];
  float unit = 1.0f / sqrtf(variance / (float)size + 1e-12f);
  for (size_t i = 0; i < size; i += LANES)
    *(V *)(x + i) =
        (*(V *)(x + i) - mean) * unit * *(const V *)(scale + i) + *(const V *)(shift + i);
}

static const struct kernels NAME(kernels) = {
    NAME(multiply), NAME(gelu), NAME(softmax), NAME(normalize)};

#undef V
#undef I
#undef VECTORS
#undef NAME
#undef TARGET
#undef LANES
#undef ROWS
