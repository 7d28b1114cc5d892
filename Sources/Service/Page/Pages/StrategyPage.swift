import Query

/// The page for pasting a multi-line strategy: a form, so that it works without
/// JavaScript, where the search box has only one line.
struct StrategyPage {
  /// The text in the form.
  var text = ""
  /// The language that is chosen; `nil` to recognise it.
  var syntax: QuerySyntax?
  /// The results of the strategy, if it is too long for an address.
  var results: StrategyResults?
  /// Why the strategy can't be run.
  var error: ServiceError?

  /// The id of the form, for buttons elsewhere on the page.
  static let form = "paste"

  private static let example = "1. exp Peer Group/\n2. (peer* adj3 support*).ti,ab.\n3. or/1-2"

  /// The whole page.
  var frame: PageFrame {
    PageFrame(
      title: "Search strategy – peerlit", address: PageAddress(PageAddress.home), kind: "prose",
      content: """
        <article class="prose">
        <h1>Run a search strategy</h1>
        <p>Paste a strategy from Ovid, PubMed, EBSCOhost, Scopus or Web of Science, or write one in \
        peerlit’s own language. If the lines are numbered, or if one of them combines others \
        (<code>1 or 2</code>, <code>#1 AND #2</code>), each line is run as a search of its own. The \
        results begin with a table of the lines and the number of documents that each finds.</p>
        \(mistake)
        \(paste)
        </article>
        \(results?.html)
        """)
  }

  private var mistake: HTML {
    guard let error else { return .empty }
    let excerpt = error.position.map { MistakeExcerpt(text: text, position: $0).html } ?? .empty
    return """
      <section class="mistakes" aria-label="Mistakes">
      <p><b>\(error.pageMessage)</b> \(error.pageHint ?? "")</p>
      \(excerpt)
      </section>
      """
  }

  private var paste: HTML {
    let languages: [HTML] = QuerySyntax.allCases.map { known in
      """
      <option value="\(known.rawValue)"\(" selected", if: known == syntax)>\(known.label)</option>
      """
    }
    return """
      <form id="\(Self.form)" class="paste" action="\(PageAddress.strategy)" method="post">
      <label for="strategy">Strategy</label>
      <textarea id="strategy" name="\(Parameter.strategy.name)" rows="12" required \
      placeholder="\(Self.example)" autocomplete="off" autocapitalize="none" \
      spellcheck="false">\(text)</textarea>
      <label for="syntax">Language</label>
      <select id="syntax" name="\(Parameter.syntax.name)">\
      <option value="">Detect automatically</option>\(languages)</select>
      <button type="submit">Run the strategy</button>
      </form>
      """
  }
}
