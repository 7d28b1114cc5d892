extension ByteStream {
  /// The rest of the stream in UTF-8, without a byte-order mark.
  func inUTF8() -> ByteStream {
    switch ByteOrderMark(peek(4)) {
    case .utf8:
      skip(ByteOrderMark.utf8.length)
      return self
    case .utf16BigEndian: return ByteStream(UTF16Source(self, isBigEndian: true))
    case .utf16LittleEndian: return ByteStream(UTF16Source(self, isBigEndian: false))
    case nil: return self
    }
  }
}
