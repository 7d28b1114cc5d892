import CAnalysis

/// Names and versions of all that decides which tokens a text gives.
public struct AnalyzerIdentity: Sendable, Equatable, Codable, CustomStringConvertible {
  /// The Snowball language.
  public let language: String
  /// Version of ICU.
  public let icu: String
  /// Version of Unicode that ICU follows.
  public let unicode: String
  /// Version of the Snowball stemmers.
  public let stemmer: String
  /// Version of the analyzer's own rules.
  public let analyzer: Int

  /// The identity of the running program's analyzer.
  public init(language: String = "english") {
    self.language = language
    icu = String(cString: pl_icu_version())
    unicode = String(cString: pl_unicode_version())
    stemmer = String(cString: pl_stemmer_version())
    analyzer = Int(PL_ANALYZER_VERSION)
  }

  /// The identity in one line.
  public var description: String {
    "analyzer \(analyzer) (\(language)), ICU \(icu), Unicode \(unicode), Snowball \(stemmer)"
  }
}
