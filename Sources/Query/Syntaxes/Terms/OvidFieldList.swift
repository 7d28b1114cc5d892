import Literature

/// A list of Ovid's fields after a term, as it may be written: correctly, `.ti,ab.`, or with a slip
/// such as `.ti,ab,`, `,ti,ab.`, ` ti,ab.`, `.ti.ab.`, `.ti ,ab.` or `.tiab.`.
struct OvidFieldList {
  /// The codes of the fields.
  private(set) var codes: [String] = []
  /// The index after it.
  let end: Int
  /// Whether Ovid reads it.
  let isCorrect: Bool

  /// The list as Ovid reads it.
  var corrected: String { ".\(codes.joined(separator: ","))." }

  /// Reads the list that begins at an index; `nil` if none does.
  ///
  /// Looks only a few characters ahead, so that a whole text is read in linear time.
  init?(_ text: [Unicode.Scalar], at start: Int) {
    guard start > 0, Self.canFollow(text[start - 1], text[start]) else { return nil }
    var index = start
    var isCorrect = true
    var first = ""
    var isTyped = true
    while codes.count < Self.mostCodes,
      let part = Self.part(text, at: index, isFirst: codes.isEmpty)
    {
      if codes.isEmpty { first = part.mark }
      // “vitamin ab.tw.” is a term and its field.
      if !codes.isEmpty, first.first != ".", part.mark.first != "," { break }
      isCorrect = isCorrect && part.isCorrect
      isTyped = isTyped && part.isStrong
      codes += part.codes
      index = part.end
    }
    var end = isCorrect ? index : Self.spacedPoint(text, at: index) ?? index
    while end < text.count, ".,;:".unicodeScalars.contains(text[end]) { end += 1 }
    guard !codes.isEmpty, end == text.count || Self.isEnd(text[end]) else { return nil }
    let tail = text[index..<end].first
    self.end = end
    self.isCorrect = isCorrect && (tail == nil || tail == ".")
    if self.isCorrect || first == "." { return }
    // Without the leading point, or with other slips as well, it may be ordinary words.
    guard isTyped else { return nil }
    switch first.first {
    case ".": if codes.count < 2, tail != "." { return nil }
    case ",":
      if tail != "." || codes.count < 2 && first != "," { return nil }
      if Self.isInList(text, at: start) { return nil }
    case nil: if codes.count < 2, tail != "." { return nil }
    default:
      // A point after the space begins another list.
      if !first.allSatisfy({ $0 == " " || $0 == "," }) { return nil }
      let isPlain = codes.count < 2 && !(tail == "." && Self.hardlyWords.contains(codes[0]))
      if isPlain || tail != nil && tail != "." { return nil }
    }
  }

  /// More codes than any list has.
  private static let mostCodes = 32

  // MARK: Parts

  /// A mark and the name of a field after it.
  private struct Part {
    let mark: String
    let codes: [String]
    let end: Int
    let isCorrect: Bool
    /// Whether the codes are in lower case and unlikely to be words.
    let isStrong: Bool
  }

  private static func part(_ text: [Unicode.Scalar], at start: Int, isFirst: Bool) -> Part? {
    let next = text[start...].prefix(4).prefix { ".,;:/&+ ".unicodeScalars.contains($0) }.endIndex
    let mark = String(scalars: text[start..<next])
    let end = text[next...].prefix(13).prefix(while: QueryCharacters.isASCIILetter).endIndex
    let typed = String(scalars: text[next..<end])
    let codes = codes(typed.lowercased())
    if codes.isEmpty || !isFirst && mark.isEmpty { return nil }
    let isComma = mark.first == "," && mark.dropFirst().allSatisfy { $0 == " " }
    let isList = isFirst ? mark == "." : isComma
    let isStrong = typed == typed.lowercased() && codes.allSatisfy { strong.contains($0) }
    guard isList || isStrong || !mark.contains(" ") && !isFirst else { return nil }
    guard end == text.count || !continuesWord(text[end]) else { return nil }
    // “ab” in “peer.ti ab initio” is a word.
    if mark.contains(" "), !mark.contains(","), end < text.count,
      !".,)".unicodeScalars.contains(text[end]), spacedPoint(text, at: end) == nil
    {
      return nil
    }
    return Part(
      mark: mark, codes: codes, end: end, isCorrect: isList && codes == [typed.lowercased()],
      isStrong: isStrong)
  }

  /// The codes that a name means: itself, `ti` for `title`, `ti` and `ab` for `tiab`.
  private static func codes(_ name: String) -> [String] {
    if StrategyFields.meaning(of: name, in: .ovid) != nil { return [name] }
    if let code = names[name] { return [code] }
    guard (4...8).contains(name.count), name.count.isMultiple(of: 2) else { return [] }
    var codes: [String] = []
    var rest = name[...]
    while !rest.isEmpty {
      let code = String(rest.prefix(2))
      guard hardlyWords.contains(code) || code == "ab" else { return [] }
      codes.append(code)
      rest = rest.dropFirst(2)
    }
    return codes
  }

  // MARK: Characters

  /// Whether a list can begin with a character after another.
  private static func canFollow(_ previous: Unicode.Scalar, _ first: Unicode.Scalar) -> Bool {
    let isTerm =
      QueryCharacters.isSearchable(previous) || ")\"*$?#".unicodeScalars.contains(previous)
    switch first {
    case ".": return isTerm || previous == " "
    case ",", " ": return isTerm
    default: return previous == ")" && QueryCharacters.isASCIILetter(first)
    }
  }

  /// The index after a full stop that follows a space and ends a list, `.ti. ab .`; `nil` if none
  /// does.
  private static func spacedPoint(_ text: [Unicode.Scalar], at space: Int) -> Int? {
    guard space + 1 < text.count, text[space] == " ", text[space + 1] == ".",
      space + 2 == text.count || isEnd(text[space + 2])
    else { return nil }
    return space + 2
  }

  /// Whether a name does not end before a character.
  private static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    QueryCharacters.isSearchable(scalar) || "*$?#'-_".unicodeScalars.contains(scalar)
  }

  /// Whether a list can end before a character.
  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    QueryCharacters.isSeparator(scalar) || "()[".unicodeScalars.contains(scalar)
  }

  /// Whether a comma follows a code in a list: `.zz,ti.`, and `:ti,ab.` of Embase.com.
  private static func isInList(_ text: [Unicode.Scalar], at comma: Int) -> Bool {
    let name = text[..<comma].suffix(7).reversed().prefix(while: QueryCharacters.isASCIILetter)
    let before = comma - name.count - 1
    return before >= 0 && ".,:".unicodeScalars.contains(text[before])
  }

  // MARK: Names

  /// Codes that are unlikely to be words.
  private static let hardlyWords: Set<String> = ["ti", "tw", "kf", "kw", "mp"]
  private static let strong = hardlyWords.union(["ab", "hw", "sh", "ot", "af", "nm", "rn", "pt"])
  /// The codes of fields that are written out.
  private static let names = [
    "title": "ti", "titles": "ti", "abstract": "ab", "abstracts": "ab", "keyword": "kw",
    "keywords": "kw", "author": "au", "authors": "au", "journal": "jn",
  ]
}
