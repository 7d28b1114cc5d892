import Literature

extension Document {
  /// Whether the document has nothing to search for: neither a title, a text, authors nor an
  /// identifier of the work.
  var isEmpty: Bool {
    title.isEmpty && text.isEmpty && authors.isEmpty
      && identifiers.allSatisfy { $0.scheme == .accession }
  }

  /// Gives a record without a key one derived from its title, first author, year and the beginning
  /// of its text, so that the key stays the same when neighbouring records change.
  mutating func nameByContent(_ origin: RecordOrigin) {
    var hasher = ContentHasher()
    hasher.feed([
      title, authors.first ?? "", String(decoding: text.utf8.prefix(2000), as: UTF8.self),
    ])
    hasher.feed(year ?? 0)
    let key = String(hasher.finish().hexadecimal.prefix(12))
    id = "\(origin.stem)-\(key)"
    source.key = origin.source(key: key).key
  }

  /// Names the document after its file, which contains only this document.
  ///
  /// If it has no title, the name of the file is the title, and may give the year.
  mutating func nameByFile(_ origin: RecordOrigin) {
    id = origin.stem
    source = origin.source(key: nil)
    guard title.isEmpty else { return }
    set(\.title, .title, FileTitle.of(origin.stem), origin: .extracted)
    if year == nil { set(\.year, .year, StatedYear.year(inTitle: title), origin: .extracted) }
  }

  /// Sets the authors that the first lines name, below the title, if no source names any.
  mutating func setAuthorsBelowTitle() {
    guard authors.isEmpty, let first = sections.first, first.heading.isEmpty else { return }
    let opening = text.utf8.dropFirst(first.bytes.lowerBound).prefix(min(first.bytes.count, 2000))
    let names = FreeText.authors(atBeginningOf: String(decoding: opening, as: UTF8.self))
    setAuthors(names, origin: .extracted)
  }
}
