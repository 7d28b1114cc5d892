import Foundation
import Literature

/// The table of section names, looked up by the bytes of a heading.
///
/// It is searched for every colon in every abstract, and few of these follow a name. So an ASCII
/// heading is folded into a buffer, byte by byte, without creating a string.
struct SectionNames {
  private struct Entry {
    let name: [UInt8]
    let kind: Section.Kind
  }

  /// Names by their hashes.
  private let entries: [UInt64: Entry]

  /// Creates the table from folded names.
  init(_ kinds: [String: Section.Kind]) {
    entries = Dictionary(
      kinds.map { name, kind in
        let name = Array(name.utf8)
        return (name.withUnsafeBytes(Self.hash), Entry(name: name, kind: kind))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The result of a lookup.
  enum Answer {
    /// The heading was looked up.
    case found(Section.Kind?)
    /// The heading must be folded as text: it is not ASCII, or may begin with a number.
    case unknown
  }

  /// Looks up the kind of a section with this heading.
  func kind(of heading: UnsafeRawBufferPointer) -> Answer {
    withUnsafeTemporaryAllocation(byteCount: max(1, heading.count), alignment: 1) { memory in
      guard let length = Self.fold(heading, into: memory) else { return .unknown }
      let name = UnsafeRawBufferPointer(rebasing: memory[..<length])
      guard let entry = entries[Self.hash(name)], entry.name.count == length,
        entry.name.elementsEqual(name)
      else { return .found(nil) }
      return .found(entry.kind)
    }
  }

  /// Writes a heading in lower case, with single spaces and without colons and full stops at its
  /// end; `nil` if the heading is not simple enough.
  private static func fold(
    _ heading: UnsafeRawBufferPointer, into name: UnsafeMutableRawBufferPointer
  ) -> Int? {
    var length = 0
    var isFirstWord = true
    var mayBeNumber = true
    for byte in heading {
      if byte >= 0x80 { return nil }
      if byte.isBlank {
        if length == 0 || name[length - 1] == 0x20 { continue }
        if isFirstWord, mayBeNumber { return nil }
        isFirstWord = false
        name[length] = 0x20
      } else {
        let lower = byte.isCapital ? byte | 0x20 : byte
        if isFirstWord, mayBeNumber { mayBeNumber = isOfNumber(lower) }
        name[length] = lower
      }
      length += 1
    }
    if length > 0, name[length - 1] == 0x20 { length -= 1 }
    while length > 0, name[length - 1] == 0x3A || name[length - 1] == 0x2E { length -= 1 }
    return length
  }

  /// Whether a byte can be part of the number of a heading: "1.2", "(iv)".
  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "0"..."9", ".", "(", ")", ":", "i", "v", "x": true
    default: false
    }
  }

  /// The FNV-1a hash of some bytes.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
