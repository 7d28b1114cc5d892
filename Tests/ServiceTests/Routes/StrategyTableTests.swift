import Service
import TestSupport
import Testing

/// Strategies in the address of the search page, with the table of their lines.
struct StrategyTableTests {
  private func text(_ response: ServiceResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  @Test func `a strategy has a table of its lines`() throws {
    let target = "/?q=1.+peer$.ti.%0A2.+english.la.%0A3.+1+and+work*.af."
    let html = text(try SeedService.get(target))
    #expect(html.contains("<h2 id=\"strategy-title\">Search strategy</h2>"))
    #expect(html.contains("<li>Recognised as a search written for Ovid.</li>"))
    #expect(html.contains("<tr class=\"shown\"><th scope=\"row\">3</th>"))
    #expect(html.contains("<code>1 and work*.af.</code>"))
    #expect(html.contains("<code>title:peer* AND work*</code>"))
    #expect(html.contains("<span class=\"why\">not run</span>"))
    #expect(html.contains("(language) has no equivalent and was ignored.</p>"))
    // The notes are in the table alone.
    #expect(!html.contains("It runs as:"))
    #expect(html.contains("<title>Line 3 of a strategy – peerlit</title>"))
    #expect(html.contains("rows=\"3\">1. peer$.ti.\n2. english.la.\n3. 1 and work*.af.</textarea>"))
  }

  @Test func `the table that is copied runs no formulas in a spreadsheet`() throws {
    let html = text(try SeedService.get("/?q=1.+%3Dpeer%0A2.+work*%0A3.+1+and+2"))
    #expect(
      html.contains(
        "data-copy=\"line\ttext\tquery\tdocuments\tnotes\n1\t&#39;=peer\tpeer\t5\t\n2\twork*\t"))
  }

  @Test(arguments: [
    "1.+peer$.ti.%0A2.+work*.af.%0A3.+1+not+2%0A4.+or/1-2%0A5.+zzz.ti.",
    "%231+peer%0A%232+worker*%0A%233+%231+AND+%232+AND+hiv",
    "title:peer*%0Awork*%0A1+or+2&method=review",
    "1+title:peer*%0A2+work*%0A3+1+or+2&min_sample=21",
  ])
  func `each line of the table leads to its documents`(query: String) throws {
    let html = text(try SeedService.get("/?q=\(query)"))
    let rows = html.matches(
      of: /<a data-swap href="([^"]*)" aria-label="Line (\d+): [^"]*"[^>]*>([\d,]+)<\/a>/)
    #expect(rows.count >= 3)
    for row in rows {
      let target = String(row.output.1).replacing("&amp;", with: "&")
      let page = text(try SeedService.get(target))
      let total = page.firstMatch(of: /<p id="total">(?:<b>(\d+) document|No results)/)
      #expect(total?.output.1 ?? "0" == row.output.3, "\(target)")
      #expect(page.contains("<tr class=\"shown\"><th scope=\"row\">\(row.output.2)</th>"))
      #expect(page.contains(" aria-current=\"true\">\(row.output.3)</a>"))
      // Exports have the same documents.
      let export = target.replacing("/?", with: "/export?to=jsonl&", maxReplacements: 1)
      let lines = text(try SeedService.get(export)).split(separator: "\n")
      #expect(String(lines.count) == row.output.3, "\(export)")
    }
  }

  @Test func `words of a line are marked in its documents`() throws {
    let html = text(try SeedService.get("/?q=1.+hepatitis.af.%0A2.+peer.af.&line=1"))
    let link = try #require(html.firstMatch(of: /<h2 id="hit-1"><a href="([^"]*)"/)).output.1
    #expect(link.contains("line=1"))
    let target = link.prefix { $0 != "#" }.replacing("&amp;", with: "&")
    let page = text(try SeedService.get(String(target)))
    let marks = page.matches(of: /<mark[^>]*>([^<]*)<\/mark>/).map { $0.output.1.lowercased() }
    #expect(!marks.isEmpty && marks.allSatisfy { $0 == "hepatitis" })
  }

  @Test func `a multi-line query that is not a strategy has no table`() throws {
    let html = text(try SeedService.get("/?q=peer+support%0Afor+people"))
    #expect(!html.contains("class=\"strategy\""))
    #expect(html.contains("rows=\"2\">peer support\nfor people</textarea>"))
  }

  @Test func `a text that only looks like a strategy is searched as words, with a note`() throws {
    let response = try SeedService.get("/?q=1.+peer%0A2.+support+%237")
    #expect(response.status == 200)
    let html = text(response)
    #expect(
      html.contains(
        "Reference to the missing line 7 at line 2, character 12. Searched as plain words."))
    #expect(html.contains("<h2 id=\"hit-1\">") && !html.contains("class=\"strategy\""))
  }

  @Test func `a strategy is pasted on a page without a script`() throws {
    let html = text(try SeedService.get("/search-strategy?q=1+peer%0A2+%3Cb%3E"))
    #expect(
      html.contains(
        "<form id=\"paste\" class=\"paste\" action=\"/search-strategy\" method=\"post\">"))
    #expect(html.contains(">1 peer\n2 &lt;b&gt;</textarea>"))
    #expect(html.contains("<option value=\"wos\">Web of Science</option>"))
  }
}
