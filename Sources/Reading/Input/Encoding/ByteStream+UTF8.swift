extension ByteStream {
  /// The rest of the stream in UTF-8, without a byte-order mark.
  func inUTF8() -> ByteStream {
    let mark = ByteOrderMark(peek(4))
    skip(mark?.length ?? 0)
    switch mark ?? Self.order(of: peek(Self.examined)) {
    case .utf16BigEndian: return ByteStream(UTF16Source(self, isBigEndian: true))
    case .utf16LittleEndian: return ByteStream(UTF16Source(self, isBigEndian: false))
    case .utf8, nil: return self
    }
  }

  /// The number of bytes that show whether a file without a byte-order mark is in UTF-16.
  private static let examined = 512

  /// The order of the bytes of UTF-16 without a mark; `nil` for other files.
  ///
  /// Nearly all characters at the beginning of a file of records are ASCII, so every other byte is 0.
  private static func order(of bytes: UnsafeRawBufferPointer) -> ByteOrderMark? {
    let count = bytes.count / 2
    guard count >= 8 else { return nil }
    func isText(_ byte: UInt8) -> Bool {
      (0x20...0x7E).contains(byte) || [0x09, 0x0A, 0x0D].contains(byte)
    }
    func hasMany(zerosAt offset: Int) -> Bool {
      let found = (0..<count).count { pair in
        bytes[2 * pair + offset] == 0 && isText(bytes[2 * pair + 1 - offset])
      }
      return found * 10 >= count * 9
    }
    if hasMany(zerosAt: 1) { return .utf16LittleEndian }
    return hasMany(zerosAt: 0) ? .utf16BigEndian : nil
  }
}
