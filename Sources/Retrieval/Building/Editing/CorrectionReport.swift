import Appraisal

/// The result of storing corrections.
public struct CorrectionReport: Sendable, Equatable {
  /// The number of newly stored corrections; the others were already stored.
  public var stored = 0
  /// The ids of the documents that they changed.
  public var documents: [String] = []
  /// Corrections of documents that are not in the index.
  ///
  /// They are applied when the documents are indexed.
  public var unknown: [Correction] = []
}
