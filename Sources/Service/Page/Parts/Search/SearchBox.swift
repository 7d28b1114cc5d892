/// The search box: a form with all parameters, so that it works without JavaScript.
///
/// The fields of the filter panel are part of the same form. A query of several lines, such as a
/// strategy, has a text area; with JavaScript, the box becomes one when lines are pasted.
struct SearchBox {
  var address: PageAddress
  var action: String
  var isFocused: Bool
  /// The text in the box; `nil` for the query of the address.
  var text: String?
  /// Whether the page has the filter panel, with fields for the filters.
  var hasPanel: Bool

  /// The id of the form, for fields elsewhere on the page.
  static let form = "search"

  /// Maximum number of lines of the text area.
  private static let lines = 6

  /// The parameters that have a field in the box, or that another query does not keep.
  private static let own: [Parameter] = [.query, .offset, .start, .end]

  var html: HTML {
    var shown = Self.own + (hasPanel ? FilterPanel.fields : [])
    // Otherwise the years would stay when their fields are cleared.
    if hasPanel, FilterPanel.years(address) != nil { shown += Parameter.filters(of: .year) }
    let hidden = address.without(shown).parameters.map(\.hiddenField)
    return """
      <form id="\(Self.form)" class="search" role="search" action="\(action)" method="get">
      <label class="unseen" for="q">Search the literature on peer support</label>
      <div class="box">
      \(field)
      <button type="submit">Search</button>
      <ul id="completions" role="listbox" aria-label="Completions" hidden></ul>
      </div>
      <span id="hidden-fields">\(hidden)</span>
      </form>
      """
  }

  private var field: HTML {
    let text = text ?? address.value(.query) ?? ""
    let attributes: HTML = """
      id="q" name="\(Parameter.query.name)" placeholder="role clarity HCV" autocomplete="off" \
      autocapitalize="none" spellcheck="false" enterkeyhint="search"\(" autofocus", if: isFocused)
      """
    // No maximum length: a browser would cut a longer search without a word.
    guard text.contains(where: \.isNewline) else {
      return "<input \(attributes) type=\"search\" value=\"\(text)\">"
    }
    let lines = min(Self.lines, text.split(whereSeparator: \.isNewline).count)
    return "<textarea \(attributes) rows=\"\(lines)\">\(text)</textarea>"
  }
}
