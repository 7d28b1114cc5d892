/// The search box: a form with all parameters, so that it works without JavaScript.
///
/// The fields of the filter panel are part of the same form.
struct SearchBox {
  var address: PageAddress
  var action: String
  var isFocused: Bool

  /// The id of the form, for fields elsewhere on the page.
  static let form = "search"

  /// The parameters that have a field in the box or in the filter panel.
  private static let fields: [Parameter] =
    [.query, .offset, .start, .end] + FilterPanel.fields

  var html: HTML {
    let isMap = action == PageAddress.map
    let shown: [Parameter] =
      isMap ? [.query, .offset] : Self.fields
    let hidden: [HTML] = address.without(shown).parameters.map {
      "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">"
    }
    return """
      <form id="\(Self.form)" class="search" role="search" action="\(action)" method="get">
      <label class="unseen" for="q">Search the literature on peer support</label>
      <div class="box">
      <input id="q" name="\(Parameter.query.name)" type="search" maxlength="12000" \
      value="\(address.value(.query) ?? "")" placeholder="role clarity HCV" \
      autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"\
      \(" autofocus", if: isFocused)>
      <button type="submit">Search</button>
      <ul id="completions" role="listbox" aria-label="Completions" hidden></ul>
      </div>
      <span id="hidden-fields">\(hidden)</span>
      </form>
      """
  }
}
