import Foundation
import Literature

/// The label of a part of a structured abstract within running text: "METHODS: ".
///
/// Works on bytes because it runs over the text of every record.
struct InlineLabel {
  /// The label as written, without the colon.
  let name: String
  /// The kind of the part.
  let kind: Section.Kind
  /// The range of the label with its colon.
  let bytes: Range<Int>

  /// Maximum length of a label in bytes.
  private static let longest = 48

  /// All labels of a text that are in the table, and that begin the text or follow a sentence.
  static func find(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [InlineLabel] {
    guard let base = bytes.baseAddress else { return [] }
    var labels: [InlineLabel] = []
    var floor = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound,
      let found = memchr(base + position, 0x3A, range.upperBound - position)
    {
      let colon = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      position = colon + 1
      guard position == range.upperBound || bytes[position] <= 0x20 || bytes[position] == 0xC2,
        let start = labelStart(bytes, before: colon, from: floor)
      else { continue }
      let label = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<colon]))
      guard let kind = SectionLabels.kind(of: label) else { continue }
      let name = String(decoding: label, as: UTF8.self)
      labels.append(InlineLabel(name: name, kind: kind, bytes: start..<colon + 1))
      floor = colon + 1
    }
    return labels
  }

  /// The start of a label that may end here: a capital letter at the beginning or after a sentence.
  private static func labelStart(
    _ bytes: UnsafeBufferPointer<UInt8>, before colon: Int, from floor: Int
  ) -> Int? {
    var start = colon
    while start > floor, colon - start <= longest, isLabelByte(bytes[start - 1]) { start -= 1 }
    guard colon - start <= longest else { return nil }
    let open = start == floor || bytes[start - 1] >= 0x80 || endsSentence(bytes[start - 1])
    while start < colon, bytes[start] <= 0x20 { start += 1 }
    guard open, start < colon, bytes[start].isCapital else { return nil }
    return start
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case ".", "?", "!", ")", "]", ":", ";", "\n": true
    default: false
    }
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x20, 0x26...0x29, 0x2C, 0x2D, 0x2F: true
    default: false
    }
  }
}
