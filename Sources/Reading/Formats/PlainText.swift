import Literature

/// Text that a person saved, such as a search strategy, from the bytes of its file.
///
/// Unlike the files of a library, it is not repaired, because a wrong character in a search changes
/// its results.
package enum PlainText {
  /// Why the bytes can't be read as text.
  package enum Problem: Error, Equatable {
    /// They are something other than text: `a DOCX file`.
    case notText(String)
    /// They are text in an encoding that is not known.
    case unknownEncoding
  }

  /// Decodes UTF-8, UTF-16 with a byte-order mark, or Windows-1252, and removes the mark.
  ///
  /// - Parameter name: the name of the file, if it has one.
  package static func read(_ bytes: [UInt8], name: String = "") throws(Problem) -> String {
    let head = bytes.withUnsafeBytes { FileHead(name: name, bytes: $0) }
    if let format = otherFormat(head) { throw .notText(format) }
    if let text = decoded(bytes), FileHead.isText(text) { return text }
    let hasControls = bytes.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    if !hasControls { throw .unknownEncoding }
    throw .notText(head.kind == "binary" ? "a binary file" : head.kind)
  }

  /// Whether text is read as Windows-1252, because it is neither UTF-8 nor UTF-16.
  package static func isWindows1252(_ bytes: [UInt8]) -> Bool {
    switch bytes.withUnsafeBytes({ ByteOrderMark($0) }) {
    case .utf16BigEndian, .utf16LittleEndian: false
    case .utf8, nil: String(validating: bytes, as: UTF8.self) == nil
    }
  }

  /// The text without repairs; `nil` if some bytes are invalid in every encoding.
  private static func decoded(_ bytes: [UInt8]) -> String? {
    let decoded = bytes.withUnsafeBytes { DecodedText($0, leastHighBytes: 1) }
    if !decoded.isRepaired { return decoded.text }
    return hasUTF8(bytes) ? nil : CharacterEncoding.undamaged(bytes, from: "windows-1252")
  }

  /// The format of a file that is not plain text, with its article; `nil` if it has no such format.
  private static func otherFormat(_ head: FileHead) -> String? {
    if let reader = marked.first(where: { $0.recognises(head) }) {
      // Letters whose names begin with a vowel, which decide between “a” and “an”.
      let isVowel = reader.format.first.map { "AEFHILMNORSX".contains($0) } ?? false
      return "\(isVowel ? "an" : "a") \(reader.format) file"
    }
    if head.start.hasPrefix("<?xml") { return "an XML file" }
    return Packing(head.bytes) == nil ? nil : "a compressed file"
  }

  /// The readers of formats that are not plain text.
  private static let marked: [any DocumentReader.Type] = Formats.packed + unpacked
  private static let unpacked: [any DocumentReader.Type] = [
    PDFReader.self, RTFReader.self, HTMLReader.self,
  ]

  /// Whether some bytes look like a character of several bytes in UTF-8.
  ///
  /// The text is then probably not in an encoding of single bytes.
  private static func hasUTF8(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { first, second in
      (0xC2...0xF4).contains(first) && second & 0xC0 == 0x80
    }
  }
}
