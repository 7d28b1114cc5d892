import Foundation
import Literature
import Reading

extension FacetGold {
  /// A line of a file of labels without texts.
  private struct StoredLine: Decodable {
    var _id: String
    var gold: Labels
    var uncertain: [String]
    var evidence: [String: [[Int]]]
  }

  /// Where the texts of `labels-NAME.jsonl` are, by name, from the folder of labelled documents.
  package static let texts = [
    "peer": "../retrieval/peer/corpus.jsonl", "registry": "../../speed/trials.jsonl.xz",
  ]

  /// Every labelled set of a folder, in order of its name, then the labels without texts.
  ///
  /// - Parameters:
  ///   - folder: has files of labelled documents (`*.jsonl`).
  ///   - labels: a folder with labels without texts, `labels-NAME.jsonl` for the names of
  ///     ``texts``. A file whose texts do not exist is skipped.
  /// - Throws: if a file can't be read or a line is not a labelled document.
  package static func sets(
    in folder: URL, labels: URL? = nil
  ) throws -> [(set: String, gold: [FacetGold])] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var sets: [(set: String, gold: [FacetGold])] = try names.compactMap { name in
      guard name.hasSuffix(".jsonl"), let gold = try read(folder.appending(path: name))
      else { return nil }
      return (String(name.dropLast(6)), gold)
    }
    for (name, path) in texts.sorted(by: { $0.key < $1.key }) {
      guard let stored = labels?.appending(path: "labels-\(name).jsonl") else { continue }
      let texts = folder.appending(path: path).standardizedFileURL
      guard [stored, texts].allSatisfy({ FileManager.default.fileExists(atPath: $0.path) })
      else { continue }
      sets.append(("facets-\(name)", try read(labels: stored, texts: texts)))
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
  ///   - texts: the documents, in a file that peerlit reads; it may be compressed.
  /// - Throws: ``EvaluationError`` if a document is missing or a range is outside its document.
  package static func read(labels: URL, texts: URL) throws -> [FacetGold] {
    let decoder = JSONDecoder()
    let stored = try textLines(of: labels).map {
      (number: $0.number, line: try decoder.decode(StoredLine.self, from: Data($0.text.utf8)))
    }
    let documents = documents(Set(stored.map(\.line._id)), in: texts)
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

  /// The documents of a file that have some ids.
  private static func documents(_ ids: Set<String>, in file: URL) -> [String: Document] {
    var documents: [String: Document] = [:]
    Library(paths: [file.path]).forEachDocument { read in
      if ids.contains(read.id) { documents[read.id] = read }
    }
    return documents
  }
}
