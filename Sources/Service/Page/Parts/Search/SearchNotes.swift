import Answers
import Foundation
import Literature
import Query
import Retrieval

/// Notes on a response: added words, ignored mistakes and omitted documents, each with a link to
/// turn it off if possible.
struct SearchNotes {
  let query: InterpretedQuery
  /// The address of the search; `nil` if it is too long for one, so there are no links.
  let address: PageAddress?

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
    let exact = link(address?.setting(.exact, "true"), "Search only for the words as typed")
    return ["<li>\(added.joined(by: "; ")). \(exact)</li>"]
  }

  /// A link; nothing without an address.
  ///
  /// - Parameter isAction: whether it stands beside the note, and is not a part of it.
  private func link(_ other: PageAddress?, _ label: HTML, isAction: Bool = true) -> HTML {
    guard let address, let other else { return .empty }
    return PageLinks(address).link(
      to: other, label, attributes: isAction ? " data-action" : .empty)
  }

  private var exact: [HTML] {
    guard let address, address.value(.exact) == "true" else { return [] }
    return [
      """
      <li>Searching only for the words as typed. \
      \(link(address.setting(.exact, nil), "Include related words"))</li>
      """
    ]
  }

  /// A note, with a link that follows its advice.
  private func note(_ note: SearchNote) -> HTML {
    switch note {
    case .unknownWord(let word, let suggestion?):
      if let link = corrected(word, "not", suggestion) { return link }
    case .rareWord(let word, let suggestion):
      if let link = corrected(word, "rare", suggestion) { return link }
    case .unstated(_, let documents):
      let kept = link(
        address?.setting(.includeUnknown, "true"),
        documents == 1 ? "Include it" : "Include them")
      return "<li>\(note.statement). \(kept)</li>"
    case .excluding(let conditions, _):
      return "<li>\(note.statement) \(without(conditions))</li>"
    case .sentence, .unknownWord: break
    }
    return "<li>\(note.statement)</li>"
  }

  /// The search with the suggestion in place of a misspelled word; `nil` if the query does not
  /// contain the word as such, or is too long to repeat for each of its words.
  private func corrected(_ word: String, _ state: String, _ suggestion: String) -> HTML? {
    guard let address, !PageLinks.areButtons(address), let text = address.value(.query),
      let range = text.range(of: word, options: [.caseInsensitive, .diacriticInsensitive])
    else { return nil }
    let query = text.replacingCharacters(in: range, with: suggestion)
    return """
      <li>“\(word)” is \(state) in the index; did you mean \
      <a data-swap href="\(address.setting(.query, query).href)">“\(suggestion)”</a>?</li>
      """
  }

  /// “without the filter “Setting: Community””, as a link if the address has the filters.
  private func without(_ conditions: [SearchNote.Condition]) -> HTML {
    let values = conditions.map { condition in
      switch condition {
      case .parameter(let parameter, let value): "“\(Self.name(parameter, value))”"
      case .query(let text): "“\(text)”"
      }
    }
    let filters = values.count == 1 ? "filter" : "filters"
    let words: HTML = "without the \(filters) \(values.joined(separator: ", "))"
    let names = conditions.compactMap { condition -> String? in
      guard case .parameter(let parameter, _) = condition else { return nil }
      return parameter.name
    }
    let parameters = Parameter.allFilters.filter { names.contains($0.name) }
    // A condition in the query stays in it.
    guard let address, names.count == conditions.count,
      parameters.contains(where: { address.value($0) != nil })
    else {
      return words
    }
    let wider = address.without(parameters + [.offset])
    return link(wider, words, isAction: false)
  }

  /// A filter as above the results: “Setting: Community”.
  private static func name(
    _ parameter: FacetDefinition.FilterParameter, _ value: String
  ) -> String {
    let alone = PageAddress("/", [PageAddress.Pair(parameter.name, value)])
    return FilterChips(address: alone).labels.first ?? value
  }
}
