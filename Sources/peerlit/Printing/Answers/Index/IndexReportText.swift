import Answers

/// The summary of `index` as text.
package struct IndexReportText {
  private let style: TextStyle

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a final line feed.
  ///
  /// - Parameter index: the path of the index; `nil` to leave it out.
  package func text(_ report: IndexReport, index: String? = nil) -> String {
    let records = report.records
    let parts: [(Int, String)] = [
      (records.added, "added"), (records.updated, "updated"), (records.unchanged, "unchanged"),
      (records.duplicate, "duplicate"), (records.skipped, "skipped"), (records.failed, "failed"),
    ]
    let counts = parts.filter { $0.0 > 0 }.map { "\(NumberText.whole($0.0)) \($0.1)" }
    var text =
      "\(NumberText.counted(records.seen, "record")) in \(NumberText.counted(report.files.seen, "file"))"
      + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")) + "."
    if records.repaired > 0 {
      text +=
        " \(NumberText.whole(records.repaired)) contained invalid XML or invalid characters "
        + "(shown as U+FFFD)."
    }
    if report.files.skipped > 0 {
      text += " \(NumberText.counted(report.files.skipped, "file")) skipped."
    }
    let unread = report.files.failed - report.files.partlyRead
    if unread > 0 { text += " \(NumberText.counted(unread, "file")) failed." }
    if report.files.partlyRead > 0 {
      text += " \(NumberText.counted(report.files.partlyRead, "file")) partly read."
    }
    let mistakes = [
      (report.mistakes.catalogue, "catalogue.csv"), (report.mistakes.frontMatter, "front matter"),
      (report.mistakes.jsonLines, "JSON Lines"), (report.mistakes.records, "records"),
    ]
    for (count, place) in mistakes where count > 0 {
      text += " \(NumberText.counted(count, "mistake")) in \(place)."
    }
    if report.kept > 0 {
      text +=
        " Kept the earlier version of \(NumberText.counted(report.kept, "record")) that could not "
        + "be read."
    }
    if report.removed > 0 {
      text +=
        " Removed \(NumberText.counted(report.removed, "record")) whose source no longer exists."
    }
    if report.missing > 0 {
      text +=
        " Kept \(NumberText.counted(report.missing, "record")) whose source no longer exists "
        + "(--prune removes \(report.missing == 1 ? "it" : "them"))."
    }
    if report.encoded > 0 {
      text += " \(NumberText.counted(report.encoded, "document")) encoded."
    }
    if report.logBytes > 0 {
      let size = NumberText.whole(max(1, report.logBytes / 1_000_000))
      text +=
        " Another program is reading the index, so \(size) MB of changes stay in its log (-wal) "
        + "for now."
    }
    text += " \(NumberText.time(microseconds: Int(report.seconds * 1_000_000)))."
    // On a separate line, and unbroken, so that it can be copied.
    let place = index.map { "\nIndex: \(TerminalText.escaped($0))" } ?? ""
    return Paragraph(text).lines(style) + place
  }
}
