import Literature

/// Mac OS Roman, in which programs for the Mac exported references before they wrote UTF-8.
enum MacRoman {
  /// The formats that do not say how they are encoded.
  private static let extensions: Set<String> = [
    "ris", "bib", "csv", "tsv", "txt", "nbib", "enw", "ciw",
  ]

  /// Bytes that are accented letters here, and in Windows-1252 nothing or a capital that does not
  /// follow a small letter.
  private static let letters: Set<UInt8> = [0x8A, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9F]

  /// Bytes that are accented letters or an apostrophe here, and in Windows-1252 marks that are
  /// never within a word, or a capital.
  private static let lettersInWords: Set<UInt8> = [
    0x87, 0x88, 0x89, 0x8B, 0x98, 0x99, 0x9B, 0xD5,
  ]

  /// Whether a file is probably in this encoding.
  static func isLikely(_ head: FileHead) -> Bool {
    extensions.contains(head.name.extension) && !head.bytes.contains(0)
      && Packing(head.bytes) == nil && isLikely(head.bytes)
  }

  /// Whether bytes are neither UTF-8 nor Windows-1252: at least two of them make sense only here,
  /// and none only there.
  private static func isLikely(_ bytes: [UInt8]) -> Bool {
    var found = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      if (0xC2...0xF4).contains(byte), after & 0xC0 == 0x80 { return false }
      let isInWord = before.isLetter && isSmall(after)
      if isInWord, byte >= 0xDF { return false }
      if letters.contains(byte), isInWord || isSmall(before) { found += 1 }
      if lettersInWords.contains(byte), isInWord { found += 1 }
    }
    return found > 1
  }

  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// The UTF-8 of each byte.
  fileprivate static let table: [[UInt8]] = (0...0xFF).map { (byte: UInt8) in
    guard byte >= 0x80, let conversion = CharacterConversion([byte], from: "macintosh") else {
      return [byte]
    }
    return Array(conversion.text.utf8)
  }
}

/// Converts Mac OS Roman to UTF-8.
struct MacRomanSource: ByteSource {
  private let stream: ByteStream
  private var ready = ConvertedBytes()

  /// Reads the rest of a stream.
  init(_ stream: ByteStream) {
    self.stream = stream
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    if ready.isEmpty {
      var block = [UInt8](repeating: 0, count: 1 << 16)
      let count = block.withUnsafeMutableBytes { stream.read(into: $0) }
      if let failure = stream.failure { throw failure }
      ready.replace(by: block[..<count].flatMap { MacRoman.table[Int($0)] })
    }
    return ready.give(to: buffer)
  }
}
