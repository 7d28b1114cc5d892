import Query

extension ShardTerm {
  /// The fields of a passage in which a word has positions.
  static func fields(_ positions: [UInt16], isAbstract: Bool) -> [QueryField] {
    let found = FieldSet(positions)
    return QueryField.allCases.filter { field in
      FieldedQuery.fields(of: field).intersects(found) && (field != .abstract || isAbstract)
    }
  }
}
