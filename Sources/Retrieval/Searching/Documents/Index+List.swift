import Answers
import Foundation
import GRDB
import Literature
import Query
import Ranking

extension Index {
  /// Lists documents.
  ///
  /// - Parameters:
  ///   - filter: the documents to list.
  ///   - limit: the maximum number of documents; `nil` for all.
  ///   - offset: the number of documents to skip.
  public func list(
    _ filter: Filter, by order: DocumentList.Order = .added, limit: Int? = nil, offset: Int = 0
  ) throws -> DocumentList {
    try use { try $0.list(filter, order, limit, offset) }
  }
}

extension Searcher {
  fileprivate func list(
    _ filter: Filter, _ order: DocumentList.Order, _ limit: Int?, _ offset: Int
  ) throws -> DocumentList {
    var request = SearchRequest("")
    request.filter = filter
    let (query, documents) = try selection(request)
    var numbers: [UInt32] = []
    documents.forEach { numbers.append($0) }
    let page = try sorted(numbers, order).dropFirst(offset).prefix(limit ?? .max)
    try reader.load(page.map { Int($0) })
    return DocumentList(
      filters: filter, notes: query.notes, total: numbers.count,
      documents: try page.compactMap { number in
        try reader.record(number: Int(number)).map { HitDocument($0) }
      })
  }

  private func sorted(
    _ numbers: [UInt32], _ order: DocumentList.Order
  ) throws -> [UInt32] {
    switch order {
    case .added: return numbers
    case .year: return try sorted(numbers, DocumentColumn.year)
    case .sampleSize: return try sorted(numbers, DocumentColumn.sampleSize)
    case .title: return try sorted(numbers, text: "title", Self.titleKey)
    case .author:
      return try sorted(numbers, text: "authors") { authors in
        authors.split(separator: "\n").first.map { Self.folded(String($0)) } ?? ""
      }
    case .id: return try sorted(numbers, text: "id") { $0.lowercased() }
    }
  }

  /// Largest first, unknown values last.
  private func sorted(_ numbers: [UInt32], _ column: String) throws -> [UInt32] {
    let values = try snapshot.values(column)
    let keyed = numbers.map { number in
      (key: IndexSnapshot.sortKey(of: number, in: values), number: number)
    }
    return keyed.sorted { $0.key != $1.key ? $0.key > $1.key : $0.number < $1.number }
      .map(\.number)
  }

  /// In alphabetical order of a text, empty ones last.
  private func sorted(
    _ numbers: [UInt32], text column: String, _ key: (String) -> String
  ) throws -> [UInt32] {
    try reader.load(numbers.map { Int($0) })
    let wanted = Set(numbers)
    var keyed: [(key: String, number: UInt32)] = []
    let rows = try Row.fetchCursor(
      reader.database, sql: "SELECT number, \(column) AS text FROM documents")
    while let row = try rows.next() {
      let number = UInt32(clamping: row.integer("number"))
      if wanted.contains(number) { keyed.append((key(row.text("text")), number)) }
    }
    return keyed.sorted { left, right in
      if left.key.isEmpty != right.key.isEmpty { return right.key.isEmpty }
      return left.key != right.key ? left.key < right.key : left.number < right.number
    }.map(\.number)
  }

  /// A text in lower case, without diacritics.
  private static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// A title in lower case, without diacritics, punctuation and a leading article.
  private static func titleKey(_ title: String) -> String {
    let folded = folded(title).drop { !$0.isLetter && !$0.isNumber }
    for article in ["the ", "an ", "a "] where folded.hasPrefix(article) {
      return String(folded.dropFirst(article.count).drop { !$0.isLetter && !$0.isNumber })
    }
    return String(folded)
  }
}
