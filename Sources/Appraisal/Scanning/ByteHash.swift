/// FNV-1a over bytes, 64 bits: the name of a word in the tables of this module.
///
/// Two different words of the same hash would be taken for one; among a million words the chance
/// is below one in thirty million, and the harm a wrong phrase.
enum ByteHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static let factor: UInt64 = 0x0000_0100_0000_01B3

  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* factor
  }

  /// The hash of a text's bytes.
  static func of(_ text: some StringProtocol) -> UInt64 {
    text.utf8.reduce(seed) { add($1, to: $0) }
  }
}
