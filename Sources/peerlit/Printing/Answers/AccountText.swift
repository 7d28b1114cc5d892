import Answers
import Retrieval

/// The account of `index`, for people.
package struct AccountText {
  private let style: TextStyle

  /// Makes a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a line's end after it.
  package func text(_ account: IndexAccount) -> String {
    let records = account.records
    let parts: [(Int, String)] = [
      (records.added, "added"), (records.updated, "updated"), (records.unchanged, "unchanged"),
      (records.duplicate, "duplicate"), (records.skipped, "skipped"), (records.failed, "failed"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\(Decimals.whole($0.0)) \($0.1)" }
    var text =
      "\(Counted.of(records.seen, "record")) in \(Counted.of(account.files.seen, "file"))"
      + (told.isEmpty ? "" : ": " + told.joined(separator: ", ")) + "."
    if records.repaired > 0 {
      text += " \(Decimals.whole(records.repaired)) had broken characters, shown as U+FFFD."
    }
    if account.files.failed > 0 {
      text += " \(Counted.of(account.files.failed, "file")) could not be read."
    }
    if account.removed > 0 {
      text += " \(Counted.of(account.removed, "document")) removed, their sources being gone."
    }
    if account.missing > 0 {
      text +=
        " \(Counted.of(account.missing, "document")) kept whose source is gone (--prune drops them)."
    }
    if account.logBytes > 0 {
      let size = Decimals.whole(max(1, account.logBytes / 1_000_000))
      text +=
        " Another program is reading the index, so \(size) MB of changes stay in its log (-wal) "
        + "for now."
    }
    text += " \(Duration.seconds(account.seconds).brief.capitalizedFirst)."
    return Paragraph(text).lines(style)
  }
}
