import Literature

/// Finds the setting of a study or an intervention.
struct SettingAppraiser: CodeAppraiser {
  let model = CodeModel(.setting)

  /// Every code with a mention, best first.
  func candidates(_ document: ScannedDocument) -> [CodeScores.Candidate] {
    model.candidates(document) { mention in
      // The institution that approved a study is not where it took place.
      !mention.inTitle && document.sentence(of: mention).classes.contains(.ethics)
    }
  }
}
