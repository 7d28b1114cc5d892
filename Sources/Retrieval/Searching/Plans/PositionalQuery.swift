/// A part of a query that restricts the positions of its terms in a passage, after analysis.
///
/// Lucene calls such queries span queries. A phrase of one term is the term itself.
indirect enum PositionalQuery: Hashable {
  /// Adjacent terms in this order.
  case phrase([String])
  /// Any of these terms, such as those of the words with one prefix.
  case oneOf([String])
  /// Any word of an author that begins with these letters, which are folded.
  case initial(String)
  /// All of these in one field, without shared words: in any order, with at most `distance` other
  /// words from the end of each to the beginning of the last; or in this order, with at most
  /// `distance` words between neighbours.
  case near(distance: Int, isOrdered: Bool, [PositionalQuery])
  /// All of the first and none of the others.
  case all([PositionalQuery], butNot: [PositionalQuery])
  /// At least one of these.
  case some([PositionalQuery])
}
