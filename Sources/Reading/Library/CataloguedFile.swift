import Literature

/// The rows of a catalogue for one file, and which of them match a document in it.
struct CataloguedFile {
  private let path: String
  private let rows: [CatalogueRow]
  /// The indices of the rows with an id, and of those without one.
  private let places: [String?: [Int]]
  private var unmatched: Set<Int>
  private var documents = 0
  private var hasFailed = false

  /// Prepares the rows of a catalogue for a file that is about to be read.
  init(_ catalogue: Catalogue?, path: String) {
    self.path = path
    let rows = catalogue?.rows(forFile: path) ?? []
    self.rows = rows
    places = Dictionary(grouping: rows.indices) { rows[$0].id }
    unmatched = Set(rows.indices)
  }

  /// Replaces values of a document with those of its rows.
  ///
  /// A row without an id describes the file, if this is one document. Otherwise, `id` is the id of
  /// the document or the key of its record in the file.
  mutating func describe(_ outcome: ReadOutcome) -> ReadOutcome {
    guard case .document(var document, let repaired) = outcome else {
      if case .failed = outcome { hasFailed = true }
      return outcome
    }
    documents += 1
    guard !rows.isEmpty else { return outcome }
    // A document without a key is the whole file, which rows without an id describe.
    let names: Set<String?> = [document.id, document.source.key]
    for index in names.flatMap({ places[$0] ?? [] }).sorted() {
      rows[index].override(&document)
      unmatched.remove(index)
    }
    return ReadOutcome.document(document, repaired: repaired).withoutNull
  }

  /// The rows that match no document of the file, as mistakes; none if a part of it could not be
  /// read.
  ///
  /// They do not name lines, because they are reported again by later runs, when other rows of the
  /// catalogue may have moved.
  var mistakes: [ReadOutcome] {
    hasFailed
      ? []
      : unmatched.sorted().map { index in
        .mistake(ReadNotice(path: path, reason: reason(rows[index])), in: .catalogue)
      }
  }

  private func reason(_ row: CatalogueRow) -> String {
    if let id = row.id {
      return "contains no document “\(id)”, although the catalogue has a row for it"
    }
    return documents == 0
      ? "contains no document, although the catalogue has a row for it"
      : "contains several documents, so its row in the catalogue needs an id"
  }
}
