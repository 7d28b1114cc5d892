/// The rules by which a platform combines terms, and examples of them for messages.
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
  /// The usual proximity operators, as examples.
  let proximity: String
  /// Where the field of a proximity search is written, with an example.
  let proximityField: String

  /// The rules of a platform.
  ///
  /// Sources: PubMed User Guide (operators from left to right; words without an operator between
  /// them are one operand); Scopus search tips (OR before proximity, AND, AND NOT); Web of Science
  /// help (NEAR, SAME, NOT, AND, OR); EBSCOhost help (AND before OR; words side by side are a
  /// phrase); Ovid help (words side by side are a phrase).
  static func of(_ syntax: QuerySyntax) -> SyntaxRules {
    switch syntax {
    case .pubmed:
      SyntaxRules(
        adjacency: .and, or: 1, and: 1, not: 1, near: 4, proximity: "\"a b\"[tiab:~3]",
        proximityField: "before all operands: title:(a NEAR/3 b).")
    case .scopus:
      SyntaxRules(
        adjacency: .and, or: 4, and: 2, not: 1, near: 3, proximity: "W/3 or PRE/3",
        proximityField: "before all operands: TITLE-ABS-KEY(a W/3 b).")
    case .wos:
      SyntaxRules(
        adjacency: .and, or: 1, and: 2, not: 3, near: 4, proximity: "NEAR/3",
        proximityField: "before all operands: TS=(a NEAR/3 b).")
    case .ovid:
      SyntaxRules(
        adjacency: .phrase, or: 1, and: 2, not: 3, near: 4, proximity: "adj3",
        proximityField: "after all operands: (a adj3 b).ti,ab.")
    case .ebsco:
      SyntaxRules(
        adjacency: .phrase, or: 1, and: 2, not: 3, near: 4, proximity: "N3 or W3",
        proximityField: "before all operands: TI (a N3 b).")
    case .peerlit:
      SyntaxRules(
        adjacency: .phrase, or: 1, and: 2, not: 3, near: 4, proximity: "NEAR/3",
        proximityField: "before all operands: title:(a NEAR/3 b).")
    }
  }
}
