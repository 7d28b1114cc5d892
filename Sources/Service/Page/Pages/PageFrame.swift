/// The frame of every page: head, search box, footer.
struct PageFrame {
  /// The title.
  var title: String
  /// The address of the page; its parameters fill the search box.
  var address: PageAddress
  /// The action of the search box: the results or the map.
  var action = PageAddress.home
  /// The text in the search box; `nil` for the query of the address.
  var query: String?
  /// Whether the search box has the focus when the page opens.
  var focusesSearch = false
  /// Whether the page has the filter panel.
  var hasPanel = false
  /// The class of the page, for the style sheet.
  var kind: String
  /// Whether the page has the search box, and links to pages that need a login.
  var hasSearch = true
  /// Whether the browser has logged in, and so can log out.
  var hasLogout = false
  /// The content.
  var content: HTML

  private var box: SearchBox {
    SearchBox(
      address: address, action: action, isFocused: focusesSearch, text: query, hasPanel: hasPanel)
  }

  private var links: HTML {
    """
    <p><a href="\(PageAddress.home)">Search</a> · <a href="\(PageAddress.map)">Evidence map</a> · \
    <a href="\(PageAddress.help)">Help</a> · \
    <a href="\(PageAddress.about)">About this collection</a> · <a href="/openapi.json">API</a></p>
    """
  }

  private var logout: HTML {
    """
    <form method="post" action="\(PageAddress.logout)"><button class="plain">Log out</button></form>
    """
  }

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
    <a class="skip to-hits" href="#\(HitList.id)">Skip to the results</a>
    <header class="top">
    <a class="name" href="\(PageAddress.home)" aria-label="peerlit, start page">\
    <span aria-hidden="true">peer<i>lit</i></span></a>
    \(box.html, if: hasSearch)
    </header>
    <p id="printed" class="on-paper"></p>
    <main id="content" tabindex="-1">
    \(content)
    </main>
    <footer class="foot">
    \(links, if: hasSearch)
    \(logout, if: hasLogout)
    <p>peerlit searches the literature on peer support. Your searches stay on this server \
    and in this browser.</p>
    </footer>
    <p id="announcer" class="unseen" role="status"></p>
    </body>
    </html>

    """
  }
}
