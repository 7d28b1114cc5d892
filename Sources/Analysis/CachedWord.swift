/// A distinct word in the analyzer's cache.
public struct CachedWord: Sendable, Equatable, Hashable {
  /// The word as written, folded: NFKC case fold, diacritics removed.
  public let folded: String
  /// The stem, which is the term of the index.
  public let term: String

  /// The word by which the index lists it: see ``Acronyms/listed(_:term:)``.
  public var listed: String { Acronyms.listed(folded, term: term) }
}
