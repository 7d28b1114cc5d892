import Answers
import Literature
import Query

/// The page on the contents of the collection and its gaps.
package struct AboutPage {
  let stats: IndexStats
  /// The facet counts of all documents.
  let report: FacetReport
  let version: String

  /// The whole page.
  var frame: PageFrame {
    PageFrame(
      title: "About this collection – peerlit", address: PageAddress(PageAddress.home),
      kind: "prose",
      content: """
        <article class="prose">
        <h1>About this collection</h1>
        <p>\(NumberText.counted(report.documents, "document"))\(years), divided into \
        \(NumberText.counted(stats.passages, "passage")). A work that comes from several sources is \
        counted once.</p>
        <h2>Completeness</h2>
        <div class="scroll"><table><thead><tr><th scope="col">Property</th>\
        <th scope="col">Documents with a value</th></tr></thead><tbody>\(facts)</tbody></table></div>
        <p>A search for studies with at least 20 participants leaves out documents that do not \
        state a number. A note above the results says how many were left out.</p>
        <h2>Limits</h2>
        <ul>
        <li>The collection contains only what the owner of this server has indexed. A search \
        that finds nothing does not mean that no study exists.</li>
        <li>Many records have only a title and an abstract, so words that occur only in the full \
        text are not found.</li>
        <li>New publications appear only after the owner has added them.</li>
        <li>If neither a person nor a database has stated the \
        \(FacetDefinition.inHits.inWords) of a document, peerlit looks for them in its text, and can \
        be wrong.</li>
        </ul>
        <p><a href="\(PageAddress.help)">How to search</a></p>
        <p class="version">peerlit \(version)</p>
        </article>
        """
    )
  }

  /// The first and the last year of publication, and the number of documents without one.
  private var years: String {
    let counts = report.facets[FacetName.year.rawValue] ?? []
    let years = counts.compactMap { Int($0.value) }
    guard let first = years.min(), let last = years.max() else { return "" }
    let unknown = unknown(in: counts)
    return (first == last ? " published in \(first)" : " published from \(first) to \(last)")
      + (unknown > 0 ? " (\(NumberText.whole(unknown)) without a year)" : "")
  }

  private var facts: [HTML] {
    FacetDefinition.filters.map { facet in
      let known = report.documents - unknown(in: report.facets[facet.name.rawValue] ?? [])
      let share = Self.percent(known, of: report.documents)
      let percent = share == 0 && known > 0 ? "less than 1" : String(share)
      return """
        <tr><td>\(facet.label)</td><td>\(NumberText.whole(known)) (\(percent)%)</td></tr>
        """
    }
  }

  /// A share in per cent, rounded to the nearest whole number.
  package static func percent(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : (part * 200 + whole) / (whole * 2)
  }

  /// The number of documents without a value.
  private func unknown(in counts: [FacetCount]) -> Int {
    counts.first { $0.value == CodeFilter.none }?.documents ?? 0
  }
}
