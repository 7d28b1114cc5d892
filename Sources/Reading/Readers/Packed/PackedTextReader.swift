import Literature

/// A reader of a format that is a zip file of XML files.
protocol PackedTextReader: WholeFileReader {
  /// Whether a member is needed.
  static func isWanted(_ member: String) -> Bool

  /// Whether the year of a reference is that of the file, so that a year in the text takes
  /// precedence.
  static var yearIsOfFile: Bool { get }

  /// Extracts a reference, text and sections from the members.
  ///
  /// - Parameter problems: receives what could not be read, each as the end of a sentence.
  func reference(
    _ members: PackedText, _ problems: inout [String]
  ) throws(ReadError) -> BibliographicRecord
}

extension PackedTextReader {
  static var yearIsOfFile: Bool { true }

  func outcomes(
    _ stream: ByteStream, from origin: RecordOrigin
  ) throws(ReadError) -> [ReadOutcome] {
    let members = try PackedText(stream, wanted: Self.isWanted)
    var problems: [String] = []
    let reference = try reference(members, &problems)
    let failures = problems.map { ReadOutcome.failed(origin.notice(nil, $0)) }
    guard var document = reference.document(from: origin) else {
      return failures.isEmpty ? [origin.withoutText] : failures
    }
    if document.sections.count <= 1, document.sections.first?.heading.isEmpty ?? true {
      // There are no heading styles, so headings are recognised by the form of the lines.
      var plain = FreeText(TextLine.lines(of: document.text))
      plain.divide(&document)
    }
    document.setAuthorsBelowTitle()
    document.takeLabelledLines()
    if Self.yearIsOfFile {
      document.set(\.year, .year, StatedYear.find(in: document), origin: .extracted)
    }
    document.nameByFile(origin)
    return [.document(document, repaired: nil)] + failures
  }
}
