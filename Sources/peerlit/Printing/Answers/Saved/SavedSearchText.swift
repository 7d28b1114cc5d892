import Answers
import Foundation
import Literature
import Query

/// A saved search as readable text, for the appendix of a review.
///
/// Contains what PRISMA-S requires (Rethlefsen et al., 2021).
package struct SavedSearchText {
  /// The markup of headings, tables and lists.
  package enum Form: Sendable {
    case markdown, plain
  }

  let form: Form

  /// Creates a printer.
  package init(_ form: Form) {
    self.form = form
  }

  /// The form for a file's extension; `nil` for JSON.
  static func form(of path: String) -> Form? {
    switch path.lowercased().split(separator: ".").last {
    case "md", "markdown": .markdown
    case "txt": .plain
    default: nil
    }
  }

  /// The text, without a final line feed.
  package func text(_ search: SavedSearch) -> String {
    var parts = [heading("Search of the index \(search.index.path)", level: 1)]
    parts.append(table(["", ""], facts(search), isHeadless: true))
    if let lines = search.lines { parts += strategy(lines) }
    parts.append(heading("Records", level: 2))
    parts.append(table(["Source", "Records"], records(search)))
    if search.index.sources == nil {
      parts.append("The number of records per source was not saved with this search.")
    }
    let count = NumberText.counted(search.total.documents, "document")
    parts.append(heading("Results: \(count)", level: 2))
    let titles = search.titles ?? []
    let hits = search.hits.enumerated().map { at, id in
      let title = titles.indices.contains(at) ? titles[at] : ""
      return "\(at + 1). " + escaped(DocumentLine.name(title, id))
    }
    if !hits.isEmpty { parts.append(hits.joined(separator: "\n")) }
    return parts.joined(separator: "\n\n")
  }

  // MARK: Contents

  private func facts(_ search: SavedSearch) -> [[String]] {
    let (query, request, index) = (search.query, search.request, search.index)
    let order = request.sort == .relevance ? "best first" : "by \(request.sort.rawValue)"
    let versions = VersionRows.of(index.versions).map { "\($0.name) \($0.version)" }
    let size = NumberText.counted(index.documents, "document")
    let passages = NumberText.counted(index.passages, "passage")
    var facts: [[String]] = []
    facts.append(["Date", search.date])
    facts.append(["Query as typed", typed(search)])
    facts.append(["Query as run", code(Self.asRun(search))])
    facts.append(["Syntax", Self.syntax(request)])
    facts.append(["Filters", filters(query.filters)])
    facts.append(["Words added", expansions(search)])
    if let rows = search.synonyms, !rows.isEmpty {
      let groups = rows.map { $0.joined(separator: " | ") }
      facts.append(["Own synonyms", groups.joined(separator: "; ")])
    }
    facts.append(["Order", order])
    facts.append(["Program", search.program])
    facts.append(["Index", "\(size), \(passages), content \(index.content)"])
    facts.append(["Versions", versions.joined(separator: "; ")])
    // Notes on lines of a strategy are listed with the lines.
    let ofLines = (search.lines ?? []).flatMap(\.notes)
    return facts
      + query.notes.filter { !ofLines.contains($0) }.map { ["Note", $0.text(.options)] }
  }

  private func typed(_ search: SavedSearch) -> String {
    guard let lines = search.lines, let last = lines.last else { return code(search.query.text) }
    let count = NumberText.counted(lines.count, "line")
    return "line \(search.request.line ?? last.line) of a strategy of \(count), listed below"
  }

  /// The query as run, in the query language if this program reads it in the same way.
  private static func asRun(_ search: SavedSearch) -> String {
    let (query, request) = (search.query, search.request)
    let parsed = (try? request.request()).flatMap { try? QueryParser().parse($0) }
    guard let parsed, parsed.tree.description == query.interpreted, !parsed.tree.isEmpty else {
      return query.interpreted
    }
    return parsed.tree.queryText
  }

  private static func syntax(_ request: SavedSearch.Request) -> String {
    request.plain ? "plain words, without operators" : (request.syntax ?? .peerlit).label
  }

  private func filters(_ filters: FilterJSON) -> String {
    func list(_ values: [String: [String]], _ sign: String) -> [String] {
      values.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map { name, values in
        "\(sign)\(name.replacing("_", with: " ")): \(values.joined(separator: " or "))"
      }
    }
    func conditions(_ filters: FilterJSON, _ sign: String) -> [String] {
      list(filters.wanted, sign) + list(filters.excluded, sign + "not ")
        + filters.further.flatMap { conditions($0, "also ") }
    }
    var parts = conditions(filters, "")
    if filters.includeUnknown { parts.append("including documents without a value") }
    if filters.includePossible { parts.append("including values that are only possible") }
    return parts.isEmpty ? "none" : parts.joined(separator: "; ")
  }

  private func expansions(_ search: SavedSearch) -> String {
    if search.request.exact { return "none (switched off)" }
    let parts = search.query.expansions.map { expansion in
      "\(expansion.term): \(expansion.added.joined(separator: ", ")) (\(expansion.why))"
    }
    return parts.isEmpty ? "none" : parts.joined(separator: "; ")
  }

  /// The numbers of a PRISMA flow diagram.
  private func records(_ search: SavedSearch) -> [[String]] {
    var rows = (search.index.sources ?? []).map { [$0.path, NumberText.whole($0.records)] }
    if let records = search.index.records {
      let removed = search.index.removed ?? 0
      rows.append(["Records identified", NumberText.whole(records)])
      rows.append([
        "Duplicates removed before the search",
        NumberText.whole(max(0, records - removed - search.index.documents)),
      ])
      if removed > 0 {
        rows.append([
          "Removed before the search for other reasons", NumberText.whole(removed),
        ])
      }
    }
    rows.append(["Documents searched", NumberText.whole(search.index.documents)])
    rows.append(["Documents that match", NumberText.whole(search.total.documents)])
    return rows
  }

  // MARK: Form

  func heading(_ text: String, level: Int) -> String {
    switch form {
    case .markdown: String(repeating: "#", count: level) + " " + escaped(text)
    case .plain:
      text + "\n"
        + String(repeating: level == 1 ? "=" : "-", count: min(72, DisplayWidth.of(text)))
    }
  }

  func table(_ head: [String], _ rows: [[String]], isHeadless: Bool = false) -> String {
    switch form {
    case .markdown:
      let lines =
        [head, head.map { _ in "---" }]
        + rows.map { row in row.map { $0.hasPrefix("`") ? $0 : escaped($0) } }
      return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    case .plain:
      let all = isHeadless ? rows : [head] + rows
      let width = min(44, all.map { DisplayWidth.of($0[0]) }.max() ?? 0)
      return all.map { DisplayWidth.padded($0[0], to: width) + "  " + $0[1] }
        .joined(separator: "\n")
    }
  }

  func code(_ text: String) -> String {
    let text = PlainField.of(text)
    guard form == .markdown else { return text }
    // A bar would start another column. A run of backticks as long as the first one would end the
    // code.
    let fence = String(
      repeating: "`", count: 1 + (text.matches(of: /`+/).map(\.output.count).max() ?? 0))
    let space = fence.count > 1 ? " " : ""
    return fence + space + text.replacing("|", with: "\\|") + space + fence
  }

  func escaped(_ text: String) -> String {
    let text = PlainField.of(text)
    guard form == .markdown else { return text }
    return text.map { "\\`*_[]<>|#".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}
