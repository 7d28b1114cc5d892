import Query

/// The page on which a strategy of several lines is pasted: a form, so that it works without
/// JavaScript, where the search box has only one line.
struct StrategyPage {
  /// The text in the form.
  var text = ""

  private static let example = "1. exp Peer Group/\n2. (peer* adj3 support*).ti,ab.\n3. or/1-2"

  /// The whole page.
  var frame: PageFrame {
    let languages: [HTML] = QuerySyntax.allCases.map { syntax in
      "<option value=\"\(syntax.rawValue)\">\(syntax.label)</option>"
    }
    return PageFrame(
      title: "Search strategy – peerlit", address: PageAddress(PageAddress.home), kind: "prose",
      content: """
        <article class="prose">
        <h1>Run a search strategy</h1>
        <p>Paste a strategy from Ovid, PubMed, EBSCOhost, Scopus or Web of Science, or write one in \
        peerlit’s own language. Each line is a search if the lines are numbered, or if a line \
        combines them (<code>1 or 2</code>, <code>#1 AND #2</code>). The results begin with a table \
        of the lines and the number of documents that each finds.</p>
        <form class="paste" action="\(PageAddress.home)" method="get">
        <label for="strategy">Strategy</label>
        <textarea id="strategy" name="\(Parameter.query.name)" rows="12" required \
        placeholder="\(Self.example)" autocomplete="off" autocapitalize="none" \
        spellcheck="false">\(text)</textarea>
        <label for="syntax">Language</label>
        <select id="syntax" name="\(Parameter.syntax.name)">\
        <option value="">Recognise it</option>\(languages)</select>
        <button type="submit">Run the strategy</button>
        </form>
        </article>
        """)
  }
}
