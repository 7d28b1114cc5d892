import Foundation
import GRDB
import Retrieval
import TestSupport
import Testing

/// Indexes the files of reference managers and databases that are beside the checkout.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "../shared/formats"),
    "the folder ../shared/formats is absent"))
struct SharedLibraryTests {
  @Test func `a library whose duplicates a person marked`() throws {
    let library = try TemporaryLibrary()
    let path = "../shared/formats/endnote-xml/tafenoquine.xml"
    let account = try Indexer(path: library.indexPath).index([path])
    #expect(account.records.seen == 179 && account.records.addUp)
    #expect(try library.open().stats().documents <= 106)
    // Exactly the records with the caption "Duplicate" share a document with another record.
    let xml = try String(contentsOfFile: path, encoding: .utf8)
    let marked = xml.split(separator: "<record>").dropFirst().compactMap { record -> String? in
      let caption = record.firstMatch(of: /<caption>(?:<style[^>]*>)?([^<]*)</)?.output.1
      let number = record.firstMatch(of: /<rec-number>(\d+)</)?.output.1
      return caption == "Duplicate" ? number.map(String.init) : nil
    }
    let found = try library.use { try String.fetchAll($0, sql: "SELECT key FROM records") }
    let right = Set(found).intersection(marked)
    #expect(Double(right.count) >= 0.99 * Double(found.count))
    #expect(Double(right.count) >= 0.98 * Double(marked.count))
  }

  @Test func `a second run indexes nothing`() throws {
    let library = try TemporaryLibrary()
    let indexer = Indexer(path: library.indexPath)
    let first = try indexer.index(["../shared/formats"])
    #expect(first.records.addUp && first.records.failed == 0 && first.records.duplicate > 0)
    let second = try indexer.index(["../shared/formats"])
    #expect(second.records.unchanged == first.records.seen && second.records.addUp)
    #expect(second.records.seen == first.records.seen && second.missing == 0)
    #expect(try library.open().check().problems == [])
  }
}
