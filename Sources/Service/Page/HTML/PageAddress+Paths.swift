/// The addresses of pages, and of what is on them.
extension PageAddress {
  /// The address of the start page and the results.
  package static let home = "/"
  /// The address of the evidence map.
  package static let map = "/evidence-map"
  /// The address of the records of documents.
  static let export = "/export"
  /// The address of the login page.
  package static let login = "/login"
  /// The address that logs a browser out.
  static let logout = "/logout"
  /// The address of the page on how to search.
  package static let help = "/help"
  /// The address of the page for pasting a strategy.
  package static let strategy = "/search-strategy"
  /// The address of the page on the collection.
  package static let about = "/about"
  /// The folder of the addresses of documents.
  static let document = "/document/"

  /// The page of a document.
  package static func document(_ id: String) -> PageAddress {
    PageAddress(document + QueryString.encoded(id))
  }

  /// The address to which the forms of a document's page send corrections.
  static func corrections(_ id: String) -> String { document(id).path + "/corrections" }

  /// The id of the section with the facets of a document.
  static let characteristics = "appraisal-title"

  /// The id of the line that counts the matches in a document.
  static let matches = "matches"

  /// The file that a document was read from.
  static func file(_ id: String) -> String { document(id).path + "/file" }

  /// The page of a document at a passage, with the words of a search highlighted.
  package static func passage(
    _ id: String, _ range: Range<Int>, search: PageAddress? = nil
  ) -> PageAddress {
    var address = document(id)
    address.parameters = search?.keeping([.query, .exact, .syntax, .line]).parameters ?? []
    address = address.adding(.start, String(range.lowerBound))
      .adding(.end, String(range.upperBound))
    address.fragment = "passage"
    return address
  }
}
