import Analysis
import Literature

/// Finds the tags of PubMed that were meant by others.
enum PubMedTags {
  /// The tag that has the same letters, or that is often written in another way: `tiab` for
  /// `ti/ab`; `nil` for any other name.
  static func same(as typed: String) -> String? {
    let letters = letters(typed)
    return letters.count < 4 ? nil : slips[letters] ?? names[letters]
  }

  /// The most similar tag; `nil` if none is similar.
  static func nearest(to typed: String) -> String? {
    if let same = same(as: typed) { return same }
    let letters = letters(typed)
    guard letters.count > 2 else { return nil }
    // A tag that is shortened: `[auth]`.
    let longer = names.keys.filter { $0.hasPrefix(letters) }
    let close =
      longer.min { ($0.count, $0) < ($1.count, $1) }
      ?? EditDistance.nearest(
        to: letters, among: names.keys.filter { $0.count > 2 }.sorted(),
        within: letters.count > 5 ? 2 : 1)
    return close.flatMap { names[$0] }
  }

  /// The tag that a text in parentheses after a term is; `nil` for other texts.
  static func inParentheses(_ typed: String) -> String? {
    let letters = letters(typed)
    return letters == "tiab" || letters == "titleabstract" || short.contains(typed.lowercased())
      ? same(as: typed) ?? typed.lowercased() : nil
  }

  /// Whether a tag is unlikely to be a word, unlike “is” and “all”.
  static func isHardlyWord(_ tag: String) -> Bool { short.contains(tag) || tag == "tiab" }

  // MARK: Slips in text

  /// Whether a text certainly has tags of PubMed, although they have a slip: `peer[ti/ab]`,
  /// `peer[tiab`.
  static func areMeant(in text: String) -> Bool {
    text.contains(unclosed)
      || text.matches(of: bracketed).contains { same(as: String($0.output.1)) != nil }
  }

  /// A possible tag with a slip in plain text, and the tag: `[tittle]` and `title`.
  static func slip(in text: String) -> (typed: String, tag: String)? {
    if let match = text.firstMatch(of: parenthesised) {
      return (String(match.output.1), same(as: String(match.output.1)) ?? "tiab")
    }
    for match in text.matches(of: bracketed) {
      guard let tag = nearest(to: String(match.output.1)) else { continue }
      return ("[\(match.output.1)]", tag)
    }
    return nil
  }

  // MARK: Names

  private static func letters(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Whether a tag is so often a word or an ending in brackets (“support[ed]”, “Peers [book]”) that
  /// PubMed is not recognised by it.
  static func isWord(_ tag: String) -> Bool { words.contains(tag) }

  private static let words: Set<String> = [
    "book", "ed", "editor", "issue", "pagination", "publisher", "volume",
  ]

  /// The tags by their letters.
  private static let names: [String: String] = Dictionary(
    StrategyFields.pubmedTags.filter { !isWord($0) }.map { (letters($0), $0) },
    uniquingKeysWith: { first, _ in first })

  /// Names that are often written in place of tags, by their letters.
  private static let slips = [
    "titleabs": "tiab", "titlabs": "tiab", "titleab": "tiab", "tiabs": "tiab", "abti": "tiab",
    "abstracttitle": "tiab", "titleorabstract": "tiab", "titleandabstract": "tiab",
    "tiabkw": "tiab", "titleabstractkeyword": "tiab", "meshheading": "mesh",
    "meshheadings": "mesh", "meshmajor": "majr",
  ]

  /// Tags that are unlikely to be words.
  private static let short: Set<String> = [
    "ti", "ab", "tw", "mh", "mesh", "mesh terms", "majr", "pt", "ptyp", "dp", "pdat",
  ]

  // MARK: Patterns

  /// A text in brackets directly after a word.
  private static let bracketed = SharedRegex(#/["\w*)]\[([A-Za-z][A-Za-z \/:,.&+_-]{1,24})\]/#)
  /// A tag without its last bracket.
  private static let unclosed =
    SharedRegex(
      #/["\w*)]\[(?i:tiab|ti|ab|tw|mh|mesh|majr|ptyp|pt|pdat|dp|1au|au|ta|ot|title\/abstract|mesh terms)(?=[)}>\s]|$)(?![^\[\]]*\])/#
    )
  private static let parenthesised =
    SharedRegex(#/[\w*"]\s?(\((?i:tiab|ti\/ab|title\/abstract)\))/#)
}
