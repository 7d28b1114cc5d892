import Appraisal

extension Index {
  /// The corrections that people made, in order.
  public func corrections() throws -> [Correction] {
    try use { try CorrectionTable.all($0.reader.database).all }
  }
}
