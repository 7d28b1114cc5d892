import Foundation
import Literature

extension FacetGold {
  /// A line of a file of labels without texts.
  private struct StoredLine: Decodable {
    var _id: String
    var gold: Labels
    var uncertain: [String]
    var evidence: [String: [[Int]]]
  }

  /// Every labelled set of a folder, in order of its name, then the labels without texts.
  ///
  /// - Parameters:
  ///   - folder: has files of labelled documents (`*.jsonl`).
  ///   - labels: labels without texts (``read(labels:texts:)``); they are skipped unless this file
  ///     and the texts exist.
  ///   - texts: the texts of their documents.
  /// - Throws: if a file can't be read or a line is not a labelled document.
  package static func sets(
    in folder: URL, labels: URL? = nil, texts: URL? = nil
  ) throws -> [(set: String, gold: [FacetGold])] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var sets: [(set: String, gold: [FacetGold])] = try names.compactMap { name in
      guard name.hasSuffix(".jsonl"), let gold = try read(folder.appending(path: name))
      else { return nil }
      return (String(name.dropLast(6)), gold)
    }
    if let labels, let texts, FileManager.default.fileExists(atPath: labels.path),
      FileManager.default.fileExists(atPath: texts.path)
    {
      let set = "facets-" + texts.deletingLastPathComponent().lastPathComponent
      sets.append((set, try read(labels: labels, texts: texts)))
    }
    return sets
  }

  /// Reads labels that are stored without the texts of their documents.
  ///
  /// A line is `{"_id","gold","uncertain","evidence"}`. `evidence` has, by facet, ranges
  /// `[start, end]` of UTF-8 code units in the title, a line feed and the text.
  ///
  /// - Parameters:
  ///   - labels: the file of labels.
  ///   - texts: the documents, lines of `{"_id","title","text"}`.
  /// - Throws: ``EvaluationError`` if a document is missing or a range is outside its document.
  package static func read(labels: URL, texts: URL) throws -> [FacetGold] {
    let decoder = JSONDecoder()
    let stored = try textLines(of: labels).map {
      (number: $0.number, line: try decoder.decode(StoredLine.self, from: Data($0.text.utf8)))
    }
    let wanted = Set(stored.map(\.line._id))
    var documents: [String: Document] = [:]
    for (_, text) in try textLines(of: texts) {
      let read = try decoder.decode(TextLine.self, from: Data(text.utf8))
      guard wanted.contains(read._id) else { continue }
      documents[read._id] = document(read._id, read.title, read.text, in: texts)
    }
    return try stored.map { number, line in
      guard let document = documents[line._id] else {
        throw EvaluationError.malformed(
          path: labels.path, line: number, expected: "the id of a document in \(texts.path)")
      }
      var gold = FacetGold(
        id: line._id, document: document, labels: line.gold, uncertain: Set(line.uncertain))
      let bytes = Array((document.title + "\n" + document.text).utf8)
      gold.evidence = try line.evidence.mapValues { ranges in
        try ranges.map { range in
          guard range.count == 2, range[0] < range[1], range[0] >= 0, range[1] <= bytes.count
          else {
            throw EvaluationError.malformed(
              path: labels.path, line: number, expected: "ranges inside the document")
          }
          return String(decoding: bytes[range[0]..<range[1]], as: UTF8.self)
        }
      }
      return gold
    }
  }

  /// A document without labels.
  private struct TextLine: Decodable {
    var _id: String
    var title: String?
    var text: String
  }
}
