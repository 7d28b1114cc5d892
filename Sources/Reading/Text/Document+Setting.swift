import Literature

extension Document {
  /// Sets a field, unless the value is empty, and records its origin.
  mutating func set<Value: Equatable>(
    _ path: WritableKeyPath<Document, Value?>, _ field: MetadataField, _ value: Value?,
    origin: Origin = .record
  ) {
    guard let value else { return }
    self[keyPath: path] = value
    origins[field] = origin
  }

  /// Sets a list or a text, unless it is empty, and records its origin.
  mutating func set<Value: Collection>(
    _ path: WritableKeyPath<Document, Value>, _ field: MetadataField, _ value: Value,
    origin: Origin = .record
  ) {
    guard !value.isEmpty else { return }
    self[keyPath: path] = value
    origins[field] = origin
  }

  /// Sets identifiers in place of those of the same registers, and keeps the others.
  mutating func replaceIdentifiers(by new: [Identifier], origin: Origin = .record) {
    let others = identifiers.filter { old in !new.contains { $0.scheme == old.scheme } }
    set(\.identifiers, .identifiers, new + others, origin: origin)
  }

  /// Sets the authors as people write them in a text, a header or the properties of a file, where
  /// the given name is usually first.
  mutating func setAuthors(_ names: [String], origin: Origin = .record) {
    set(\.authors, .authors, NameList.divided(names, order: .givenFirst), origin: origin)
  }
}
