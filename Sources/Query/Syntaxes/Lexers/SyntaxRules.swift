/// The rules by which a platform combines terms.
struct SyntaxRules {
  /// The meaning of terms without an operator between them.
  enum Adjacency { case phrase, and }

  /// The meaning of words side by side.
  let adjacency: Adjacency
  /// The precedence of operators: a higher number binds more tightly; equal ones bind from left to
  /// right.
  let or: Int
  let and: Int
  let not: Int
  let near: Int

  /// The rules of a platform.
  ///
  /// Sources: PubMed User Guide (operators from left to right; words without an operator between
  /// them are one operand); Scopus search tips (OR before proximity, AND, AND NOT); Web of Science
  /// help (NEAR, SAME, NOT, AND, OR); EBSCOhost help (AND before OR; words side by side are a
  /// phrase); Ovid help (words side by side are a phrase).
  static func of(_ syntax: QuerySyntax) -> SyntaxRules {
    switch syntax {
    case .pubmed: SyntaxRules(adjacency: .and, or: 1, and: 1, not: 1, near: 4)
    case .scopus: SyntaxRules(adjacency: .and, or: 4, and: 2, not: 1, near: 3)
    case .wos: SyntaxRules(adjacency: .and, or: 1, and: 2, not: 3, near: 4)
    case .ovid, .ebsco, .peerlit: SyntaxRules(adjacency: .phrase, or: 1, and: 2, not: 3, near: 4)
    }
  }
}
