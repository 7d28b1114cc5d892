import Literature

/// The page on how to search.
struct HelpPage {
  private static let ways: [(query: String, meaning: HTML)] = [
    (
      "role clarity HCV",
      "Any of these words; documents that match more and rarer words come first."
    ),
    ("\"peer support worker\"", "The words next to each other, in this order."),
    (
      "+stigma trust",
      "Documents with <b>stigma</b>; those that also contain <b>trust</b> rank higher."
    ),
    ("supervision -clinical", "Documents with <b>supervision</b>, but without <b>clinical</b>."),
    (
      "peer training -method:protocol",
      "Leaves out study protocols; <b>-setting:</b> and <b>-condition:</b> work in the same way."
    ),
    ("counsel*", "Words that begin with <b>counsel</b>."),
    (
      "\"peer workers\" AND (burnout OR stress)",
      "The phrase, and at least one of the two words. Write AND, OR and NOT in capitals."
    ),
    ("peer NEAR/5 veteran", "At most five words between the two, in either order."),
    (
      "title:mentoring", "Only in the title; also <b>author:</b>, <b>journal:</b>, <b>keyword:</b>."
    ),
    ("method:qualitative n:>=20", "Qualitative studies with at least 20 participants."),
    (
      "10.1186/s12954-019-0327-2",
      "The document with this DOI comes first; a PMID or a trial number works as well."
    ),
  ]

  /// The whole page.
  var frame: PageFrame {
    let rows: [HTML] = Self.ways.map { way in
      let address = PageAddress(PageAddress.home).setting(.query, way.query)
      return """
        <tr><td><a href="\(address.href)"><code>\(way.query)</code></a></td>\
        <td>\(way.meaning)</td></tr>
        """
    }
    return PageFrame(
      title: "How to search – peerlit", address: PageAddress(PageAddress.home), kind: "prose",
      content: """
        <article class="prose">
        <h1>How to search</h1>
        <p>Type your question in plain words. Word endings don’t matter, and abbreviations \
        and synonyms are searched for as well; the words that were added are shown above the \
        results, and you can switch them off.</p>
        <h2>Ways to write a query</h2>
        <div class="scroll"><table><thead><tr><th scope="col">Query</th>\
        <th scope="col">Finds</th></tr></thead><tbody>\(rows)</tbody></table></div>
        <p>Strategies from Ovid, PubMed, EBSCOhost, Scopus and Web of Science can be pasted as they are, \
        <a href="\(PageAddress.strategy)">even if they have several lines</a>. If a \
        query can’t be run as written, the page says why and marks the mistake.</p>
        <h2>Filters</h2>
        <p>Filters narrow a search by \(FacetDefinition.filters.inWords). <b>Exclude</b>, beside a \
        value, leaves out the documents with this value. A range leaves out documents that do not \
        state the number; a note says how many, with a link to include them.</p>
        <p>Study designs and other facets were entered by a person, taken from the record of a \
        database, or found automatically in the text. What was found automatically can be wrong: open \
        a document to see the sentence that supports a facet, and how confident peerlit is.</p>
        <h2>Results</h2>
        <p>A result shows the sentences around the best matches. Its title opens the document at \
        that passage. <b>Cite</b> shows the reference in four styles, and <b>Export</b>, above the \
        results, saves them for Zotero, EndNote, Rayyan and spreadsheets. You can bookmark a page, or send its \
        address to others who use this server.</p>
        <h2>For programs</h2>
        <p><a href="/openapi.json">/openapi.json</a> describes the same searches as an HTTP API.</p>
        </article>
        """
    )
  }
}
