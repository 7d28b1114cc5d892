/// Facets as keywords, the form in which they leave for reference managers and come back:
/// "peerlit:method=qualitative", "peerlit:sample_size=45".
package enum FacetKeywords {
  private static let prefix = "peerlit:"

  /// The keywords of a document's effective facets.
  package static func keywords(of facets: Facets) -> [String] {
    var words: [String] = []
    func add(_ name: FacetName, _ values: [String]) {
      if values.isEmpty, facets.statedNone.contains(name) {
        words.append("\(prefix)\(name.rawValue)=none")
      }
      words += values.map { "\(prefix)\(name.rawValue)=\($0)" }
    }
    add(.method, Facets.effective(facets.method).map(\.value))
    add(.setting, Facets.effective(facets.setting).map(\.value))
    add(.condition, Facets.effective(facets.condition).map(\.value))
    add(.sampleSize, Facets.effective(facets.sampleSize).map { String($0.value) })
    add(.includedStudies, Facets.effective(facets.includedStudies).map { String($0.value) })
    return words
  }

  /// Takes the facets out of keywords.
  package static func facets(keywords: inout [String], notes: [String]) -> Facets {
    var facets = Facets()
    guard keywords.contains(where: { $0.hasPrefix(prefix) }) else { return facets }
    keywords.removeAll { keyword in
      guard keyword.hasPrefix(prefix) else { return false }
      let parts = keyword.dropFirst(prefix.count).split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let name = FacetName(rawValue: String(parts[0])) else { return false }
      take(String(parts[1]), name, &facets)
      return true
    }
    return facets
  }

  private static func take(_ value: String, _ name: FacetName, _ facets: inout Facets) {
    if value == "none" {
      facets.statedNone.insert(name)
      return
    }
    let evidence = [Evidence.record(value, name.rawValue)]
    switch name {
    case .method: facets.method.append(.init(value, origin: .record, evidence: evidence))
    case .setting: facets.setting.append(.init(value, origin: .record, evidence: evidence))
    case .condition: facets.condition.append(.init(value, origin: .record, evidence: evidence))
    case .sampleSize:
      if let number = Int(value) {
        facets.sampleSize.append(.init(number, origin: .record, evidence: evidence))
      }
    case .includedStudies:
      if let number = Int(value) {
        facets.includedStudies.append(.init(number, origin: .record, evidence: evidence))
      }
    }
  }
}
