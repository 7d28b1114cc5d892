import Literature

/// Recognises searches that can't be run: those of platforms whose syntax is not read, and
/// references to lines that are missing.
enum UnreadSyntax {
  /// The mistake; `nil` for any other text.
  ///
  /// - Parameter isStrategy: whether the text has all lines of a strategy.
  static func problem(_ text: String, isStrategy: Bool = false) -> MalformedQuery? {
    // Nearly all queries have none of these, and patterns are slow.
    let hasMark = text.utf8.contains { !$0.isLetter && $0 != UInt8(ascii: " ") }
    let hasPart = (hasMark ? parts : plainParts).contains { text.holds($0) }
    let first = text.utf8.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "(") }
    let hasNumber =
      first.map { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "{") || $0.isDigit } ?? false
    let hasWord = first?.isLetter == true && hasReferenceWords(text)
    guard hasPart || (hasNumber || hasWord) && !isStrategy else { return nil }
    let plain = String(scalars: StrategyText.scalars(text))
    func mistake(_ problem: String, _ fix: String, _ position: String.Index) -> MalformedQuery {
      MalformedQuery(
        text: text, problem: problem, fix: fix,
        position: plain[..<position].unicodeScalars.count)
    }
    if hasPart {
      for (name, pattern) in platforms {
        let matches = plain.matches(of: pattern)
        guard let match = matches.first(where: { !isOwnField(plain, $0.range.lowerBound) }) else {
          continue
        }
        // Before these fields is the end of a term.
        let isAfterTerm = name == "Embase.com and the Cochrane Library"
        let shown =
          isAfterTerm && match.output.0.contains(":")
          ? match.output.0.drop { $0 != ":" } : match.output.0
        if name == lilacs {
          return mistake(
            "Unsupported syntax of \(name), “\(match.output.1)”,",
            "Write the search for another platform, such as PubMed: peer*[tw], \"Peer Group\"[mh].",
            match.output.1.startIndex)
        }
        return mistake(
          "Unsupported syntax of \(name), “\(shown)”,",
          "Translate the search, for example with the Polyglot Search Translator.",
          match.range.lowerBound)
      }
    }
    let search = hasWord ? plain.replacing(LineWords.beforeMissingLine, with: "") : plain
    if hasNumber || hasWord, !isStrategy, !plain.contains(where: \.isNewline),
      refersToLines(search)
    {
      return mistake(
        "The query only refers to other lines", "Paste those lines too, with their numbers.",
        plain.startIndex)
    }
    return nil
  }

  /// Whether a query certainly refers to lines: “24 and 7” may be words.
  private static func refersToLines(_ query: String) -> Bool {
    guard let combination = LineCombination(query[...]) else { return false }
    let isInCapitals = combination.operators.allSatisfy { $0 == $0.uppercased() }
    return combination.hasNoYears
      && combination.references.allSatisfy { $0.mark == "#" || isInCapitals && $0.mark == nil }
  }

  /// Whether a query may refer to lines with words before their numbers: `search 1 AND search 2`.
  private static func hasReferenceWords(_ text: String) -> Bool {
    text.utf8.count <= 200 && text.utf8.contains(where: \.isDigit)
      && (text.holds(" AND ") || text.holds(" OR ") || text.holds(" NOT "))
      && text.contains(LineWords.beforeMissingLine)
  }

  /// The ``parts`` that have only letters.
  private static let plainParts: [StaticString] = [
    "descriptor", "DESCRIPTOR", "in Trials", "in Title Abstract",
  ]

  /// Features that every search of these platforms has.
  private static let parts: [StaticString] =
    plainParts + [
      "'/", "’/", ":ti", ":ab", ":kw", ":de", ":au", ":jt", ":ta", ":lnk", "TI,", "AB,", "SU,",
      "noft(", ".EXACT", ".exact", "ti(", "ab(", "su(", "au(", "[mh ", "[mh^", "/syn", "/exp", "]/",
      "NEXT/", "next/", "in Cochrane ", "ord variations", "tw:", "mh:", "mj:", "db:",
    ]

  /// Whether a field of the query language ends at an index, just before a colon.
  private static func isOwnField(_ text: String, _ last: String.Index) -> Bool {
    let name = text[...last].reversed().prefix { $0.isLetter }.reversed()
    let next = text.index(after: last)
    return next < text.endIndex && text[next] == ":"
      && QueryFieldNames.all.contains(String(name).lowercased())
  }

  private static let lilacs = "LILACS and the Virtual Health Library"

  private static let platforms: [(String, SharedRegex<(Substring, Substring)>)] =
    [
      ("Embase.com", SharedRegex(#/'[^']+'\/(exp|syn|de|mj|br|dm|dd)\b/#)),
      ("Embase.com", SharedRegex(#/\b[a-z]{3,}\/(exp|syn)(?=[\s)]|$)/#)),
      ("Embase.com", SharedRegex(#/(\[[\w \-]+\]\/(?:py|lim|im|sd|pd))\b/#)),
      ("the Cochrane Library", SharedRegex(#/((?i)\bMeSH descriptor:\s*\[[^\]]*\]?)/#)),
      ("the Cochrane Library", SharedRegex(#/(\[mh\s*\^?\s*["\w][^\]]*\]?)/#)),
      (
        "the Cochrane Library",
        SharedRegex(
          #/((?i)\bMeSH descriptor\s[^\n\r:\[]{1,100}?(?:explode (?:all )?trees?|this term only))/#)
      ),
      ("the Cochrane Library", SharedRegex(#/(\(Word variations have been searched\))/#)),
      // The kind of record after a search: “peer near/3 support in Trials”.
      (
        "the Cochrane Library",
        SharedRegex(
          #/\b((?i:near(?:\/\d{1,2})?|next)\s[^\n\r]{1,300}?\sin\s(?:Trials|Cochrane\s(?:Reviews|Protocols)))(?=[\s,(\d]|$)/#
        )
      ),
      (
        "the Cochrane Library",
        SharedRegex(
          #/\b(in Title Abstract Keyword)(?=\s*(?:$|[\n\r)-]|(?:AND|OR|NOT|and|or|not)\b))/#)
      ),
      ("the Cochrane Library", SharedRegex(#/\b(in Trials)(?=\s*\d{0,7}\s*[\n\r]\s*#\d)/#)),
      (
        "Embase.com and the Cochrane Library",
        SharedRegex(#/(\b(?i:next)\/\d{1,2})\b/#)
      ),
      (
        "Embase.com and the Cochrane Library",
        SharedRegex(
          #/[\w*"')]:((?:ti|ab|kw|de|au|jt|ta|lnk)(?:,(?:ti|ab|kw|de|au|jt|ta)){0,8})(?=\.?(?:[\s)]|$))/#
        )
      ),
      (
        "ProQuest",
        SharedRegex(#/\b((?:TI|AB|SU|IF|DIS|FT|AU)(?:,(?:TI|AB|SU|IF|DIS|FT|AU)){1,8})\(/#)
      ),
      // In capitals, a single field is one of EBSCOhost.
      ("ProQuest", SharedRegex(#/\b((?:ti|ab|su|au)(?:,(?:ti|ab|su|au|if|ft)){0,8})\(/#)),
      (lilacs, SharedRegex(#/(?:^|[\s("])((?:tw|mh|mj|db):)(?=\s?[("]|\w)/#)),
      ("ProQuest", SharedRegex(#/\b(noft|[A-Za-z]{2,12}\.(?i:exact(?:\.explode)?))\(/#)),
    ]
}
