/// What every page has around its content: head, search box, foot.
struct PageFrame {
  /// What the tab says.
  var title: String
  /// Where the page stands; its parameters fill the search box.
  var address: PageAddress
  /// Where the search box leads: to the results, or to the map.
  var action = PageAddress.home
  /// Whether the search box is the first thing to use.
  var focusesSearch = false
  /// A name for the look of this kind of page.
  var kind: String
  /// The content.
  var content: HTML

  /// The whole page.
  var html: HTML {
    """
    <!doctype html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="same-origin">
    <title>\(title)</title>
    <link rel="icon" href="\(PageAssets.icon.href)" type="image/svg+xml">
    <link rel="stylesheet" href="\(PageAssets.style.href)">
    <script src="\(PageAssets.script.href)" defer></script>
    </head>
    <body class="\(kind)">
    <a class="skip" href="#content">Skip to the content</a>
    <header class="top">
    <a class="name" href="\(PageAddress.home)" aria-label="peerlit, start page">\
    <span aria-hidden="true">peer<i>lit</i></span></a>
    \(SearchBox(address: address, action: action, isFocused: focusesSearch).html)
    </header>
    <main id="content" tabindex="-1">
    \(content)
    </main>
    <footer class="foot">
    <p><a href="\(PageAddress.home)">Search</a> · <a href="\(PageAddress.map)">Evidence map</a> · \
    <a href="/openapi.json">For programs</a></p>
    <p>peerlit searches the literature on peer support, on this machine alone.</p>
    </footer>
    <p id="announcer" class="unseen" role="status"></p>
    </body>
    </html>

    """
  }
}

/// The search box: a form that holds everything asked, so that it works without any script.
///
/// Fields of the filter panel belong to the same form by its name.
struct SearchBox {
  var address: PageAddress
  var action: String
  var isFocused: Bool

  /// The name by which fields elsewhere on the page belong to the form.
  static let form = "search"

  /// Parameters that have a field of their own, in the box or in the filter panel.
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
      <input id="q" name="\(Parameter.query.name)" type="search" maxlength="4096" \
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
