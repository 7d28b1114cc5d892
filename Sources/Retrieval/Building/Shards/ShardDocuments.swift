import GRDB
import Literature
import Ranking

/// Sends the documents of an index to the program that writes shards.
struct ShardDocuments {
  let searcher: Searcher
  let process: ClusterProcess
  let base: UInt32
  let shards: Int

  private var snapshot: IndexSnapshot { searcher.snapshot }
  private var database: Database { searcher.reader.database }

  /// About this many passages are in memory at a time.
  private static let passagesAtOnce = 50_000

  /// Sends documents.
  ///
  /// - Parameter numbers: ascending.
  /// - Returns: the number of documents in each shard.
  func write(_ numbers: [UInt32], _ progress: (Int) -> Void) throws -> [Int] {
    let map = try snapshot.passageMap()
    let columns = try ShardColumns(snapshot, database)
    let terms = try allTerms()
    let keys = try DocumentKeys(database, of: numbers)
    var counts = [Int](repeating: 0, count: shards)
    var documents = numbers[...]
    while let first = documents.first {
      let start = map.passages(of: first).lowerBound
      let part = documents.prefix {
        map.passages(of: $0).upperBound <= start + UInt32(Self.passagesAtOnce) || $0 == first
      }
      documents = documents.dropFirst(part.count)
      let entries = try ShardEntries(
        searcher, terms, documents: part,
        passages:
          start..<map.passages(of: part.last ?? first)
          .upperBound)
      for document in part {
        let shard = try write(
          document, map.passages(of: document), entries, columns, keys[Int(document)])
        counts[shard] += 1
      }
      progress(counts.reduce(0, +))
    }
    return counts
  }

  /// The terms by number; empty for numbers that are not used.
  private func allTerms() throws -> [String] {
    var terms: [String] = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT number, term FROM terms ORDER BY number")
    while let row = try rows.next() {
      let number = row.offset("number")
      guard number < PostingKey.mostTerms else { continue }
      while terms.count <= number { terms.append("") }
      terms[number] = row.text("term")
    }
    return terms
  }

  /// Sends a document, its rows and its passages; returns its shard.
  private func write(
    _ document: UInt32, _ passages: Range<UInt32>, _ entries: ShardEntries,
    _ columns: ShardColumns, _ keys: [Int64]
  ) throws -> Int {
    let id = try searcher.reader.id(of: Int(document)) ?? ""
    let shard = Self.shard(of: id, among: shards)
    try writeRows(document, shard, keys)
    let codes = columns.codes(of: document)
    let values = columns.values(of: document)
    let abstracts = try snapshot.abstracts()
    var positions: [UInt32: [UInt32]] = [:]
    for (place, passage) in passages.enumerated() {
      let found = entries.passage(passage)
      var text = ShardText(shard: shard, number: base + passage + 1)
      for entry in found {
        let own = entries.positions(entry)
        text.add(
          ShardTerm.word(entries.terms[Int(entry.term)], .passage), impact: entry.impact,
          positions: own.map { UInt32($0) })
        for field in ShardTerm.fields(own, isAbstract: abstracts.contains(passage)) {
          text.add(ShardTerm.word(entries.terms[Int(entry.term)], field))
        }
        positions[entry.term, default: []] += own.map { UInt32(place) << 16 | UInt32($0) }
      }
      text.add(ShardTerm.all(.passage))
      text.add(ShardTerm.passage(passage), impact: 255)
      text.add(ShardTerm.passages(of: document))
      for code in codes { text.add(code) }
      text.values = values
      text.data = PassagePositions.bytes(
        passage, found.map { ($0.term, $0.impact, entries.positions($0)) })
      try process.send(text.message)
    }
    var text = ShardText(shard: shard, number: document + 1)
    for entry in entries.document(document) {
      text.add(
        ShardTerm.word(entries.terms[Int(entry.term)], .document), impact: entry.impact,
        positions: positions[entry.term] ?? [])
    }
    text.add(ShardTerm.all(.document))
    text.add(ShardTerm.document(document), impact: 255)
    for code in codes { text.add(code) }
    text.values = values
    let vector =
      try Row.fetchOne(
        database.cachedStatement(sql: "SELECT data FROM document_terms WHERE document = ?"),
        arguments: [Int(document)])?.bytes("data") ?? []
    text.data = ShardTerms.bytes(
      document, entries.document(document).map { ($0.term, $0.impact) }, rest: vector)
    try process.send(text.message)
    return shard
  }

  /// Sends the rows of a document, with the terms by which they are found.
  private func writeRows(_ document: UInt32, _ shard: Int, _ keys: [Int64]) throws {
    let number = Int(document)
    var text = ShardText(shard: shard, number: 2 * base + document + 1)
    text.add(ShardTerm.rows(of: document))
    let ids = try String.fetchAll(
      database.cachedStatement(
        sql:
          "SELECT id FROM documents WHERE number = ?1 UNION SELECT id FROM records WHERE document = ?1"
      ),
      arguments: [number])
    for id in ids { text.add(ShardTerm.rows(id: id)) }
    for key in keys { text.add(ShardTerm.rows(key: key)) }
    let identifiers =
      try String.fetchOne(
        database.cachedStatement(sql: "SELECT identifiers FROM documents WHERE number = ?"),
        arguments: [number]) ?? ""
    for line in identifiers.split(separator: "\n")
    where line.hasPrefix("\(Identifier.Scheme.isbn.rawValue):") {
      text.add(ShardTerm.rows(isbn: String(line)))
    }
    text.data = try ClusterTables.bytes(number, database, keys: keys)
    try process.send(text.message)
  }

  /// The shard of a document: the same on every run, whatever else is in the index.
  static func shard(of id: String, among shards: Int) -> Int {
    var hasher = ContentHasher()
    hasher.feed(id)
    return Int(UInt64(hasher.finish().low) % UInt64(shards))
  }
}
