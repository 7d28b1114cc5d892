import Literature

/// Reads publication types as study designs or as words.
extension StrategyLowering {
  /// A publication type: the equivalent study design if there is one, and the words.
  mutating func type(_ name: String) -> Lowered {
    if !hasOnlyFilters, let code = PublicationTypes.design(name), PublicationTypes.isVague(name) {
      var filter = Filter()
      filter[codes: .method].wanted = [code]
      let key = PublicationType.key(name)
      let tree: QueryTree = .or([.filter(filter), .identifier(.type, key)])
      note("The publication type “\(name)” is read as \(tree.queryText).")
      return Lowered(tree: tree)
    }
    var lowered = Lowered(
      fallback: .phrase(name.split(separator: " ").map(String.init)))
    if let code = PublicationTypes.design(name) {
      lowered.filter[codes: .method].wanted = [code]
      lowered.filterNotes = ["The publication type “\(name)” is read as method:\(code)."]
    } else {
      lowered.filterNotes = [
        "The publication type “\(name)” has no equivalent and was ignored."
      ]
    }
    return lowered
  }
}
