import Literature

/// Opioids and other drugs that relieve pain: a trial of anaesthesia that counts the opioids given
/// after surgery is not about opioid use, and one of ketamine is not about substance use.
struct OpioidAnalgesia {
  private let numbers = ["opioid-use", "substance-use"].map {
    Vocabulary.standard.number(of: $0, in: .condition) ?? -1
  }

  /// Whether a document names pain, its relief or surgery, and nothing that opioids are used for
  /// otherwise.
  func isPainRelief(in document: ScannedDocument) -> Bool {
    let contexts = document.tables.contexts
    var isNamed = false
    for text in [document.title, document.text] {
      for match in text.matches {
        if contexts.opioidDependence[Int(match.phrase)] { return false }
        if contexts.painRelief[Int(match.phrase)] { isNamed = true }
      }
    }
    return isNamed
  }

  /// Whether a mention names the use of opioids or of other drugs.
  func isNamed(by mention: Mention, in document: ScannedDocument) -> Bool {
    numbers.contains(document.tables.traits[mention.phrase].number)
  }
}
