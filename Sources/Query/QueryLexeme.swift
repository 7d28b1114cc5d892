/// A token of the query language, as ``QueryGrammar`` reads it.
struct QueryLexeme: Equatable {
  enum Kind: Equatable {
    /// A word, a phrase or a prefix, in a field or not.
    case atom(QueryTree)
    /// A filter term such as `n:>=20`, with its text.
    case limit(FilterValue, String)
    /// An opening parenthesis, with the field before it if there is one.
    case open(QueryField?)
    case close
    /// `+` and `-` before a term.
    case plus, minus
    case not, and, or
    case near(Int)
  }

  var kind: Kind
  /// Unicode scalars before it in the text.
  var position: Int

  /// The operator as typed; `nil` for anything but an operator in capitals.
  var operatorWord: String? {
    switch kind {
    case .not: "NOT"
    case .and: "AND"
    case .or: "OR"
    case .near: "NEAR"
    case .atom, .limit, .open, .close, .plus, .minus: nil
    }
  }

  /// Whether a word could be an operator, judged by its first letter; few words need a closer look.
  static func mayBeOperator(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.first == "N" || word.first == "A" || word.first == "O"
  }

  /// The operator a word stands for; `nil` for any other word.
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
        throw Malformed(
          "“\(word)”", " needs a number from 0 to 1000, as in NEAR/5", at: position)
      }
      return .near(distance)
    }
  }
}

/// A syntax error in a query; its words are then searched as plain words.
struct Malformed: Error, Equatable {
  /// A sentence without its full stop: `Unmatched “)” at character 12`.
  let reason: String

  /// Describes an error.
  ///
  /// - Parameters:
  ///   - subject: what is wrong; the position follows it.
  ///   - rest: the rest of the sentence, with its leading space.
  ///   - position: Unicode scalars before the subject.
  init(_ subject: String, _ rest: String = "", at position: Int) {
    reason = "\(subject) at character \(position + 1)\(rest)"
  }
}
