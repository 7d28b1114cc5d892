/// Merges the records of a work into one.
///
/// Records are added one at a time, because there may be many, in the order of their
/// ``RecordRank``.
///
///     var work = MergedRecord(fullest)
///     work.add(other)
///     work.document   // the fullest, completed from the other
///
/// A field is taken from another record if it is missing, or if the other origin is trusted more
/// (``Origin``). Of two forms of a title, a journal, an author or an abstract, the better one is
/// taken: whole, in full, and not in capitals. Identifiers, keywords, facets and sources are added.
/// The text is that of the first record that has one. If its abstract is unknown, that of another
/// record is marked in it or put before it.
public struct MergedRecord: Sendable {
  /// The record so far.
  public private(set) var document: Document
  private var identifiers: Set<Identifier>
  private var keywords: Set<String>
  private var notes: Set<String>
  /// Whether the text is that of a record, which is mostly an abstract, not that of a whole file.
  private var isRecordText: Bool

  /// Starts with the record that is kept.
  public init(_ kept: Document) {
    document = kept
    identifiers = Set(kept.identifiers)
    keywords = Set(kept.keywords)
    notes = Set(kept.imprint.notes)
    isRecordText = kept.isRecord
  }

  /// Adds the content of another record.
  public mutating func add(_ given: Document) {
    let otherTexts = document.otherTexts + given.otherTexts
    let hasAbstract = !document.text.isEmpty && !document.hasOnlyOtherTexts
    if !hasAbstract && !given.text.isEmpty || hasBetterAbstract(given) {
      document.text = given.text
      document.sections = given.sections
      isRecordText = given.isRecord
    } else if !document.hasKnownAbstract, let abstract = given.recordedAbstract {
      document.addAbstract(abstract)
    }
    if !otherTexts.isEmpty, isRecordText, !document.sections.contains(where: \.isInAbstract) {
      document.markAbstract()
    }
    for (heading, text) in otherTexts { document.appendSection(heading, text) }
    document.takeBetterForms(from: given)
    document.take(\.title, .title, from: given)
    document.take(\.authors, .authors, from: given)
    document.take(\.year, .year, from: given)
    document.take(\.venue, .venue, from: given)
    document.take(\.type, .type, from: given)
    document.take(\.language, .language, from: given)
    document.take(\.url, .url, from: given)
    for identifier in given.identifiers where identifiers.insert(identifier).inserted {
      document.identifiers.append(identifier)
    }
    for keyword in given.keywords where keywords.insert(keyword).inserted {
      document.keywords.append(keyword)
    }
    for field in [MetadataField.identifiers, .keywords] where document.origins[field] == nil {
      document.origins[field] = given.origins[field]
    }
    document.imprint.take(given.imprint)
    for note in given.imprint.notes where notes.insert(note).inserted {
      document.imprint.notes.append(note)
    }
    // The venue of one record may be the conference that another lists beside its venue.
    if document.imprint.conference == document.venue { document.imprint.conference = nil }
    document.facets.take(given.facets)
    document.otherSources.append(given.source)
  }

  private func hasBetterAbstract(_ given: Document) -> Bool {
    isRecordText && given.isRecord && !given.text.isEmpty
      && TextForm.isBetterAbstract(given.text, than: document.text)
  }
}

extension Document {
  /// Merges two records of the same work; the result is the same in either order.
  public func merged(with other: Document) -> Document {
    let isFirst = RecordRank(self) < RecordRank(other)
    var work = MergedRecord(isFirst ? self : other)
    work.add(isFirst ? other : self)
    return work.document
  }

  fileprivate mutating func take<Value>(
    _ path: WritableKeyPath<Document, Value?>, _ field: MetadataField, from other: Document
  ) {
    guard let value = other[keyPath: path],
      self[keyPath: path] == nil || other.isTrustedMore(field, than: self)
    else { return }
    self[keyPath: path] = value
    origins[field] = other.origins[field]
  }

  fileprivate mutating func take<Value: Collection>(
    _ path: WritableKeyPath<Document, Value>, _ field: MetadataField, from other: Document
  ) {
    guard !other[keyPath: path].isEmpty,
      self[keyPath: path].isEmpty || other.isTrustedMore(field, than: self)
    else { return }
    self[keyPath: path] = other[keyPath: path]
    origins[field] = other.origins[field]
  }

  /// Whether a field comes from a more trusted origin: a title from a database is trusted more than
  /// one guessed from the layout of a page.
  private func isTrustedMore(_ field: MetadataField, than other: Document) -> Bool {
    (origins[field] ?? .record) < (other.origins[field] ?? .record)
  }
}

extension Imprint {
  /// Fills in missing fields other than notes.
  fileprivate mutating func take(_ other: Imprint) {
    abbreviation = abbreviation ?? other.abbreviation
    volume = volume ?? other.volume
    issue = issue ?? other.issue
    pages = pages ?? other.pages
    publisher = publisher ?? other.publisher
    issn = issn ?? other.issn
    place = place ?? other.place
    edition = edition ?? other.edition
    if editors.isEmpty { editors = other.editors }
    series = series ?? other.series
    conference = conference ?? other.conference
    accessed = accessed ?? other.accessed
    if seriesEditors.isEmpty { seriesEditors = other.seriesEditors }
    // The day of one record and the month of another do not make a date.
    if month == nil {
      month = other.month
      day = other.day
    } else if day == nil, month == other.month {
      day = other.day
    }
  }
}

extension Facets {
  /// Adds the values of another record of the same work, the most trusted first.
  fileprivate mutating func take(_ other: Facets) {
    for facet in FacetDefinition.codes {
      let name = facet.name
      Self.take(&self[codes: name], other[codes: name], unless: statedNone.contains(name))
    }
    for facet in FacetDefinition.counts {
      let name = facet.name
      Self.takeNumber(&self[counts: name], other[counts: name], unless: statedNone.contains(name))
    }
    for name in other.statedNone where isEmpty(name) { statedNone.insert(name) }
  }

  private static func take(
    _ values: inout [FacetValue<String>], _ other: [FacetValue<String>], unless isNone: Bool
  ) {
    guard !isNone, !other.isEmpty else { return }
    values += other.filter { new in
      !values.contains { $0.value == new.value && $0.origin == new.origin }
    }
    let all = values
    values = Origin.allCases.flatMap { origin in all.filter { $0.origin == origin } }
  }

  /// A number from another record counts only if it is trusted more: two different numbers can't
  /// both be right.
  private static func takeNumber(
    _ values: inout [FacetValue<Int>], _ other: [FacetValue<Int>], unless isNone: Bool
  ) {
    guard !isNone, let best = other.map(\.origin).min() else { return }
    if let own = values.map(\.origin).min(), own <= best { return }
    values = other
  }
}
