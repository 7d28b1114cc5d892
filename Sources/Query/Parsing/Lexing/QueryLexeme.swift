import Literature

/// A lexeme of the query language, as ``QueryGrammar`` reads it.
struct QueryLexeme: Equatable {
  enum Kind: Equatable {
    /// A word, a phrase or a prefix, with or without a field.
    case atom(QueryTree)
    /// A filter term such as `n:>=20`, with its text.
    case limit(FilterValue, String)
    /// An opening parenthesis, with the field before it if there is one.
    case open(QueryField?)
    case close
    /// `+` and `-` before a term.
    case plus, minus
    case not, and, or
    /// `NEAR/5`: in either order.
    case near(Int)
    /// `PRE/5`: in this order.
    case pre(Int)
    /// `+` and `-` before a parenthesis: operators only in a structured query.
    case plusGroup, minusGroup
  }

  var kind: Kind
  /// Offset in the text, in Unicode scalars.
  var position: Int

  /// The operator as typed; `nil` unless it is an operator in capitals.
  var operatorWord: String? {
    switch kind {
    case .not: "NOT"
    case .and: "AND"
    case .or: "OR"
    case .near: "NEAR"
    case .pre(let distance): "PRE/\(distance)"
    case .atom, .limit, .open, .close, .plus, .minus, .plusGroup, .minusGroup: nil
    }
  }

  /// Whether the lexeme makes a query structured: an operator in capitals, a field or a filter.
  var isStructure: Bool {
    switch kind {
    case .limit, .open(.some), .atom(.field), .atom(.identifier(.some, _)), .atom(.or): true
    default: operatorWord != nil
    }
  }

  /// Whether a word could be an operator, judged by its first letter, so that few words are checked
  /// further.
  static func mayBeOperator(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    switch word.first {
    case "N", "A", "O", "P": true
    default: false
    }
  }

  /// Whether a word is an operator, or would be one if it had a valid distance.
  static func isOperator(_ word: String) -> Bool {
    do throws(Malformed) {
      return try operatorKind(word, at: 0) != nil
    } catch {
      return true
    }
  }

  /// The operator that a word is; `nil` for any other word.
  ///
  /// - Throws: ``Malformed`` for `NEAR/` or `PRE/` without a valid distance, and for `NEAR3`.
  static func operatorKind(_ word: String, at position: Int) throws(Malformed) -> Kind? {
    switch word {
    case "NOT": return .not
    case "AND": return .and
    case "OR": return .or
    case "NEAR": return .near(10)
    default:
      guard let name = ["NEAR", "PRE"].first(where: { word.hasPrefix($0) }) else { return nil }
      let rest = word.dropFirst(name.count)
      if !rest.isEmpty, rest.utf8.allSatisfy(\.isDigit) {
        throw Malformed("Invalid operator “\(word)”", "Write \(name)/\(rest).", at: position)
      }
      guard rest.first == "/" else { return nil }
      let digits = rest.dropFirst()
      // PRE/POST can be words.
      if name == "PRE", let first = digits.first, !first.isNumber, !"-+.".contains(first) {
        return nil
      }
      guard let distance = QueryTree.distance(digits) else {
        throw Malformed.invalidDistance(word, example: "\(name)/5", at: position)
      }
      return name == "NEAR" ? .near(distance) : .pre(distance)
    }
  }
}
