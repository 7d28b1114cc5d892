/// A piece of a query's text that the grammar of ``QueryParser`` joins.
struct QueryLexeme: Equatable {
  enum Kind: Equatable {
    /// A word, a phrase or a prefix, in a field or not.
    case atom(QueryTree)
    /// A limit of the filter, with its text.
    case limit(Limit, String)
    /// An opening parenthesis, after a field or not.
    case open(QueryField?)
    case close
    /// `+` and `-` before what follows.
    case plus, minus
    case not, and, or
    case near(Int)
  }

  var kind: Kind
  /// Its first Unicode scalar in the text.
  var position: Int

  /// The operator as typed; `nil` for what is no operator in capitals.
  var operatorWord: String? {
    switch kind {
    case .not: "NOT"
    case .and: "AND"
    case .or: "OR"
    case .near: "NEAR"
    case .atom, .limit, .open, .close, .plus, .minus: nil
    }
  }

  /// Whether a word begins as operators do; few words need be looked at further.
  static func mayBeOperator(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.first == "N" || word.first == "A" || word.first == "O"
  }

  /// The operator that a word in capitals is, `nil` for any other word.
  ///
  /// - Throws: ``Malformed`` for `NEAR/` without a distance from 0 to 1000.
  static func operatorKind(_ word: String, at position: Int) throws(Malformed) -> Kind? {
    switch word {
    case "NOT": return .not
    case "AND": return .and
    case "OR": return .or
    case "NEAR": return .near(10)
    default:
      guard word.hasPrefix("NEAR/") else { return nil }
      let digits = word.dropFirst("NEAR/".count)
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      guard let distance = Int(digits), distance <= 1000 else {
        throw Malformed("“\(word)” needs a number from 0 to 1000, as in NEAR/5", at: position)
      }
      return .near(distance)
    }
  }
}

/// Why a text is no query in the language's own sense, so that its words are searched plainly.
struct Malformed: Error, Equatable {
  /// A sentence without its full stop.
  let reason: String

  init(_ reason: String, at position: Int) {
    self.reason = "\(reason) (character \(position + 1))"
  }
}
