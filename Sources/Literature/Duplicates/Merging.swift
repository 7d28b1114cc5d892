extension Document {
  /// How much a record says, to tell the fuller of two.
  package var fullness: Int {
    let fields = [
      !title.isEmpty, !authors.isEmpty, year != nil, venue != nil, type != nil, language != nil,
      url != nil, !keywords.isEmpty, imprint.volume != nil, imprint.pages != nil,
    ].count { $0 }
    return sections.reduce(0) { $0 + $1.bytes.count } + 200 * (fields + identifiers.count)
  }

  /// One record of two records of the same work: the fuller one, this one if they are equal, with
  /// what the other says beyond it: identifiers, fields, keywords, facets.
  ///
  /// A person's word outranks fullness: curated fields of either stay.
  public func merged(with other: Document) -> Document {
    var (kept, given) = other.fullness > fullness ? (other, self) : (self, other)
    if given.origins.values.contains(.curated), !kept.origins.values.contains(.curated) {
      swap(&kept, &given)
    }
    if kept.text.isEmpty {
      kept.text = given.text
      kept.sections = given.sections
    }
    kept.take(\.title, .title, from: given)
    kept.take(\.authors, .authors, from: given)
    kept.take(\.year, .year, from: given)
    kept.take(\.venue, .venue, from: given)
    kept.take(\.type, .type, from: given)
    kept.take(\.language, .language, from: given)
    kept.take(\.url, .url, from: given)
    for identifier in given.identifiers where !kept.identifiers.contains(identifier) {
      kept.identifiers.append(identifier)
    }
    for keyword in given.keywords where !kept.keywords.contains(keyword) {
      kept.keywords.append(keyword)
    }
    if !kept.identifiers.isEmpty, kept.origins[.identifiers] == nil {
      kept.origins[.identifiers] = given.origins[.identifiers]
    }
    if !kept.keywords.isEmpty, kept.origins[.keywords] == nil {
      kept.origins[.keywords] = given.origins[.keywords]
    }
    kept.imprint.volume = kept.imprint.volume ?? given.imprint.volume
    kept.imprint.issue = kept.imprint.issue ?? given.imprint.issue
    kept.imprint.pages = kept.imprint.pages ?? given.imprint.pages
    kept.imprint.publisher = kept.imprint.publisher ?? given.imprint.publisher
    kept.imprint.issn = kept.imprint.issn ?? given.imprint.issn
    kept.facets.take(given.facets)
    return kept
  }

  private mutating func take<Value>(
    _ path: WritableKeyPath<Document, Value?>, _ field: MetadataField, from other: Document
  ) {
    guard self[keyPath: path] == nil, let value = other[keyPath: path] else { return }
    self[keyPath: path] = value
    origins[field] = other.origins[field]
  }

  private mutating func take<Value: Collection>(
    _ path: WritableKeyPath<Document, Value>, _ field: MetadataField, from other: Document
  ) {
    guard self[keyPath: path].isEmpty, !other[keyPath: path].isEmpty else { return }
    self[keyPath: path] = other[keyPath: path]
    origins[field] = other.origins[field]
  }
}

extension Facets {
  /// Adds the values of another record of the same work that are not there yet.
  fileprivate mutating func take(_ other: Facets) {
    method += other.method.filter { new in !method.contains { $0.value == new.value } }
    setting += other.setting.filter { new in !setting.contains { $0.value == new.value } }
    condition += other.condition.filter { new in !condition.contains { $0.value == new.value } }
    if sampleSize.isEmpty { sampleSize = other.sampleSize }
    if includedStudies.isEmpty { includedStudies = other.includedStudies }
    statedNone.formUnion(other.statedNone)
  }
}
