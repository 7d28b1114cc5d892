import Foundation
import Literature

/// A document whose facets people have labelled.
package struct FacetGold: Sendable {
  /// The labels; a facet that is absent was not labelled.
  package struct Labels: Sendable, Decodable {
    /// Study designs.
    package var method: [String]?
    /// Settings.
    package var setting: [String]?
    /// Conditions.
    package var condition: [String]?
    /// Every acceptable number of participants; empty when the text states none.
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
  /// What the appraiser is given: title and text, nothing else.
  package var document: Document
  /// What people say of it.
  package var labels: Labels

  private struct Line: Decodable {
    var _id: String
    var title: String?
    var text: String
    var gold: Labels
  }

  /// Reads a file of lines `{"_id","title","text","gold"}`; nothing when there is no such file.
  package static func read(_ file: URL) throws -> [FacetGold]? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return try text.split(separator: "\n").map { line in
      let read = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      var document = Document(id: read._id, source: Source(path: file.path, key: read._id))
      document.title = read.title ?? ""
      document.text = read.text
      return FacetGold(id: read._id, document: document, labels: read.gold)
    }
  }
}
