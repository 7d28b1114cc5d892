import Foundation
import GRDB
import Literature

/// Reads complete documents, with their text and the evidence of their facets, for one connection.
final class StoredDocuments {
  private let texts: StoredTexts
  private let rules: RuleNames

  init(_ database: Database, texts: StoredTexts) {
    self.texts = texts
    rules = RuleNames(database)
  }

  /// The document of a row of `documents`.
  func document(_ row: Row) throws -> Document {
    var document = DocumentRow.document(row)
    document.text = try texts.whole(document: row.offset("number"))
    try EvidenceBytes.add(
      row.bytes("evidence"), to: &document.facets, title: document.title,
      text: document.text, rule: rules.name)
    return document
  }
}
