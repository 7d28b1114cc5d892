/// The byte-order marks that show how a text file is encoded.
enum ByteOrderMark: Equatable {
  case utf8, utf16BigEndian, utf16LittleEndian

  /// The mark at the beginning of some bytes, if any.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xEF, 0xBB) where bytes.count >= 3 && bytes[2] == 0xBF: self = .utf8
    case (0xFE, 0xFF): self = .utf16BigEndian
    case (0xFF, 0xFE): self = .utf16LittleEndian
    default: return nil
    }
  }

  /// Its length in bytes.
  var length: Int { self == .utf8 ? 3 : 2 }
}
