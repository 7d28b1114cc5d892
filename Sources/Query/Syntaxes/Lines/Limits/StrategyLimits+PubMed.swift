import Literature

/// Reads PubMed's filters.
extension StrategyLimits {
  /// Reads the publication types among PubMed's filters, which are alternatives; returns the
  /// others.
  ///
  /// If one of them may be a type without an equivalent, the types are not applied, because a
  /// filter without one of its alternatives would exclude what that alternative finds.
  mutating func withoutTypes(_ items: [String]) -> [String] {
    let names = PublicationTypes.rejoined(items.map(\.oneLine), with: ", ")
    let known = names.filter(PublicationTypes.isListed)
    if names.allSatisfy({ known.contains($0) || Self.isNoType($0) }) {
      if !known.isEmpty { types.append(known) }
    } else if !known.isEmpty {
      isWider = true
      notes.append(
        "“\(known.joined(separator: ", "))” and the other publication types were left out, because "
          + "one of these alternatives has no equivalent.")
    }
    return names.filter { !known.contains($0) }
  }

  /// Whether a filter of PubMed is certainly none by publication type: dates, languages, ages,
  /// species, sexes, availability of the text, subsets.
  private static func isNoType(_ name: String) -> Bool {
    name.isEmpty || name.contains(Self.digit) || LanguageName.code(name) != name
      || name.contains(Self.noType)
  }

  // MARK: Patterns

  private static let digit = SharedRegex(#/\d/#)
  private static let noType =
    SharedRegex(
      #/^(?i)(humans|(other )?animals|(fe)?male|newborn|infant|child|adolescent|.*\b(adult|aged)\b.*|abstract|(free )?full text|associated data|medline|.*\bjournals?|exclude preprints|sort by:.*|- schema:.*)$/#
    )
}
