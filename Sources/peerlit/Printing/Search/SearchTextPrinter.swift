import Answers
import Literature
import Query

/// Search results as text: hits with their passages, totals and notes.
struct SearchTextPrinter: SearchPrinter {
  var style = TextStyle()
  var isBatch = false
  /// Whether to print whole passages.
  var isFull = false
  /// The index or server that is searched, as a line that is printed if nothing is found.
  var place: String?
  /// The unit that was ranked and counted.
  var unit = SearchRequest.Unit.document
  /// Whether the hits are the documents most similar to one; nearly all documents are slightly
  /// similar.
  var areSimilar = false
  /// Notes on a single query go to standard error, before the hits.
  var includesNotes: Bool { isBatch }

  func text(_ response: SearchResponse) throws -> String? {
    var blocks: [String] = []
    if isBatch {
      let id = response.query.id.map { "\($0): " } ?? ""
      blocks.append(
        Paragraph("== \(id)\(response.query.text)").lines(style, role: .title))
    }
    let digits = String(response.hits.last?.rank ?? 1).count
    blocks += response.hits.map {
      HitText(style: style, rankDigits: digits, isFull: isFull).text($0)
    }
    if !response.related.isEmpty {
      blocks.append(
        Paragraph("Related documents that do not contain your words:").lines(style, role: .title))
      blocks += response.related.map {
        HitText(style: style, rankDigits: 1, isFull: isFull).text($0)
      }
    }
    // The formula is the same for all hits.
    let explanations = (response.hits + response.related).compactMap(\.explanation)
    if let formula = explanations.first?.formula {
      blocks.append(Paragraph(formula).lines(style, role: .quiet))
    }
    if !response.facets.isEmpty {
      blocks.append(FacetText(style: style).text(response.facets))
    }
    blocks.append(summary(response))
    return blocks.joined(separator: "\n\n")
  }

  /// The first few words.
  private static func abbreviated(_ words: [String]) -> String {
    let shown = words.prefix(5).joined(separator: ", ")
    return words.count > 5 ? "\(shown) and \(words.count - 5) more" : shown
  }

  /// The totals, those of the unit first.
  private func counted(_ total: HitCount, _ more: String) -> String {
    let passages = NumberText.counted(total.passages, "passage")
    let documents = NumberText.counted(total.documents, "document")
    return unit == .document
      ? "\(documents) with \(more)\(passages)" : "\(passages) in \(more)\(documents)"
  }

  private func summary(_ response: SearchResponse) -> String {
    let total = response.total
    let took = NumberText.time(microseconds: response.tookUs)
    let more = total.exact ? "" : "more than "
    var lines = [
      total.documents == 0
        ? "Nothing found (\(took))."
        : "\(more.capitalizedFirst)\(counted(total, more)) (\(took))"
          + (response.hits.isEmpty ? ", none shown." : ".")
    ]
    if areSimilar, !response.hits.isEmpty {
      let count = response.hits.count
      lines[0] =
        count == 1
        ? "The most similar document (\(took))."
        : "The \(NumberText.whole(count)) most similar documents (\(took))."
    } else if !total.exact {
      lines[0] += " Use --count to count all."
    }
    // Feedback adds no matches: it only changes their order.
    for expansion in response.query.expansions where expansion.why != .feedback {
      lines.append(
        "“\(expansion.term)” also finds \(Self.abbreviated(expansion.added))"
          + " (\(expansion.why); --exact switches this off).")
    }
    if isBatch { lines += response.query.notes.map { "Note: \($0.text(.options))" } }
    var blocks = lines.enumerated().map { index, line in
      let isNote = index > 0
      return Paragraph(line).lines(
        style, indent: isNote ? "  " : "", first: "", role: isNote ? .warning : .quiet)
    }
    // Unbroken, so that it can be copied.
    if total.documents == 0, let place {
      blocks.insert(style.paint(TerminalText.escaped(place), .quiet), at: 1)
    }
    return blocks.joined(separator: "\n")
  }
}
