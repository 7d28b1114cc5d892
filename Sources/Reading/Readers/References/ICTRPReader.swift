import Literature

/// The XML of the WHO's platform of trial registers: a `Trial` for each registered trial (ICTRP,
/// "Export results to XML").
package struct ICTRPReader: XMLRecordReader {
  package static let format = "ICTRP XML"
  static let records = ["Trial"]

  package static func recognises(_ head: FileHead) -> Bool {
    head.xmlRoot == "Trials_downloaded_from_ICTRP"
  }

  package init() {}

  func document(_ record: XMLElement, from origin: RecordOrigin, line: Int) -> Document? {
    reference(record).document(from: origin, line: line)
  }

  private func reference(_ record: XMLElement) -> BibliographicRecord {
    func text(_ name: StaticString) -> String? { Self.text(record.child(name)) }
    var reference = BibliographicRecord()
    reference.key = text("TrialID")
    reference.add(.registry, reference.key)
    let scientific = text("Scientific_title")
    reference.title = text("Public_title") ?? scientific ?? ""
    reference.addTrialTitle(scientific, acronym: text("Acronym"))
    for (heading, name) in Self.sections {
      if let words = text(name) {
        reference.others.append(OtherText(heading: heading, text: words))
      }
    }
    reference.addTrialNumbers(list(record, "Secondary_ID"))
    reference.participants = record.child("Target_size")?.content
    reference.setDate(text("Date_registration3") ?? text("Date_registration"))
    reference.types = [text("Study_type")].compactMap(\.self)
    reference.imprint.publisher = text("Primary_sponsor")
    reference.url = text("web_address")
    reference.keywords = list(record, "Condition")
    reference.decodeEntities()
    return reference
  }

  /// The elements that are texts about a trial, which has no abstract.
  private static let sections: [(heading: String, name: StaticString)] = [
    ("Intervention", "Intervention"), ("Primary outcome", "Primary_outcome"),
  ]

  /// The values in an element; semicolons and line breaks of HTML separate them.
  private func list(_ record: XMLElement, _ name: StaticString) -> [String] {
    (record.child(name)?.content ?? "").replacing("<br>", with: ";").parts(separatedBy: ";")
  }

  /// The text of an element without line breaks of HTML; `nil` if it has none.
  private static func text(_ element: XMLElement?) -> String? {
    guard let content = element?.content else { return nil }
    let text = content.replacing("<br>", with: " ").oneLine.trimmed
    return text.isEmpty ? nil : text
  }
}
