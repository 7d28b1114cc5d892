import Literature

/// The XML of Europe PMC's web service: a `result` for each article, with the same names as in its
/// JSON (Europe PMC, "Articles RESTful API").
package struct EuropePMCReader: XMLRecordReader {
  package static let format = "Europe PMC XML"
  static let records = ["result"]

  package static func recognises(_ head: FileHead) -> Bool {
    head.xmlRoot == "responseWrapper" && head.holds("<resultList")
  }

  package init() {}

  func document(_ record: XMLElement, from origin: RecordOrigin, line: Int) -> Document? {
    EuropePMCArticle.reference(record.jsonValue).document(from: origin, line: line)
  }
}
