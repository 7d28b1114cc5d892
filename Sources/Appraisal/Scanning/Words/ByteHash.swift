/// 64-bit FNV-1a over bytes, which identifies a word in the tables of this module.
///
/// Two different words with the same hash would be confused. Among a million words, the probability
/// is below one in thirty million, and the effect would be a wrong phrase.
enum ByteHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static let factor: UInt64 = 0x0000_0100_0000_01B3

  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* factor
  }

  /// Adds a byte of a word in any letter case.
  @inline(__always)
  static func addFolded(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    return add(isCapital ? byte | 0x20 : byte, to: hash)
  }

  /// The hash of a text's bytes.
  static func of(_ text: some StringProtocol) -> UInt64 {
    text.utf8.reduce(seed) { add($1, to: $0) }
  }
}
