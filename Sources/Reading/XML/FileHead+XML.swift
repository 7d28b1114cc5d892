import Literature

extension FileHead {
  /// Name of the root element without prefix, if the file is XML.
  var xmlRoot: Substring? {
    var rest = start.drop { $0 == "\u{FEFF}" }
    while rest.first == "<" {
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") {
        guard let end = rest.firstRange(of: "?>") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<!") {
        guard let end = Self.endOfDeclaration(rest) else { return nil }
        rest = rest[end...]
      } else {
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
        return name.split(separator: ":").last
      }
      rest = rest.drop(while: \.isWhitespace)
    }
    return nil
  }

  /// The end of a document type declaration, including its internal subset.
  private static func endOfDeclaration(_ text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "[": depth += 1
      case "]": depth -= 1
      case ">" where depth <= 0: return text.index(after: index)
      default: break
      }
    }
    return nil
  }

  /// The encoding that the XML declaration names, if it is not UTF-8.
  var xmlEncoding: String? {
    let declaration = start.drop { $0 == "\u{FEFF}" }.utf8.prefix(200).prefix { $0 != 0x3E }
    let name = String(decoding: declaration, as: UTF8.self).withBytes { bytes -> String? in
      guard bytes.begins(with: "<?xml"), let found = bytes.first("encoding=") else { return nil }
      let value = bytes[(found + 9)...]
      guard let quote = value.first, quote == 0x22 || quote == 0x27 else { return nil }
      return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
    }
    guard let name else { return nil }
    let folded = name.uppercased()
    // Files in UTF-16 have already been transcoded, whatever encoding they declare.
    return ["UTF-8", "UTF8", "US-ASCII", "ASCII", ""].contains(folded)
      || folded.hasPrefix("UTF-16") ? nil : name
  }
}
