/// Gives entries the fields of the entries that they refer to with `crossref`, such as a chapter
/// those of its book.
///
/// BibTeX wants the book after its chapters, BibLaTeX accepts both. A chapter waits until its book
/// is read, or until the end.
struct BibTeXParents {
  /// An entry and where it is.
  struct Record {
    var entry: BibTeXEntry
    var line: Int
    var isRepaired: Bool
  }

  /// Maximum number of entries that wait, and of books that are kept; others inherit nothing.
  private static let limit = 10_000

  private var parents: [String: [String: String]] = [:]
  private var waiting: [String: [Record]] = [:]
  private var waitingCount = 0

  /// The records that are complete once another one is read, in their order.
  mutating func complete(with record: Record) -> [Record] {
    var record = record
    if let key = record.entry.parent {
      if let fields = parents[key] {
        record.entry.inherit(fields)
      } else if waitingCount < Self.limit {
        waiting[key, default: []].append(record)
        waitingCount += 1
        return []
      }
    }
    let key = record.entry.key.lowercased()
    let children = waiting.removeValue(forKey: key) ?? []
    if children.isEmpty, !record.entry.hasParts { return [record] }
    let fields = record.entry.inheritable
    if parents.count < Self.limit, parents[key] == nil { parents[key] = fields }
    waitingCount -= children.count
    return [record]
      + children.map { child in
        var child = child
        child.entry.inherit(fields)
        return child
      }
  }

  /// The records that still wait, in their order, at the end.
  mutating func takeRest() -> [Record] {
    defer { waiting = [:] }
    // A file may be a single line.
    return waiting.values.flatMap { $0 }
      .sorted { ($0.line, $0.entry.key) < ($1.line, $1.entry.key) }
  }
}

extension BibTeXEntry {
  /// The key of the entry that this one refers to, in lower case; `nil` if there is none.
  fileprivate var parent: String? {
    let key = fields["crossref"]?.trimmed.lowercased() ?? ""
    return key.isEmpty || key == self.key.lowercased() ? nil : key
  }

  /// Whether other entries can be parts of it.
  fileprivate var hasParts: Bool {
    [
      "book", "mvbook", "proceedings", "mvproceedings", "collection", "mvcollection", "reference",
      "mvreference", "periodical",
    ].contains(type)
  }

  /// The fields that parts of the entry have as well, under the names that they have there.
  fileprivate var inheritable: [String: String] {
    var inherited = fields.filter { Self.shared.contains($0.key) }
    if inherited["booktitle"] == nil { inherited["booktitle"] = fields["title"] }
    if inherited["journaltitle"] == nil { inherited["journaltitle"] = fields["title"] }
    return inherited
  }

  private static let shared: Set<String> = [
    "booktitle", "year", "date", "month", "publisher", "address", "location", "editor", "series",
    "volume", "number", "issue", "isbn", "issn", "organization", "institution", "edition",
    "eventtitle", "journaltitle", "journal", "language", "langid",
  ]

  /// Takes the fields of another entry that this one lacks.
  fileprivate mutating func inherit(_ inherited: [String: String]) {
    let isArticle = type == "article"
    var inherited = inherited
    if isArticle {
      inherited["booktitle"] = nil
      if fields["journal"] != nil { inherited["journaltitle"] = nil }
    } else {
      inherited["journaltitle"] = nil
      inherited["journal"] = nil
    }
    if fields["date"] != nil || fields["year"] != nil {
      for name in ["date", "year", "month"] { inherited[name] = nil }
    }
    fields.merge(inherited) { own, _ in own }
  }
}
