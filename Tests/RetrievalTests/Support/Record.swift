import Foundation

/// A record of a JSON Lines file.
struct Record: Encodable, Equatable {
  var id: String
  var title = ""
  var text = ""
  var authors: [String] = []
  var year: Int?
  var method: [String] = []
  var condition: [String] = []
  var sampleSize: Int?
  var doi: String?
  var pmid: String?
  var keywords: [String] = []
  var venue: String?
  var type: String?
  var pmcid: String?
  var registry: String?
  var isbn: String?
  var accessionNumbers: [String]?
  var imprint: [String: String]?

  enum CodingKeys: String, CodingKey {
    case id = "_id"
    case title, text, authors, year, method, condition, doi, pmid, keywords, venue, pmcid, registry
    case type, isbn, imprint
    case sampleSize = "sample_size"
    case accessionNumbers = "accession_numbers"
  }

  init(_ id: String, title: String = "", text: String = "") {
    self.id = id
    self.title = title
    self.text = text
  }
}
