import Foundation

/// Citation keys that people can type: family name of the first author, year, first word of the
/// title ("vojt2023peer").
///
/// A document from a BibTeX file keeps its key. A key depends only on the document. If an earlier
/// document of the same file has the same key, four characters derived from the document's id are
/// added, the same in every file.
struct BibTeXKeys {
  private var used: Set<String> = []

  /// Words that mean little at the beginning of a title.
  private static let skipped: Set<String> = [
    "a", "an", "the", "on", "of", "in", "at", "to", "for", "and", "by", "with", "from", "is", "are",
    "how", "what", "why", "do", "does", "der", "die", "das", "le", "la", "les", "el", "un", "une",
  ]

  /// The key of a document, different from all earlier keys.
  mutating func key(for reference: Reference) -> String {
    let document = reference.document
    if let own = Self.own(document), used.insert(own).inserted { return own }
    let names = reference.authors + reference.editors
    let name = names.first.map { name in
      name.isWhole
        ? Self.words(name.family).last(where: { !Self.skipped.contains($0) }) ?? ""
        : Self.words(name.family).joined()
    }
    let title = Self.words(document.title).first { !Self.skipped.contains($0) }
    let year = document.year.map(String.init) ?? "nd"
    let parts = [name ?? "", year, title ?? ""]
    var key = parts[0].isEmpty && parts[2].isEmpty ? "record\(year)" : parts.joined()
    if !used.insert(key).inserted {
      var hasher = ContentHasher()
      hasher.feed(document.id)
      let digits = hasher.finish().hexadecimal
      // The whole hash is practically unique; if a file has the same id twice, a number is added.
      let candidates = [4, 8, 32].map { "\(key)-\(digits.prefix($0))" }
      let free = candidates.first { !used.contains($0) }
      key = free ?? (2...).lazy.map { "\(key)-\($0)" }.first { [used] in !used.contains($0) } ?? key
      used.insert(key)
    }
    return key
  }

  /// The key that a document has in the BibTeX file it was read from.
  ///
  /// A record without a key there has an identifier or a hash of its content instead.
  private static func own(_ document: Document) -> String? {
    ([document.source] + document.otherSources).lazy
      .filter { $0.path.lowercased().hasSuffix(".bib") }.compactMap(\.key)
      .first { key in
        !key.isEmpty && !document.id.hasSuffix("-" + key)
          && !document.identifiers.contains { $0.value == key }
          && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.+/".contains($0)) }
      }
  }

  /// The words of a text in ASCII letters and digits, lower case, without accents.
  private static func words(_ text: String) -> [String] {
    let plain = text.lowercased().replacing("’", with: "'").decomposedStringWithCanonicalMapping
    var words = [""]
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
      case "ß": words[words.count - 1] += "ss"
      case "æ": words[words.count - 1] += "ae"
      case "œ": words[words.count - 1] += "oe"
      case "ø": words[words.count - 1] += "o"
      case "ł": words[words.count - 1] += "l"
      case "đ", "ð": words[words.count - 1] += "d"
      case "þ": words[words.count - 1] += "th"
      case "ı": words[words.count - 1] += "i"
      case "'": break
      default:
        if scalar.properties.generalCategory != .nonspacingMark, words.last?.isEmpty == false {
          words.append("")
        }
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
