import Literature

/// A reader of a format that is a zip file of XML files.
protocol PackedTextReader: DocumentReader {
  /// Whether a member is needed.
  static func isWanted(_ member: String) -> Bool

  /// Whether the year of a reference is that of the file, so that a year in the text takes
  /// precedence.
  static var yearIsOfFile: Bool { get }

  /// Extracts a reference, text and sections from the members.
  func reference(_ members: PackedText) throws(ReadError) -> BibliographicRecord
}

extension PackedTextReader {
  static var yearIsOfFile: Bool { true }

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let outcome: ReadOutcome
    do throws(ReadError) {
      let members = try PackedText(stream, wanted: Self.isWanted)
      let reference = try reference(members)
      if var document = reference.document(from: origin) {
        if document.sections.count <= 1, document.sections.first?.heading.isEmpty ?? true {
          // There are no heading styles, so headings are recognised by the form of the lines.
          var plain = FreeText(TextLine.lines(of: document.text))
          plain.divide(&document)
        }
        if Self.yearIsOfFile {
          document.set(\.year, .year, StatedYear.find(in: document), origin: .extracted)
        }
        document.nameByFile(origin)
        outcome = .document(document, repaired: false)
      } else {
        outcome = origin.withoutText
      }
    } catch {
      outcome = .failed(origin.notice(nil, error.description))
    }
    try emit(outcome)
  }
}
