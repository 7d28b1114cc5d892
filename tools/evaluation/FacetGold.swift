import Foundation
import Literature

/// A document with facets labelled by hand.
package struct FacetGold: Sendable {
  /// The labels; an absent facet was not labelled.
  package struct Labels: Sendable, Decodable {
    /// Study designs.
    package var method: [String]?
    /// Settings.
    package var setting: [String]?
    /// Conditions.
    package var condition: [String]?
    /// Every acceptable number of participants; empty if the text states none.
    package var sampleSize: [Int]?
    /// Number of studies that a review includes.
    package var includedStudies: Int?
    /// Whether MEDLINE calls it a randomised controlled trial.
    package var randomised: Bool?

    enum CodingKeys: String, CodingKey {
      case method, setting, condition
      case sampleSize = "sample_size"
      case includedStudies = "included_studies"
      case randomised = "randomised_trial"
    }

    /// Reads labels; a sample size is a number, a list of acceptable numbers or null.
    package init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      method = try values.decodeIfPresent([String].self, forKey: .method)
      setting = try values.decodeIfPresent([String].self, forKey: .setting)
      condition = try values.decodeIfPresent([String].self, forKey: .condition)
      includedStudies = try values.decodeIfPresent(Int.self, forKey: .includedStudies)
      randomised = try values.decodeIfPresent(Bool.self, forKey: .randomised)
      if !values.contains(.sampleSize) {
        sampleSize = nil
      } else if try values.decodeNil(forKey: .sampleSize) {
        sampleSize = []
      } else if let list = try? values.decode([Int].self, forKey: .sampleSize) {
        sampleSize = list
      } else {
        sampleSize = [try values.decode(Int.self, forKey: .sampleSize)]
      }
    }
  }

  /// The document's id.
  package var id: String
  /// The input of the appraiser: only title and text.
  package var document: Document
  /// The labels.
  package var labels: Labels
  /// The facets of which a label is arguable.
  package var uncertain: Set<String> = []
  /// The codes of a facet that were judged; all where the facet has none here.
  package var only: [String: [String]] = [:]

  private struct Line: Decodable {
    var _id: String
    var title: String?
    var text: String
    var gold: Labels
    var uncertain: [String]?
    var only: [String: [String]]?
  }

  /// Reads a file of lines `{"_id","title","text","gold"}`; `nil` if it does not exist.
  package static func read(_ file: URL) throws -> [FacetGold]? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return try text.split(separator: "\n").map { line in
      let read = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      var document = Document(id: read._id, source: Source(path: file.path, key: read._id))
      document.title = read.title ?? ""
      document.text = read.text
      return FacetGold(
        id: read._id, document: document, labels: read.gold,
        uncertain: Set(read.uncertain ?? []), only: read.only ?? [:])
    }
  }
}
