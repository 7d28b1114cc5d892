extension [FacetDefinition] {
  /// Their nouns as a list in a sentence: "study design, setting and year of publication".
  public var inWords: String { map(\.noun).inWords }

  /// Their names as a list in a sentence: "method, setting and year".
  public var names: String { map(\.name.rawValue).inWords }
}
