import Literature

/// The sections of an article that are about the article, not its subject: references, funding,
/// disclosures, registrations, acknowledgements, addresses.
package enum BackMatter {
  /// Headings, folded by ``SectionLabels/fold(_:)``.
  private static let headings = Set(
    Table(named: "back-matter.tsv").rows.map { $0["heading"] })

  /// Whether a section is back matter by its kind or its heading.
  package static func contains(heading: String, kind: Section.Kind) -> Bool {
    if kind == .references { return true }
    if heading.isEmpty || heading.utf8.count > longest { return false }
    let own = heading.split(separator: Section.pathSeparator).last ?? ""
    let name = SectionLabels.fold(own)
    if isHeading(name) { return true }
    let parts = parts(name)
    return !parts.isEmpty
      && parts.allSatisfy { isHeading($0) || SectionLabels.kinds[$0] == .references }
  }

  /// Maximum length of a heading that is examined, in bytes.
  private static let longest = 160

  /// The headings combined in one heading: "Funding and conflicts of interest".
  private static func parts(_ name: String) -> [String] {
    name.replacing(" and ", with: ",").replacing(" & ", with: ",")
      .split { ",;/:|".contains($0) }.map { $0.trimmed }
  }

  /// Whether a name is a heading of the table, as it is or with an identifier after it:
  /// "trial registration nct01234567".
  private static func isHeading(_ name: some StringProtocol) -> Bool {
    if headings.contains(String(name)) { return true }
    guard let last = name.split(separator: " ").last, last.count > 4, last.count < name.count,
      last.contains(where: \.isNumber)
    else { return false }
    let start = name.dropLast(last.count).split { $0 == " " || $0 == ":" }
      .joined(separator: " ")
    return headings.contains(start)
  }
}
