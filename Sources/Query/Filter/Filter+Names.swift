import Literature

/// The conditions on single facets by name, for code that needs only one.
extension Filter {
  /// Study designs.
  public var method: CodeFilter {
    get { self[codes: .method] }
    set { self[codes: .method] = newValue }
  }

  /// Where the study took place.
  public var setting: CodeFilter {
    get { self[codes: .setting] }
    set { self[codes: .setting] = newValue }
  }

  /// What health conditions the document is about.
  public var condition: CodeFilter {
    get { self[codes: .condition] }
    set { self[codes: .condition] = newValue }
  }

  /// Number of participants.
  public var sampleSize: NumberFilter {
    get { self[range: .sampleSize] }
    set { self[range: .sampleSize] = newValue }
  }

  /// Year of publication.
  public var year: NumberFilter {
    get { self[range: .year] }
    set { self[range: .year] = newValue }
  }
}
