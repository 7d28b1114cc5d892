/// What can go wrong when text is analysed.
public enum AnalysisError: Error, Equatable {
  /// There is no Snowball stemmer of this name.
  case unknownLanguage(String)
}
