import CXML

/// Ampersands as XML allows them.
///
/// Exports contain bare ampersands and HTML's named characters, either of which stops an XML parser
/// or loses text. Both are rewritten: names that HTML knows become numbers, any other ampersand
/// that begins no predefined entity or character number becomes `&amp;`. No entity that a document
/// declares is ever expanded, so none can be a bomb or lead to a file.
enum XMLMending {
  /// The bytes with their ampersands mended, or `nil` when there is nothing to mend.
  static func mend(_ bytes: [UInt8]) -> [UInt8]? {
    var mended: [UInt8] = []
    var copied = 0
    var position = 0
    while let ampersand = bytes.withUnsafeBytes({ $0.first(0x26, from: position) }) {
      position = ampersand + 1
      let name = bytes[position...].prefix(32).prefix { $0 != 0x3B && $0 > 0x20 && $0 != 0x26 }
      let isClosed = name.endIndex < bytes.count && bytes[name.endIndex] == 0x3B
      guard !(isClosed && isPredefined(name)), !isInCDATA(bytes, ampersand) else { continue }
      mended.append(contentsOf: bytes[copied..<ampersand])
      if isClosed, let number = htmlCharacter(name) {
        mended.append(contentsOf: "&#\(number);".utf8)
        position = name.endIndex + 1
      } else {
        mended.append(contentsOf: "&amp;".utf8)
      }
      copied = position
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
    guard name.allSatisfy({ $0.isDigit || (0x41...0x5A).contains($0 & 0xDF) }) else { return nil }
    let terminated = Array(name) + [0]
    return terminated.withUnsafeBufferPointer { htmlEntityLookup($0.baseAddress)?.pointee.value }
  }

  /// Whether a position stands in a CDATA section, where ampersands are themselves.
  private static func isInCDATA(_ bytes: [UInt8], _ position: Int) -> Bool {
    let open = Array("<![CDATA[".utf8)
    let window = bytes[max(0, position - 4096)..<position]
    guard let start = window.lastRange(of: open) else { return false }
    return window[start.upperBound...].firstRange(of: Array("]]>".utf8)) == nil
  }
}

extension Collection where Element: Equatable, Index == Int {
  /// Where another collection stands last.
  fileprivate func lastRange(of other: [Element]) -> Range<Int>? {
    guard let first = other.first else { return nil }
    var position = endIndex - other.count
    while position >= startIndex {
      if self[position] == first, self[position..<position + other.count].elementsEqual(other) {
        return position..<position + other.count
      }
      position -= 1
    }
    return nil
  }
}
