import Answers

/// The summary of `index` as text.
package struct AccountText {
  private let style: TextStyle

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a final line feed.
  package func text(_ account: IndexAccount) -> String {
    let records = account.records
    let parts: [(Int, String)] = [
      (records.added, "added"), (records.updated, "updated"), (records.unchanged, "unchanged"),
      (records.duplicate, "duplicate"), (records.skipped, "skipped"), (records.failed, "failed"),
    ]
    let counts = parts.filter { $0.0 > 0 }.map { "\(NumberText.whole($0.0)) \($0.1)" }
    var text =
      "\(NumberText.counted(records.seen, "record")) in \(NumberText.counted(account.files.seen, "file"))"
      + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")) + "."
    if records.repaired > 0 {
      text +=
        " \(NumberText.whole(records.repaired)) contained invalid characters, shown as U+FFFD."
    }
    if account.files.skipped > 0 {
      text += " \(NumberText.counted(account.files.skipped, "file")) skipped."
    }
    if account.files.failed > 0 {
      text += " \(NumberText.counted(account.files.failed, "file")) could not be read."
    }
    if account.removed > 0 {
      text +=
        " Removed \(NumberText.counted(account.removed, "document")) whose source no longer exists."
    }
    if account.missing > 0 {
      text +=
        " Kept \(NumberText.counted(account.missing, "document")) whose source no longer exists "
        + "(--prune removes them)."
    }
    if account.logBytes > 0 {
      let size = NumberText.whole(max(1, account.logBytes / 1_000_000))
      text +=
        " Another program is reading the index, so \(size) MB of changes stay in its log (-wal) "
        + "for now."
    }
    text += " \(NumberText.time(microseconds: Int(account.seconds * 1_000_000)))."
    return Paragraph(text).lines(style)
  }
}
