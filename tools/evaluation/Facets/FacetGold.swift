import Answers
import Foundation
import Literature
import Reading

/// A document with facets labelled by hand.
package struct FacetGold: Sendable {
  /// The labels; an absent facet was not labelled.
  package struct Labels: Sendable, Decodable {
    /// Codes by facet.
    package var codes: [FacetName: [String]] = [:]
    /// Every acceptable count by facet; empty if the text states none.
    package var counts: [FacetName: [Int]] = [:]
    /// Whether MEDLINE calls it a randomised controlled trial.
    package var randomised: Bool?

    /// Creates labels without a facet.
    package init() {}

    private enum CodingKeys: String, CodingKey {
      case randomised = "randomised_trial"
    }

    /// Reads labels; a count is a number, a list of acceptable numbers or null.
    package init(from decoder: any Decoder) throws {
      randomised = try decoder.container(keyedBy: CodingKeys.self)
        .decodeIfPresent(Bool.self, forKey: .randomised)
      let values = try decoder.container(keyedBy: FacetKey.self)
      for facet in FacetDefinition.codes.map(\.name) {
        codes[facet] = try values.decodeIfPresent([String].self, forKey: FacetKey(facet))
      }
      for facet in FacetDefinition.counts.map(\.name) {
        let key = FacetKey(facet)
        guard values.contains(key) else { continue }
        counts[facet] =
          if try values.decodeNil(forKey: key) {
            []
          } else if let list = try? values.decode([Int].self, forKey: key) {
            list
          } else {
            [try values.decode(Int.self, forKey: key)]
          }
      }
    }
  }

  /// The document's id.
  package var id: String
  /// The input of the appraiser: the document as peerlit reads it from the file, with its sections.
  package var document: Document
  /// The labels.
  package var labels: Labels
  /// The facets with an arguable label.
  package var uncertain: Set<String> = []
  /// The codes of a facet that were judged; for a facet that is not listed, all codes were judged.
  package var only: [String: [String]] = [:]
  /// The words of the document that support the labels, by facet; empty if none are given.
  package var evidence: [String: [String]] = [:]

  private struct Line: Decodable {
    var _id: String
    var gold: Labels
    var uncertain: [String]?
    var only: [String: [String]]?
    var evidence: Quotations?
  }

  /// Quotations by facet: one, several or null; files that label a single facet have only a text,
  /// which is ignored.
  private struct Quotations: Decodable {
    var texts: [String: [String]] = [:]

    init(from decoder: any Decoder) throws {
      guard let values = try? decoder.container(keyedBy: FacetKey.self) else { return }
      for facet in FacetName.allCases {
        let key = FacetKey(facet)
        if let list = try? values.decode([String].self, forKey: key) {
          texts[facet.rawValue] = list
        } else if let text = try? values.decode(String.self, forKey: key) {
          texts[facet.rawValue] = [text]
        }
      }
    }
  }

  /// Labels a document.
  package init(
    id: String, document: Document, labels: Labels, uncertain: Set<String> = [],
    only: [String: [String]] = [:]
  ) {
    self.id = id
    self.document = document
    self.labels = labels
    self.uncertain = uncertain
    self.only = only
  }

  /// Reads a file of lines `{"_id","title","text","gold"}`; `nil` if it does not exist.
  ///
  /// The documents are those that peerlit reads from the file, so the results are those that its
  /// users get.
  ///
  /// - Throws: ``EvaluationError`` if peerlit can't read a line as a document.
  package static func read(_ file: URL) throws -> [FacetGold]? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    var documents: [Document] = []
    Library(paths: [file.path]).forEachDocument { documents.append($0) }
    var next = documents[...]
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return try text.split(separator: "\n").enumerated().map { place, line in
      let read = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      // A reader adds "~2" to an id that occurs a second time.
      guard var document = next.popFirst(),
        document.id == read._id || document.id.hasPrefix(read._id + "~")
      else {
        throw EvaluationError.malformed(
          path: file.path, line: place + 1, expected: "a document with a title or a text")
      }
      document.id = read._id
      var gold = FacetGold(
        id: read._id, document: document, labels: read.gold,
        uncertain: Set(read.uncertain ?? []), only: read.only ?? [:])
      gold.evidence = read.evidence?.texts ?? [:]
      return gold
    }
  }
}
