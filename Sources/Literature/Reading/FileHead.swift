/// The beginning of a file and its name, from which its format is recognised.
package struct FileHead {
  /// How many bytes are looked at.
  package static let length = 1 << 16

  /// Name of the file.
  package var name: FileName
  /// The first bytes, at most ``length``.
  package var bytes: [UInt8]
  /// The same as text; broken bytes are U+FFFD.
  package let text: String
  /// Whether the file is text: hardly any control characters or broken bytes.
  package let isText: Bool

  /// Looks at a name and first bytes.
  package init(name: String, bytes: UnsafeRawBufferPointer) {
    self.name = FileName(name)
    self.bytes = Array(bytes.prefix(Self.length))
    text = DecodedText(self.bytes).text
    isText = Self.isText(text)
  }

  /// The text from its first visible character on.
  package var start: Substring { text.drop { $0.isWhitespace } }

  private static func isText(_ text: String) -> Bool {
    text.withBytes { bytes in
      var controls = bytes.count {
        $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0C && $0 != 0x0D
      }
      // All bytes of a scalar but the first are of the form 10xxxxxx.
      let scalars = bytes.count { $0 & 0xC0 != 0x80 }
      var broken = bytes.first("\u{FFFD}")
      while let found = broken {
        controls += 1
        broken = bytes.first("\u{FFFD}", from: found + 3)
      }
      return controls * 20 <= scalars
    }
  }

  /// Whether a text of ASCII characters stands in what was looked at.
  func holds(_ ascii: StaticString) -> Bool { text.holds(ascii) }
}

/// A file's name, taken apart.
package struct FileName: Sendable, Equatable {
  /// Name without folders, extension and the extension of a compression.
  package let stem: String
  /// Extension in lower case without the dot and without a compression's; empty when none.
  package let `extension`: String

  /// Extensions that say how a file is packed, not what it is.
  static let packing: Set<String> = ["gz", "xz", "bz2", "zst", "lz4", "z"]

  /// Takes the last part of a path apart.
  package init(_ path: String) {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    var (stem, ending) = Self.split(name)
    if Self.packing.contains(ending) {
      name = stem
      (stem, ending) = Self.split(name)
    }
    self.stem = stem
    self.extension = ending
  }

  private static func split(_ name: String) -> (String, String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    let ending = name[name.index(after: dot)...]
    guard !ending.isEmpty, ending.count <= 8, ending.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return (name, "") }
    return (String(name[..<dot]), ending.lowercased())
  }
}
