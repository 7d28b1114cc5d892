import GRDB
import Ranking

/// The facet codes and numbers of documents, from the columns of an index.
struct ShardColumns {
  private var codes: [(term: String, documents: Bitmap)] = []
  private var numbers: [(slot: Int, values: [UInt32])] = []

  /// The sets that are looked up in the head of a cluster.
  private static let onlyInHead: Set<Substring> = [
    Substring(DocumentColumn.type), Substring(DocumentColumn.keyword),
  ]

  init(_ snapshot: IndexSnapshot, _ database: Database) throws {
    let names = try String.fetchAll(
      database, sql: "SELECT DISTINCT name FROM document_columns ORDER BY name")
    for name in names {
      if let slot = ShardTerm.slot(name) {
        numbers.append((slot, try snapshot.values(name)))
      } else if let colon = name.firstIndex(of: ":"), !Self.onlyInHead.contains(name[..<colon]) {
        let documents = try snapshot.documents(
          String(name[..<colon]), String(name[name.index(after: colon)...]))
        codes.append((ShardTerm.code(name), documents))
      }
    }
  }

  /// The terms of a document's codes.
  func codes(of document: UInt32) -> [String] {
    codes.filter { $0.documents.contains(document) }.map(\.term)
  }

  /// The numbers that a document states, by slot.
  func values(of document: UInt32) -> [(slot: Int, value: UInt32)] {
    numbers.compactMap { slot, values in
      let value = IndexSnapshot.value(of: document, in: values)
      return value == DocumentColumn.unknown ? nil : (slot, value)
    }
  }
}
