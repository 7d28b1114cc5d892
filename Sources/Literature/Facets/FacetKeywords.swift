/// Facets as keywords, as exported to reference managers and imported again:
/// "peerlit:method=qualitative", "peerlit:sample_size=45".
package enum FacetKeywords {
  private static let prefix = "peerlit:"

  /// The keywords of a document's effective facets.
  static func keywords(of facets: Facets) -> [String] {
    FacetName.allCases.flatMap { name in
      facets.texts(name).map { "\(prefix)\(name.rawValue)=\($0)" }
    }
  }

  /// The facets as text, for a note: "Facets: method qualitative; sample size 45".
  static func note(of facets: Facets) -> String? {
    let parts = FacetName.allCases.compactMap { name -> String? in
      let values = facets.texts(name)
      guard !values.isEmpty else { return nil }
      return "\(name.rawValue.replacing("_", with: " ")) \(values.joined(separator: ", "))"
    }
    return parts.isEmpty ? nil : "Facets: \(parts.joined(separator: "; "))"
  }

  /// Whether a line is what ``note(of:)`` writes.
  static func isNote(_ line: some StringProtocol) -> Bool {
    guard line.hasPrefix("Facets: ") else { return false }
    let names = FacetName.allCases.map { $0.rawValue.replacing("_", with: " ") + " " }
    return line.dropFirst(8).split(separator: ";").map { $0.trimmed }.allSatisfy { part in
      names.contains { part.hasPrefix($0) }
    }
  }

  /// Removes the facets from keywords and returns them.
  package static func takeFacets(from keywords: inout [String]) -> Facets {
    guard keywords.contains(where: { $0.utf8.starts(with: prefix.utf8) }) else { return Facets() }
    var values: [FacetName: [String]] = [:]
    keywords.removeAll { keyword in
      guard keyword.utf8.starts(with: prefix.utf8) else { return false }
      let parts = keyword.dropFirst(prefix.count).split(separator: "=", maxSplits: 1)
      guard parts.count == 2,
        let name = FacetName.allCases.first(where: { $0.rawValue == parts[0] })
      else { return false }
      values[name, default: []].append(String(parts[1]))
      return true
    }
    var facets = Facets()
    for (name, texts) in values { facets.add(name, texts, origin: .record) }
    return facets
  }
}
