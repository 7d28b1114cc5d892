import Literature

/// The study designs that rules name, by their index in ``Vocabulary/entries``.
///
/// Rules compare indexes, because comparing codes for each mention would be slow.
enum StudyDesignNumbers {
  /// Trials that allocate people or groups at random.
  static let randomised = of(["randomised-trial", "cluster-randomised-trial"])

  /// The indexes of some codes, which must be in the vocabulary.
  static func of(_ codes: some Sequence<String>) -> [Int] {
    codes.map { code in
      guard let number = Vocabulary.standard.number(of: code, in: .method) else {
        preconditionFailure("no study design has the code \(code)")
      }
      return number
    }
  }
}
