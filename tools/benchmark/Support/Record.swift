/// A record of JSON Lines, with the fields that the benchmark needs.
struct Record: Codable, Sendable {
  var id: String
  var title: String
  var text: String
  var year: Int?

  enum CodingKeys: String, CodingKey {
    case id = "_id"
    case title, text, year
  }
}
