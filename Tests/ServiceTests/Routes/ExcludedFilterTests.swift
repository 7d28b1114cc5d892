import JSON
import Service
import Testing

/// Values of facets that the page, HTTP and the map exclude.
struct ExcludedFilterTests {
  private func page(_ query: String) throws -> String {
    let response = try SeedService.get("/?" + query)
    #expect(response.status == 200, "\(query)")
    return String(decoding: response.body, as: UTF8.self)
  }

  /// Number of documents on a page of results.
  private func total(_ page: String) throws -> Int {
    let words = try #require(page.firstMatch(of: /<p id="total">(?:<b>(\d+) document|No results)/))
    return words.output.1.flatMap { Int($0) } ?? 0
  }

  /// The boxes of a page with their counts, and what their buttons exclude.
  private func rows(
    _ page: String
  ) -> [(name: String, code: String, count: Int, excluded: String?)] {
    page.matches(
      of:
        /name="(\w+)" value="([a-z][a-z-]*)"( checked)?><span class="label">[^<]*<\/span><span class="count">(\d+)<span class="unseen"> documents?<\/span><\/span><\/label>(?:<button class="exclude" [^>]*value="([^"]*)">Exclude<)?/
    ).filter { $0.output.1 != "unknown_sample" }.map {
      (
        String($0.output.1), String($0.output.2), Int($0.output.4) ?? -1,
        $0.output.5.map { String($0) }
      )
    }
  }

  @Test func `each value can be excluded, and leaves the other documents`() throws {
    let all = try page("q=peer")
    let everything = try total(all)
    let rows = rows(all)
    #expect(Set(rows.map { $0.name }) == ["condition", "setting", "method"])
    for row in rows {
      #expect(row.excluded == "-" + row.code)
      let target = "q=peer&\(row.name)=-\(row.code)"
      #expect(try total(try page(target)) == everything - row.count, "\(target)")
      let answer = try SeedService.get("/search?" + target).json
      #expect(
        answer["total"]?["documents"] == JSONValue.integer(everything - row.count), "\(target)")
    }
  }

  @Test func `what is excluded is a ticked box and a link that removes it`() throws {
    let html = try page("q=peer&method=-case-study&setting=-none")
    #expect(
      html.contains(
        """
        id="not-method-case-study" name="method" value="-case-study" checked>\
        <span class="label">Not Case study</span>
        """))
    #expect(html.contains("<span class=\"label\">Stated</span>"))
    #expect(!html.contains("id=\"method-case-study\""))
    #expect(
      html.contains(
        """
        <a class="chip" data-swap href="/?q=peer&amp;setting=-none" data-short="not Case study">\
        <span class="unseen">Remove filter: </span>Study design: not Case study<
        """), "\(html)")
    #expect(html.contains("data-short=\"setting stated\""))
    #expect(html.contains("Setting: stated<"))
    #expect(try page("method=-rct").contains("Study design: not Randomised trial<"))
  }

  @Test func `a ticked value has no button that excludes it`() throws {
    let row = try #require(
      rows(try page("q=peer&method=case-study")).first { $0.code == "case-study" })
    #expect(row.count == 2 && row.excluded == nil)
  }

  @Test(arguments: ["method=-case-study", "method=qualitative,-case-study", "condition=-none"])
  func `other values count only documents that are not excluded`(filter: String) throws {
    let rows = rows(try page("q=peer&" + filter))
    let excluded = filter.split(separator: "-", maxSplits: 1).last.map { String($0) } ?? ""
    for row in rows where filter.hasPrefix(row.name) {
      #expect(row.code != excluded)
      let chosen = "q=peer&\(row.name)=\(row.code)&\(row.name)=-\(excluded)"
      #expect(try total(try page(chosen)) == row.count, "\(chosen)")
    }
  }

  @Test func `a filter that excludes everything can be removed`() throws {
    let html = try page("q=peer&condition=hepatitis-c&method=-qualitative")
    #expect(try total(html) == 0)
    #expect(
      html.contains(
        """
        <a data-swap href="/?q=peer&amp;condition=hepatitis-c">without the filter \
        “Study design: not Qualitative study”</a>
        """), "\(html)")
    // The box stays, although no design has a document.
    #expect(html.contains("name=\"method\" value=\"-qualitative\" checked>"))
  }
}
