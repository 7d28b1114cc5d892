import CAnalysis

/// The names and versions that determine the terms of a text.
///
/// An index records them, so that opening it detects whether it was built by a different analyzer.
public struct AnalyzerIdentity: Sendable, Codable, Equatable, Hashable, CustomStringConvertible {
  /// Version of this package's own rules: joined forms, spellings, exceptions.
  public let analyzer: Int
  /// The Snowball language, such as `english`.
  public let language: String
  /// Version of ICU, such as `72.1`.
  public let icu: String
  /// Version of Unicode that this ICU supports, such as `15.0`.
  public let unicode: String
  /// Version of libstemmer, such as `2.2.0`; if its behaviour is not recognised, `unknown-` and a
  /// fingerprint of it.
  public let stemmer: String

  /// The identity of this build's analyzer for a Snowball language.
  public init(language: String = "english") {
    analyzer = PL_ANALYZER_VERSION
    self.language = language
    icu = String(cString: pl_icu_version())
    unicode = String(cString: pl_unicode_version())
    stemmer = String(cString: pl_stemmer_version())
  }

  /// Human-readable: `analyzer 1 for english (ICU 72.1, Unicode 15.0, Snowball 2.2.0)`.
  public var description: String {
    "analyzer \(analyzer) for \(language) (ICU \(icu), Unicode \(unicode), Snowball \(stemmer))"
  }
}
