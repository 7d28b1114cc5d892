import Literature

/// The beginning and the name of a file, from which its format is recognised.
package struct FileHead {
  /// The number of bytes that are examined.
  package static let length = 1 << 16

  /// Name of the file.
  package var name: FileName
  /// The first bytes, at most ``length``.
  package var bytes: [UInt8]
  /// The first bytes as text, in the encoding that a web page declares; broken bytes are U+FFFD.
  package let text: String
  /// Whether the file is text: it has very few control characters or broken bytes.
  package let isText: Bool

  /// Creates the head of a file from its name and first bytes.
  package init(name: String, bytes: UnsafeRawBufferPointer) {
    self.name = FileName(name)
    self.bytes = Array(bytes.prefix(Self.length))
    let decoded = DecodedText(self.bytes).text
    if Self.isText(decoded) {
      text = decoded
      isText = true
    } else if let encoding = PageEncoding.declared(by: self.bytes) {
      text = CharacterEncoding.decode(self.bytes, from: encoding)
      isText = Self.isText(text)
    } else {
      text = decoded
      isText = false
    }
  }

  /// The text from its first visible character on.
  package var start: Substring { text.drop { $0.isWhitespace } }

  /// The first line that is not empty; empty if there is none.
  var firstLine: Substring { start.prefix { !$0.isNewline } }

  /// Whether a text has very few control characters or broken bytes.
  static func isText(_ text: String) -> Bool {
    text.withBytes { bytes in
      var controls = bytes.count {
        $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0C && $0 != 0x0D
      }
      // All bytes of a scalar except the first have the form 10xxxxxx.
      let scalars = bytes.count { $0 & 0xC0 != 0x80 }
      var broken = bytes.first("\u{FFFD}")
      while let found = broken {
        controls += 1
        broken = bytes.first("\u{FFFD}", from: found + 3)
      }
      return controls * 20 <= scalars
    }
  }

  /// Whether a text of ASCII characters occurs in the first bytes.
  func holds(_ ascii: StaticString) -> Bool { text.holds(ascii) }
}
