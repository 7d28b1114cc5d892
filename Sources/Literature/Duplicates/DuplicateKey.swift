import Analysis

/// Something that two records of the same work share.
///
/// Records that share any key are one work: a DOI, a PMID, a PMCID, the number of a registry
/// record, or title, year and first author compared after analysis, so that case, accents,
/// punctuation and word endings make no difference.
public enum DuplicateKey: Sendable, Hashable {
  /// An identifier in a public register.
  case identifier(Identifier)
  /// Terms of the title, year, and surname of the first author.
  case work(title: String, year: Int, author: String)
}

extension DuplicateKey: CustomStringConvertible {
  /// The key as one line of text, for storing.
  public var description: String {
    switch self {
    case .identifier(let identifier): "\(identifier.scheme.rawValue):\(identifier.value)"
    case .work(let title, let year, let author): "work:\(year):\(author):\(title)"
    }
  }
}

extension DuplicateKey {
  /// What stands for the key where many are kept: 64 bits of its hash.
  public var digest: Int64 {
    var hasher = ContentHasher()
    hasher.feed(description)
    return Int64(bitPattern: hasher.finish().low)
  }
}

extension Document {
  /// The keys by which the document is recognised as the same work as another.
  ///
  /// The DOI of a conference abstract identifies nothing, since it is often that of the whole issue.
  /// A title of fewer than four terms ("Editorial") identifies nothing, nor does one without year
  /// or author.
  public func duplicateKeys(_ analyzer: Analyzer) -> [DuplicateKey] {
    var registers: Set<Identifier.Scheme> = [.doi, .pmid, .pmcid, .registry]
    // Databases give the abstracts of a conference the DOI of the supplement that prints them all.
    if type?.lowercased().contains("abstract") ?? false { registers.remove(.doi) }
    var keys = identifiers.filter { registers.contains($0.scheme) }
      .map { DuplicateKey.identifier($0) }
    // Without year and author the title need not be analysed.
    guard let year, let author = authors.first else { return keys }
    let terms = analyzer.tokens(in: title).filter { !$0.isJoined }.map(\.term)
    if terms.count >= 4 {
      let surname = analyzer.tokens(in: AuthorName(author).surname).map(\.folded)
      if !surname.isEmpty {
        keys.append(
          .work(
            title: terms.joined(separator: " "), year: year,
            author: surname.joined(separator: " ")))
      }
    }
    return keys
  }
}
