import Literature
import Query

/// Reads values as language models write them, if they have only one meaning.
///
///     LenientValue.canonical("since 2015", of: year)          // ">=2015"
///     LenientValue.canonical("randomized", of: method)        // "randomised-trial"
///     LenientValue.canonical("newest", of: .sort)             // "year"
enum LenientValue {
  /// The value as the parameter takes it; any other text is returned as it is, without the white
  /// space around it.
  static func canonical(_ text: String, of parameter: Parameter) -> String {
    let text = text.trimmingSpaces
    return switch parameter.kind {
    case .text: text
    case .flag: flags[text.lowercased()] ?? text.lowercased()
    case .choice(let words): choice(text.lowercased(), words)
    case .integer: bound(text, parameter)
    case .years: years(text.lowercased()) ?? text
    case .codes(let facet): codes(text, facet)
    }
  }

  private static let flags = ["yes": "true", "no": "false", "1": "true", "0": "false"]

  // MARK: Choices

  /// Usual words for the choices of several parameters.
  private static let synonyms = [
    "newest": "year", "latest": "year", "date": "year", "recency": "year",
    "largest": "sample-size", "size": "sample-size", "participants": "sample-size",
    "best": "relevance", "score": "relevance",
  ]

  private static func choice(_ text: String, _ words: [String]) -> String {
    let joined = text.split { $0 == " " || $0 == "_" }.joined(separator: "-")
    let facet = FacetDefinition.axes.first { $0.label.lowercased() == text }?.name.rawValue
    let singular = joined.hasSuffix("s") ? String(joined.dropLast()) : joined
    let meant = [text, joined, singular, synonyms[joined] ?? "", facet ?? ""]
    return meant.first { words.contains($0) } ?? text
  }

  // MARK: Codes

  /// The codes of a list, each after a hyphen if it is excluded.
  private static func codes(_ text: String, _ facet: FacetName) -> String {
    let parts = text.split(separator: ",").map(\.trimmingSpaces).filter { !$0.isEmpty }
    return parts.map { part in
      guard let excluded = FilterValueParser.excluded(part[...]) ?? negated(part) else {
        return code(part, facet)
      }
      return CodeFilter.exclusion + code(String(excluded), facet)
    }.joined(separator: ",")
  }

  /// The code after “not” or an exclamation mark instead of a hyphen.
  private static func negated(_ part: String) -> Substring? {
    ["not ", "!"].first { part.lowercased().hasPrefix($0) }.map { part.dropFirst($0.count) }
  }

  /// The code that a word means; a word with which only one code begins is that code.
  private static func code(_ typed: String, _ facet: FacetName) -> String {
    if (try? FilterValueParser().value(of: facet, typed)) != nil { return typed }
    // Codes are in British spelling.
    let word = typed.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: "-")
      .replacing("iz", with: "is")
    let near = Vocabulary.standard.codes(of: facet).filter {
      $0 == word || $0.hasPrefix(word + "-")
    }
    return near.count == 1 ? near[0] : typed
  }

  // MARK: Numbers

  /// The number of a minimum such as `>100` or `100+`, or of a maximum such as `<=50`.
  private static func bound(_ text: String, _ parameter: Parameter) -> String {
    let bounds = FacetDefinition.counts.map { Parameter.bounds(of: $0.name).map(\.name) }
    let isLeast = bounds.contains { $0.first == parameter.name }
    let isMost = bounds.contains { $0.last == parameter.name }
    let signs: [(sign: String, change: Int)] =
      isLeast
      ? [(">=", 0), ("≥", 0), (">", 1)] : isMost ? [("<=", 0), ("≤", 0), ("<", -1)] : []
    for (sign, change) in signs where text.hasPrefix(sign) {
      let digits = text.dropFirst(sign.count).trimmingSpaces
      guard let number = whole(digits) else { return text }
      return String(number + change)
    }
    if isLeast, text.hasSuffix("+"), let number = whole(String(text.dropLast())) {
      return String(number)
    }
    return text
  }

  /// A whole number in at most nine digits.
  private static func whole(_ digits: String) -> Int? {
    digits.utf8.count <= 9 && digits.utf8.allSatisfy(\.isDigit) ? Int(digits) : nil
  }

  // MARK: Years

  private static let beginnings = [
    ("since ", ">="), ("from ", ">="), ("between ", ">="), ("after ", ">"), ("before ", "<"),
    ("until ", "<="), ("up to ", "<="),
  ]
  private static let connectors: Set<String> = ["..", "-", "–", "—", "to", "and", "until"]
  private static let openEnds: Set<String> = [
    "..", "-", "–", "—", "+", "onward", "onwards", "or later", "and later", "to present",
    "to now", "-present", "- present", "–present",
  ]

  /// A range as the parameter takes it; `nil` if the text is none of the usual forms.
  private static func years(_ text: String) -> String? {
    let beginning = beginnings.first { text.hasPrefix($0.0) }
    let rest = text.dropFirst(beginning?.0.count ?? 0)
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    let numbers = rest.split { !isDigit($0) }
    guard let first = numbers.first, let last = numbers.last,
      numbers.allSatisfy({ $0.count == 4 })
    else { return nil }
    let head = rest[..<first.startIndex].trimmingSpaces
    let tail = rest[last.endIndex...].trimmingSpaces
    switch numbers.count {
    case 2 where head.isEmpty && tail.isEmpty && [">=", nil].contains(beginning?.1):
      let middle = rest[first.endIndex..<last.startIndex].trimmingSpaces
      return connectors.contains(middle) ? "\(first)..\(last)" : nil
    case 1 where head.isEmpty && tail.isEmpty: return beginning.map { "\($0.1)\(first)" }
    case 1 where head.isEmpty && openEnds.contains(tail): return "\(first).."
    case 1 where tail.isEmpty && ["-", "–", "—"].contains(head): return "..\(first)"
    default: return nil
    }
  }
}
