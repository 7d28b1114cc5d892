import Analysis
import Query

extension QueryTree {
  /// Whether a query is typed in capitals throughout, as titles and old strategies are: it has no
  /// small letters, and a word of at least four letters that is not an acronym.
  ///
  /// A query of acronyms (`HIV AIDS`) is not one.
  var isInCapitals: Bool {
    var hasWord = false
    return !hasSmallLetter(&hasWord) && hasWord
  }

  /// Looks at the words up to the first with a small letter.
  private func hasSmallLetter(_ hasWord: inout Bool) -> Bool {
    switch self {
    case .word(let word), .prefix(let word), .wildcard(let word):
      return Self.hasSmallLetter(word, &hasWord)
    case .phrase(let words):
      for word in words {
        if Self.hasSmallLetter(word, &hasWord) { return true }
      }
      return false
    case .identifier, .filter: return false
    case .field(_, let tree), .not(let tree): return tree.hasSmallLetter(&hasWord)
    case .near(_, let parts), .pre(_, let parts), .and(let parts), .or(let parts):
      return Self.hasSmallLetter(parts, &hasWord)
    case .any(let should, let must, let not):
      return Self.hasSmallLetter(should + must + not, &hasWord)
    }
  }

  private static func hasSmallLetter(_ trees: [QueryTree], _ hasWord: inout Bool) -> Bool {
    for tree in trees {
      if tree.hasSmallLetter(&hasWord) { return true }
    }
    return false
  }

  private static func hasSmallLetter(_ word: String, _ hasWord: inout Bool) -> Bool {
    if word.contains(where: \.isLowercase) { return true }
    let parts = word.split { !$0.isLetter }
    if parts.contains(where: { $0.count >= shortestWord && !Acronyms.contains(String($0)) }) {
      hasWord = true
    }
    return false
  }

  private static let shortestWord = 4
}
