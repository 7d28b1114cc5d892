import Analysis
import Foundation
import Literature
import Reading

/// Evaluates duplicate detection on an EndNote library in which duplicates were marked by hand.
///
/// Every record in a group of duplicates has the caption "Duplicate". A record counts as found if
/// it shares a document with another record.
package struct DuplicateEvaluation {
  /// Records of the library.
  package let records: Int
  /// Records marked by hand.
  package let marked: Int
  /// Records that share a document with another.
  package let found: Int
  /// Marked records that were found.
  package let right: Int
  /// Documents that remain.
  package let documents: Int
  /// Titles of records that were found and not marked, or marked and not found.
  package let mistakes: [String]

  /// Share of the found records that were marked; 1 if none were found.
  package var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  /// Share of the marked records that were found; 1 if none were marked.
  package var recall: Double { marked == 0 ? 1 : Double(right) / Double(marked) }

  /// Evaluates a library.
  ///
  /// - Parameter path: an EndNote XML file.
  /// - Throws: if the file can't be read or the analyzer can't be opened.
  package init(library path: String) throws {
    let xml = try String(contentsOfFile: path, encoding: .utf8)
    let captions = Self.captions(xml)
    var documents: [Document] = []
    Library(paths: [path]).forEachDocument { documents.append($0) }
    let groups = try Self.groups(documents)
    let sizes = Dictionary(grouping: groups, by: \.self).mapValues(\.count)
    let isFound = groups.map { (sizes[$0] ?? 0) > 1 }
    let isMarked = documents.map { captions[$0.source.key ?? ""] == "Duplicate" }
    records = documents.count
    marked = isMarked.count { $0 }
    found = isFound.count { $0 }
    right = zip(isFound, isMarked).count { $0 && $1 }
    self.documents = sizes.count
    mistakes = documents.indices.filter { isFound[$0] != isMarked[$0] }.map {
      "\(isFound[$0] ? "found, not marked" : "marked, not found"): \(documents[$0].title)"
    }
  }

  /// The captions by record number.
  private static func captions(_ xml: String) -> [String: String] {
    var captions: [String: String] = [:]
    for record in xml.split(separator: "<record>").dropFirst() {
      guard let number = record.firstMatch(of: /<rec-number>(\d+)</)?.output.1 else { continue }
      let caption = record.firstMatch(of: /<caption>(?:<style[^>]*>)?([^<]*)</)?.output.1
      captions[String(number)] = caption.map(String.init)
    }
    return captions
  }

  /// The work of each document, as the offset of its first record.
  private static func groups(_ documents: [Document]) throws -> [Int] {
    let analyzer = try Analyzer()
    let order = documents.indices.sorted { RecordRank(documents[$0]) < RecordRank(documents[$1]) }
    let works = WorkGroups.works(of: order.map { LinkageRecord(documents[$0], analyzer) })
    var groups = Array(documents.indices)
    for work in works {
      for record in work { groups[order[record]] = order[work[0]] }
    }
    return groups
  }
}
