/// Single facets by name, for code that needs only one.
extension Facets {
  /// Study designs: codes of the vocabulary's `method`.
  public var method: [FacetValue<String>] {
    get { self[codes: .method] }
    _modify { yield &self[codes: .method] }
  }

  /// Where the study took place: codes of the vocabulary's `setting`.
  public var setting: [FacetValue<String>] {
    get { self[codes: .setting] }
    _modify { yield &self[codes: .setting] }
  }

  /// What health conditions the document is about: codes of the vocabulary's `condition`.
  public var condition: [FacetValue<String>] {
    get { self[codes: .condition] }
    _modify { yield &self[codes: .condition] }
  }

  /// Number of human participants, at least 0.
  public var sampleSize: [FacetValue<Int>] {
    get { self[counts: .sampleSize] }
    _modify { yield &self[counts: .sampleSize] }
  }

  /// Number of studies that a review includes.
  public var includedStudies: [FacetValue<Int>] {
    get { self[counts: .includedStudies] }
    _modify { yield &self[counts: .includedStudies] }
  }
}
