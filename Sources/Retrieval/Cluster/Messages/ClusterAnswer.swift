/// An answer of the program that reads or writes shards.
struct ClusterAnswer {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The beginning of the answers to successful requests about shards.
  struct Preamble {
    /// A number that changes whenever the shards may have changed.
    var state: UInt32
    /// The indices of the shards that did not answer.
    var missing: [UInt32]

    /// Reads the beginning of an answer; `nil` if it is an error.
    init?(_ bytes: [UInt8]) {
      var answer = ClusterAnswer(bytes)
      guard answer.bytes.first == 0, let found = try? answer.preamble() else { return nil }
      self = found
    }

    fileprivate init(state: UInt32, missing: [UInt32]) {
      self.state = state
      self.missing = missing
    }
  }

  /// Reads the beginning of an answer of a program that reads shards.
  ///
  /// - Throws: ``IndexError/cluster(detail:)`` if it is an error.
  mutating func preamble() throws(IndexError) -> Preamble {
    guard try byte() == 0 else { throw .cluster(detail: try text()) }
    return Preamble(state: try word(), missing: try words(Int(try word())))
  }

  mutating func byte() throws(IndexError) -> UInt8 {
    guard offset < bytes.count else { throw Self.short }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func word() throws(IndexError) -> UInt32 {
    UInt32(truncatingIfNeeded: try integer(of: 4))
  }

  mutating func double() throws(IndexError) -> Double {
    Double(bitPattern: try integer(of: 8))
  }

  mutating func data() throws(IndexError) -> [UInt8] {
    let count = Int(try word())
    guard offset + count <= bytes.count else { throw Self.short }
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  mutating func text() throws(IndexError) -> String {
    String(decoding: try data(), as: UTF8.self)
  }

  /// Several numbers of 32 bits.
  mutating func words(_ count: Int) throws(IndexError) -> [UInt32] {
    guard offset + count * 4 <= bytes.count else { throw Self.short }
    defer { offset += count * 4 }
    let start = offset
    return bytes.withUnsafeBytes { buffer in
      (0..<count).map {
        UInt32(
          littleEndian: buffer.loadUnaligned(fromByteOffset: start + $0 * 4, as: UInt32.self))
      }
    }
  }

  private mutating func integer(of size: Int) throws(IndexError) -> UInt64 {
    guard offset + size <= bytes.count else { throw Self.short }
    var value: UInt64 = 0
    for index in 0..<size { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    offset += size
    return value
  }

  private static let short = IndexError.cluster(detail: "its answer is incomplete")
}
