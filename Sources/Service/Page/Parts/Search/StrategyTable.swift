import Answers
import Literature

/// The lines of a strategy, each with the number of documents that it finds and a link to them: the
/// table that PRISMA-S asks for.
struct StrategyTable {
  let report: StrategyReport
  /// The address of the search; `nil` if it is too long for one, so the form of the page sends
  /// it again.
  let address: PageAddress?
  /// The number of the line whose results the page shows.
  let shown: Int

  var html: HTML {
    let (shared, lines) = StrategyReport.sharedNotes(of: report.lines)
    let common = shared.compactMap { shared in
      Self.text(shared.note).map { "\(shared.place): \($0)" }
    }
    let notes: [HTML] = (report.notes + common).map { "<li>\($0)</li>" }
    let links = address.map { PageLinks($0) }
    let rows: [HTML] = lines.map { row($0, links) }
    return """
      <section class="strategy" aria-labelledby="strategy-title">
      <h2 id="strategy-title">Search strategy</h2>
      \("<ul>\(notes)</ul>", if: !notes.isEmpty)
      <table><thead><tr><th scope="col">Line</th><th scope="col">Search</th>\
      <th scope="col">Documents</th></tr></thead>
      <tbody>\(rows.joined(by: "\n"))</tbody></table>
      <p><button type="button" class="plain" data-copy="\(copied)">Copy the table</button></p>
      </section>
      """
  }

  /// The table as it is pasted into a text or a spreadsheet, which must not run its cells.
  private var copied: String {
    report.table(.parameters).map { cells in
      cells.map {
        FormulaMark.marked($0.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      }.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  private func row(_ line: StrategyReport.Line, _ links: PageLinks?) -> HTML {
    let runs: HTML = """
      <details><summary>Runs as</summary><code>\(line.query)</code></details>
      """
    let notes: [HTML] = line.notes.compactMap(Self.text).map { "<p class=\"why\">\($0)</p>" }
    return """
      <tr\(" class=\"shown\"", if: line.line == shown)><th scope="row">\(line.line)</th>\
      <td><code>\(line.text)</code>\(runs, if: line.query != line.text && !line.query.isEmpty)\
      \(notes)</td><td>\(documents(line, links))</td></tr>
      """
  }

  /// The text of a note; notes with a link are listed with those of the line that is shown.
  private static func text(_ note: SearchNote) -> String? {
    if case .sentence(let text) = note { text } else { nil }
  }

  private func documents(_ line: StrategyReport.Line, _ links: PageLinks?) -> HTML {
    guard let count = line.documents else { return "<span class=\"why\">not run</span>" }
    let isLast = line.line == report.lines.last?.line
    let label: HTML = """
      aria-label="Line \(line.line): \(NumberText.counted(count, "document"))"\
      \(" aria-current=\"true\"", if: line.line == shown)
      """
    guard let address, let links else {
      return """
        <button type="submit" class="plain" form="\(StrategyPage.form)" \
        name="\(Parameter.line.name)" value="\(line.line)" \(label)>\
        \(NumberText.whole(count))</button>
        """
    }
    return links.link(
      to: address.setting(.line, isLast ? nil : String(line.line)), "\(NumberText.whole(count))",
      attributes: " \(label)")
  }
}
