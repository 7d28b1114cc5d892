import Foundation
import SeededRandom

/// An encoder with random weights, written byte by byte as `tools/embeddings/weights.py` documents
/// the layout, with a slow, plain forward pass.
package struct SmallEncoder {
  /// A matrix of outputs × inputs as it is stored, with a bias for each output.
  private struct Dense {
    var outputs: Int
    var inputs: Int
    var numbers: [Int8]
    /// 16-bit floats, one for each 32 numbers, all of them 2⁻¹⁰ or 2⁻⁹.
    var scales: [UInt16]
    var bias: [Float]

    init(_ outputs: Int, _ inputs: Int, _ random: inout SplitMix64) {
      (self.outputs, self.inputs) = (outputs, inputs)
      numbers = (0..<outputs * inputs).map { _ in Int8.random(in: -127...127, using: &random) }
      scales = (0..<outputs * inputs / 32).map { _ in Bool.random(using: &random) ? 0x1400 : 0x1800
      }
      bias = (0..<outputs).map { _ in Float.random(in: -0.1..<0.1, using: &random) }
    }

    func weight(_ output: Int, _ input: Int) -> Double {
      let place = output * inputs + input
      return Double(numbers[place]) / (scales[place / 32] == 0x1400 ? 1024 : 512)
    }

    func apply(_ input: [Double]) -> [Double] {
      (0..<outputs).map { output in
        (0..<inputs).reduce(Double(bias[output])) { $0 + weight(output, $1) * input[$1] }
      }
    }
  }

  private struct Normalization {
    var scale: [Float]
    var shift: [Float]

    init(_ size: Int, _ random: inout SplitMix64) {
      scale = (0..<size).map { _ in Float.random(in: 0.5..<1.5, using: &random) }
      shift = (0..<size).map { _ in Float.random(in: -0.5..<0.5, using: &random) }
    }

    func apply(_ input: [Double]) -> [Double] {
      let mean = input.reduce(0, +) / Double(input.count)
      let variance = input.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(input.count)
      return input.indices.map {
        (input[$0] - mean) / (variance + 1e-12).squareRoot() * Double(scale[$0]) + Double(shift[$0])
      }
    }
  }

  private struct Layer {
    var attention: [Dense]
    var afterAttention: Normalization
    var inner: Dense
    var outer: Dense
    var afterInner: Normalization
  }

  private let vocabulary: [String]
  private let heads: Int
  private let size: Int
  private let inner: Int
  private let longest: Int
  private let words: Dense
  private let positions: Dense
  private let normalization: Normalization
  private let layers: [Layer]

  /// Makes an encoder; the sizes must be those that an encoder accepts.
  package init(
    vocabulary: [String], heads: Int = 2, size: Int = 64, inner: Int = 96, layers: Int = 2,
    longest: Int = 40, seed: UInt64 = 1
  ) {
    var random = SplitMix64(seed: seed)
    (self.vocabulary, self.heads, self.size) = (vocabulary, heads, size)
    (self.inner, self.longest) = (inner, longest)
    words = Dense(vocabulary.count, size, &random)
    positions = Dense(longest, size, &random)
    normalization = Normalization(size, &random)
    self.layers = (0..<layers).map { _ in
      Layer(
        attention: (0..<4).map { _ in Dense(size, size, &random) },
        afterAttention: Normalization(size, &random), inner: Dense(inner, size, &random),
        outer: Dense(size, inner, &random), afterInner: Normalization(size, &random))
    }
  }

  // MARK: Bytes

  /// The file.
  package var bytes: Data {
    var rest = Data()
    func add(_ part: Data) {
      rest += part
      rest += Data(count: (64 - rest.count % 64) % 64)
    }
    func little<Number>(_ numbers: [Number]) -> Data { numbers.withUnsafeBytes { Data($0) } }
    func add(_ dense: Dense, bias: Bool = true) {
      add(little(dense.scales))
      add(little(dense.numbers))
      if bias { add(little(dense.bias)) }
    }
    func add(_ normalization: Normalization) {
      add(little(normalization.scale))
      add(little(normalization.shift))
    }
    let numbers = [layers.count, heads, size, inner, vocabulary.count, longest]
    // With the magic and the checksum, the header has 64 bytes.
    let head = little(numbers.map { UInt32($0) })
    let header = head + Data(count: 48 - head.count)
    add(words, bias: false)
    add(positions, bias: false)
    add(normalization)
    for layer in layers {
      for dense in layer.attention { add(dense) }
      add(layer.afterAttention)
      add(layer.inner)
      add(layer.outer)
      add(layer.afterInner)
    }
    var starts = [UInt32(0)]
    for word in vocabulary { starts.append((starts.last ?? 0) + UInt32(word.utf8.count)) }
    add(little(starts))
    rest += Data(vocabulary.joined().utf8)
    var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in header + rest { checksum = (checksum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Data("PLENCOD1".utf8) + little([checksum]) + header + rest
  }

  // MARK: Forward pass

  /// The vector of a text, by the numbers of its pieces.
  package func vector(_ tokens: [UInt32]) -> [Double] {
    var states = tokens.enumerated().map { position, token in
      normalization.apply(
        (0..<size).map { words.weight(Int(token), $0) + positions.weight(position, $0) })
    }
    for layer in layers {
      let parts = layer.attention.prefix(3).map { dense in states.map(dense.apply) }
      let mixed = attend(parts[0], parts[1], parts[2])
      states = zip(states, mixed.map(layer.attention[3].apply)).map {
        layer.afterAttention.apply(zip($0, $1).map(+))
      }
      states = states.map { state in
        let activated = layer.inner.apply(state).map { $0 / 2 * (1 + erf($0 / 2.0.squareRoot())) }
        return layer.afterInner.apply(zip(state, layer.outer.apply(activated)).map(+))
      }
    }
    let sum = (0..<size).map { index in states.reduce(0) { $0 + $1[index] } }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return sum.map { $0 / length }
  }

  private func attend(
    _ query: [[Double]], _ key: [[Double]], _ value: [[Double]]
  ) -> [[Double]] {
    let width = size / heads
    return query.map { query in
      (0..<heads).flatMap { head in
        let range = head * width..<(head + 1) * width
        let scores = key.map { key in
          exp(range.reduce(0) { $0 + query[$1] * key[$1] } / Double(width).squareRoot())
        }
        let total = scores.reduce(0, +)
        return range.map { index in
          zip(scores, value).reduce(0) { $0 + $1.0 * $1.1[index] } / total
        }
      }
    }
  }
}
