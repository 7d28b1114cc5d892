import Literature

/// Limits on markup for which libxml2 takes quadratic time.
///
/// libxml2 compares each attribute of an element with all earlier ones. No real element has more
/// than a few dozen, so the rest of a longer list is dropped before parsing.
enum MarkupLimits {
  /// Maximum number of attributes of an element.
  static let attributes = 256
  /// A tag shorter than this, in bytes, is not examined.
  private static let shortest = 1024

  /// The bytes without attributes beyond the limit, or `nil` if no element exceeds it.
  static func apply(_ bytes: [UInt8]) -> [UInt8]? {
    var limited: [UInt8] = []
    var copied = 0
    bytes.withUnsafeBytes { bytes in
      var position = 0
      while let open = bytes.first(0x3C, from: position) {
        position = open + 1
        guard position < bytes.count, bytes[position].isLetter,
          bytes.first(0x3E, from: position, before: min(bytes.count, open + shortest)) == nil
        else { continue }
        let tag = Tag(bytes, from: position)
        position = tag.end
        guard let cut = tag.cut else { continue }
        limited.append(contentsOf: bytes[copied..<cut])
        copied = tag.end
      }
      if copied > 0 { limited.append(contentsOf: bytes[copied...]) }
    }
    return copied > 0 ? limited : nil
  }

  /// A tag: its end, and the point where its attributes exceed the limit.
  private struct Tag {
    /// Index of its closing bracket, or the end of the text.
    var end: Int
    var cut: Int?

    init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
      end = start
      var count = 0
      var quote: UInt8?
      var isInWord = true
      while end < bytes.count {
        let byte = bytes[end]
        if let mark = quote {
          if byte == mark { quote = nil }
        } else if byte == 0x3E {
          return
        } else if byte.isBlank {
          isInWord = false
        } else {
          if byte == 0x22 || byte == 0x27, bytes[end - 1] == 0x3D { quote = byte }
          if !isInWord {
            isInWord = true
            count += 1
            if count > MarkupLimits.attributes, cut == nil { cut = end }
          }
        }
        end += 1
      }
    }
  }
}
