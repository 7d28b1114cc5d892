/// The codes of a facet that a document names together in a list: "schizophrenia or bipolar
/// disorder", "diabetes, asthma and cancer".
///
/// Members of a list are usually all meant, or none.
struct ListedCodes {
  /// The codes that share a list with each code, as bits, both in the order of the facet's codes.
  private(set) var partners: [UInt64]

  /// The maximum number of words between two members: "bipolar disorder, or a psychosis".
  private static let most = 3
  private static let joiners: WordClasses = [.joiner, .alternative]
  private static let ends: ScannedWord.Gap = [.period, .question, .colon, .semicolon, .paragraph]

  /// - Parameter mentions: the mentions of a facet, those of the title first, each in word order.
  init(_ mentions: [Mention], tree: CodeTree, in document: ScannedDocument) {
    precondition(tree.count <= UInt64.bitWidth, "a facet has at most 64 codes")
    partners = Array(repeating: 0, count: tree.count)
    for (left, right) in zip(mentions, mentions.dropFirst()) {
      let first = tree.place(of: document.tables.traits[left.phrase].number)
      let second = tree.place(of: document.tables.traits[right.phrase].number)
      guard first != second, Self.isList(left, right, in: document) else { continue }
      partners[first] |= 1 << UInt64(second)
      partners[second] |= 1 << UInt64(first)
    }
  }

  /// Whether only a few words with "and", "or", a comma or a slash are between two mentions.
  private static func isList(_ left: Mention, _ right: Mention, in document: ScannedDocument)
    -> Bool
  {
    let next = left.words.upperBound + 1
    guard left.inTitle == right.inTitle, left.sentence == right.sentence,
      right.words.lowerBound >= next, right.words.lowerBound - next <= most
    else { return false }
    let text = document.part(inTitle: left.inTitle)
    var isJoined = false
    for word in next...right.words.lowerBound {
      let gap = text.words[word].gap
      if !gap.isDisjoint(with: ends) { return false }
      if !gap.isDisjoint(with: [.comma, .slash]) { isJoined = true }
      if word < right.words.lowerBound,
        !text.classes[word].isDisjoint(with: joiners)
      {
        isJoined = true
      }
    }
    return isJoined
  }
}
