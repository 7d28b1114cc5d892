import Literature

/// Removes the nesting of HTML, for pages that are nested too deep for the parser.
enum FlatHTML {
  /// Elements that are kept: those of the head, and those whose contents are not text.
  private static let kept: Set<String> = [
    "html", "head", "title", "meta", "link", "script", "style", "body", "br",
  ]

  /// The page with every other tag replaced by the start of a paragraph, which ends the previous
  /// one, so that nothing is nested and all text is kept.
  static func flatten(_ bytes: [UInt8]) -> [UInt8] {
    var flat: [UInt8] = []
    bytes.withUnsafeBytes { bytes in
      var position = 0
      while let open = bytes.first(0x3C, from: position) {
        flat.append(contentsOf: bytes[position..<open])
        position = open
        var index = open + 1
        if index < bytes.count, bytes[index] == 0x2F { index += 1 }
        let start = index
        while index < bytes.count, bytes[index].isLetter || bytes[index].isDigit { index += 1 }
        let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        guard !name.isEmpty else {
          flat.append(0x3C)
          position = open + 1
          continue
        }
        guard let close = bytes.first(0x3E, from: index) else { break }
        if kept.contains(name) {
          flat.append(contentsOf: bytes[open...close])
        } else if flat.suffix(3) != Array("<p>".utf8)[...] {
          flat.append(contentsOf: "<p>".utf8)
        }
        position = close + 1
      }
      flat.append(contentsOf: bytes[position...])
    }
    return flat
  }
}
