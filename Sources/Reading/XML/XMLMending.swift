import CXML
import Literature

/// Repairs text that is almost XML.
///
/// Exports contain bare ampersands and HTML's named characters, which make an XML parser stop or
/// lose text. Both are rewritten: names defined in HTML become numbers, any other ampersand that
/// begins no predefined entity or character number becomes `&amp;`. Entities that a document
/// declares are never expanded, so they can't be bombs or refer to files.
enum XMLMending {
  /// The bytes with ampersands repaired, or `nil` if nothing needs repair.
  static func mend(_ bytes: [UInt8]) -> [UInt8]? {
    replace(0x26, in: bytes) { position in
      let start = position + 1
      let name = bytes[start...].prefix(32).prefix { $0 != 0x3B && $0 > 0x20 && $0 != 0x26 }
      let isClosed = name.endIndex < bytes.count && bytes[name.endIndex] == 0x3B
      if isClosed, isPredefined(name) { return nil }
      if isClosed, let number = htmlCharacter(name) {
        return ("&#\(number);", name.endIndex + 1)
      }
      return ("&amp;", start)
    }
  }

  /// The bytes with angle brackets repaired that can't begin a tag ("p < 0.05", the "<978" of a
  /// DOI), or `nil` if there are none.
  static func mendBrackets(_ bytes: [UInt8]) -> [UInt8]? {
    replace(0x3C, in: bytes) { position in
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0x20
      return next.isDigit || next.isBlank || next == 0x3D || next == 0x3C
        ? ("&lt;", position + 1) : nil
    }
  }

  /// Replaces some occurrences of a byte that are not in a CDATA section.
  ///
  /// - Parameter replacement: returns the new text for an occurrence and the end of the old one, or
  ///   `nil` to leave it.
  private static func replace(
    _ byte: UInt8, in bytes: [UInt8], with replacement: (Int) -> (text: String, end: Int)?
  ) -> [UInt8]? {
    var mended: [UInt8] = []
    var copied = 0
    var position = 0
    var sections = CDATASections()
    while let found = bytes.withUnsafeBytes({ $0.first(byte, from: position) }) {
      position = found + 1
      guard let (text, end) = replacement(found) else { continue }
      if let sectionEnd = sections.end(of: found, in: bytes) {
        position = sectionEnd
        continue
      }
      mended.append(contentsOf: bytes[copied..<found])
      mended.append(contentsOf: text.utf8)
      copied = end
      position = end
    }
    guard copied > 0 else { return nil }
    mended.append(contentsOf: bytes[copied...])
    return mended
  }

  private static func isPredefined(_ name: ArraySlice<UInt8>) -> Bool {
    if name.first == 0x23 {
      let digits = name.dropFirst()
      if digits.first == 0x78 {
        return digits.count > 1
          && digits.dropFirst().allSatisfy {
            $0.isDigit || (0x41...0x46).contains($0 & 0xDF)
          }
      }
      return !digits.isEmpty && digits.allSatisfy(\.isDigit)
    }
    return ["amp", "lt", "gt", "quot", "apos"].contains { name.elementsEqual($0.utf8) }
  }

  private static func htmlCharacter(_ name: ArraySlice<UInt8>) -> UInt32? {
    guard name.allSatisfy({ $0.isDigit || $0.isLetter }) else { return nil }
    let terminated = Array(name) + [0]
    return terminated.withUnsafeBufferPointer { htmlEntityLookup($0.baseAddress)?.pointee.value }
  }
}

/// The CDATA sections of a document, in which all characters are literal.
///
/// Positions must be looked up in ascending order, so that the document is searched only once.
private struct CDATASections {
  private var next: Range<Int>? = 0..<0

  /// The end of the section that contains a position; `nil` if no section contains it.
  mutating func end(of position: Int, in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in
      while let section = next, section.upperBound <= position {
        next = bytes.first("<![CDATA[", from: section.upperBound).map { start in
          start..<(bytes.first("]]>", from: start + 9) ?? bytes.count)
        }
      }
    }
    guard let section = next, section.contains(position) else { return nil }
    return section.upperBound
  }
}
