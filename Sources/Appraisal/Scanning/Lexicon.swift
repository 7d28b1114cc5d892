/// The words that the tables speak of.
///
/// A table word in lower case stands for itself in any case and for its plural; one that ends in
/// `*` for every word that begins so; one with a capital in it for itself exactly as written
/// ("ED"), and with an `s` after it.
struct Lexicon: Sendable {
  private var exact: [String: UInt32] = [:]
  private var cased: [String: UInt32] = [:]
  private var prefixes: [String: UInt32] = [:]
  private var prefixLengths: Set<Int> = []
  private var classes: [String: WordClasses] = [:]
  private var classPrefixes: [String: WordClasses] = [:]
  private var numbers: [String: Int32] = [:]
  private(set) var symbolCount: UInt32 = 0

  init(words: Table) {
    for row in words.rows {
      if row["class"] == "number" {
        for item in row["words"].split(separator: " ") {
          let parts = item.split(separator: "=")
          if parts.count == 2, let value = Int32(parts[1]) { numbers[String(parts[0])] = value }
        }
        continue
      }
      guard let kind = WordClasses(named: row["class"]) else { continue }
      for word in row["words"].split(separator: " ") {
        if word.hasSuffix("*") {
          let stem = String(word.dropLast())
          classPrefixes[stem, default: []].formUnion(kind)
          prefixLengths.insert(stem.utf8.count)
        } else {
          classes[String(word), default: []].formUnion(kind)
        }
      }
    }
  }

  /// The symbol of a word of a phrase, a new one when it has none yet.
  mutating func symbol(for word: String) -> UInt32 {
    func next(_ known: inout [String: UInt32], _ key: String) -> UInt32 {
      if let symbol = known[key] { return symbol }
      let symbol = symbolCount
      symbolCount += 1
      known[key] = symbol
      return symbol
    }
    if word.hasSuffix("*") {
      let stem = String(word.dropLast())
      prefixLengths.insert(stem.utf8.count)
      return next(&prefixes, stem)
    }
    return word.contains(where: \.isUppercase) ? next(&cased, word) : next(&exact, word)
  }

  /// What is known of a word as written.
  func resolve(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (symbols: [UInt32], classes: WordClasses, number: Int32) {
    guard bytes.count <= 40 else { return ([], [], -1) }
    let written = String(decoding: bytes, as: UTF8.self)
    let folded = written.lowercased()
    var symbols: [UInt32] = []
    var kinds: WordClasses = []
    for form in Self.singulars(of: folded) {
      if let symbol = exact[form] { symbols.append(symbol) }
      kinds.formUnion(classes[form] ?? [])
    }
    if let symbol = cased[written] {
      symbols.append(symbol)
    } else if written.hasSuffix("s"), let symbol = cased[String(written.dropLast())] {
      symbols.append(symbol)
    }
    for length in prefixLengths where length <= folded.utf8.count {
      let stem = String(decoding: folded.utf8.prefix(length), as: UTF8.self)
      if let symbol = prefixes[stem] { symbols.append(symbol) }
      kinds.formUnion(classPrefixes[stem] ?? [])
    }
    return (symbols, kinds, numbers[folded] ?? -1)
  }

  /// The word and what it may be the plural of.
  private static func singulars(of word: String) -> [String] {
    guard word.hasSuffix("s"), word.utf8.count > 3, !word.hasSuffix("ss") else { return [word] }
    var forms = [word, String(word.dropLast())]
    if word.hasSuffix("ies") { forms.append(word.dropLast(3) + "y") }
    let stem = word.dropLast(2)
    if word.hasSuffix("es"), ["s", "x", "z", "ch", "sh", "o"].contains(where: stem.hasSuffix) {
      forms.append(String(stem))
    }
    return forms
  }
}
