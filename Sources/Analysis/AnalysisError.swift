/// An error in the analysis of text.
public enum AnalysisError: Error, Equatable {
  /// There is no Snowball stemmer with this name.
  case unknownLanguage(String)
}
