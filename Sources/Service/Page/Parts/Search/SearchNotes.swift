import Answers
import Foundation
import Retrieval

/// Notes on a response: added words, ignored mistakes and omitted documents, each with a link to
/// turn it off if possible.
struct SearchNotes {
  let query: InterpretedQuery
  let address: PageAddress

  /// Number of added words that are named.
  private static let named = 5

  var html: HTML {
    let items = expansions + query.notes.map(note) + exact
    return items.isEmpty ? .empty : "<ul class=\"notes\">\(items)</ul>"
  }

  private var expansions: [HTML] {
    // Feedback adds no matches: it only changes their order.
    let shown = query.expansions.filter { $0.why != .feedback }
    guard !shown.isEmpty else { return [] }
    let added: [HTML] = shown.map { expansion in
      let words = expansion.added.prefix(Self.named).map { HTML.text($0) }.joined(by: ", ")
      let rest = expansion.added.count - Self.named
      return """
        <b>\(expansion.term)</b> also finds \(words)\(" and \(rest) more", if: rest > 0) \
        <span class="why">(\(expansion.why.rawValue))</span>
        """
    }
    let exact = address.setting(.exact, "true")
    return [
      """
      <li>\(added.joined(by: "; ")). \
      <a data-swap href="\(exact.href)">Search only for the words as typed</a></li>
      """
    ]
  }

  private var exact: [HTML] {
    guard address.value(.exact) == "true" else { return [] }
    return [
      """
      <li>Searching only for the words as typed. \
      <a data-swap href="\(address.setting(.exact, nil).href)">Include related words</a></li>
      """
    ]
  }

  /// A note; advice on command-line options becomes a link.
  private func note(_ note: String) -> HTML {
    let option = " (\(Parameter.includeUnknown.option))"
    if let link = withoutFilter(note) ?? corrected(note) { return link }
    guard note.hasSuffix(option) else { return "<li>\(note)</li>" }
    let kept = address.setting(.includeUnknown, "true")
    return """
      <li>\(note.dropLast(option.count)). \
      <a data-swap href="\(kept.href)">Include \(note.hasPrefix("1 ") ? "it" : "them")</a></li>
      """
  }

  /// A note on a misspelled word: the suggestion is a link to the same search with it.
  private func corrected(_ note: String) -> HTML? {
    let parts = note.split(omittingEmptySubsequences: false) { "“”".contains($0) }
    guard parts.count == 5, parts[2].hasSuffix("did you mean "),
      let text = address.value(.query),
      let range = text.range(
        of: String(parts[1]), options: [.caseInsensitive, .diacriticInsensitive])
    else { return nil }
    let query = text.replacingCharacters(in: range, with: String(parts[3]))
    return """
      <li>“\(parts[1])”\(parts[2])<a data-swap href="\(address.setting(.query, query).href)">\
      “\(parts[3])”</a>\(parts[4])</li>
      """
  }

  /// A note on a filter that excludes every match: "14 match without --method qualitative".
  private func withoutFilter(_ note: String) -> HTML? {
    guard let range = note.firstRange(of: " without ") else { return nil }
    let named = note[range.upperBound...].split { $0 == " " || $0 == "," }
    let parameters = Parameter.limits.filter { named.contains(Substring($0.option)) }
    guard !parameters.isEmpty, parameters.contains(where: { address.value($0) != nil }) else {
      return nil
    }
    let values = named.filter { !$0.hasPrefix("--") }.joined(separator: ", ")
    let wider = address.without(parameters + [.offset])
    return """
      <li>\(note[..<range.lowerBound]) <a data-swap href="\(wider.href)">without the filter \
      \(values)</a></li>
      """
  }
}
