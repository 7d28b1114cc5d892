import Answers
import Foundation
import Literature
import Retrieval
import Service
import Testing

struct PageRoutesTests {
  private func text(_ response: ServiceResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private static let targets = [
    "/", "/?q=role+clarity+HCV", "/?q=peer&condition=hepatitis-c&unit=document&min_sample=2",
    "/?q=qwertyuiop", "/document/peers-hcv-2023?q=peer&start=400&end=1200", "/evidence-map",
    "/evidence-map?rows=setting&columns=method&q=peer", "/?q=peer+method:qualitativ",
    "/document/nothing", "/?colour=red", "/help", "/about",
  ]

  @Test(arguments: targets)
  func `pages run nothing but the script of the server`(target: String) throws {
    let response = try SeedService.get(target)
    #expect(response["content-type"] == "text/html; charset=utf-8")
    #expect(response["content-security-policy"] == PageAssets.policy)
    let html = text(response)
    #expect(html.hasPrefix("<!doctype html>"))
    #expect(!html.contains("<style"))
    #expect(html.matches(of: /<script[ >]/).count == 1)
    #expect(html.contains("<script src=\"/assets/page.js\" defer></script>"))
    #expect(html.firstMatch(of: /<[^>]*\s(on[a-z]+|style)=/) == nil)
    #expect(html.firstMatch(of: /(src|href)="(javascript|\/\/)/) == nil)
    let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count, "\(ids)")
  }

  @Test func `a filter is shown by its label, whatever name was typed`() throws {
    let html = text(try SeedService.get("/?method=rct"))
    #expect(html.contains("Study design: Randomised trial"))
    #expect(!html.contains(": rct<"))
  }

  @Test(arguments: [
    ("/?q=peer&condition=&min_sample=&year_from=2015&year_to=", "/?q=peer&year=2015.."),
    ("/?q=", "/"), ("/evidence-map?q=+&rows=setting", "/evidence-map?rows=setting"),
  ])
  func `forms lead to the address of their page`(target: String, address: String) throws {
    let response = try SeedService.get(target)
    #expect(response.status == 303)
    #expect(response["location"] == address)
  }

  @Test(arguments: [
    ("/?q=peer+method:qualitativ", 400, "Did you mean one of these?"),
    ("/?colour=red", 400, "Unknown parameter “colour”."),
    ("/?q=peer&year=soon", 400, "year"),
    ("/?q=peer+method:qualitativ", 400, "href=\"/?q=peer+method%3Aqualitative\""),
    (
      "/?q=peer&method=qualitativ&year=2015..", 400,
      "href=\"/?q=peer&amp;method=qualitative&amp;year=2015..\""
    ),
    ("/?q=peer+AND+(burnout", 400, "Unmatched “(” at character 10."),
    ("/?q=peer+AND+(burnout", 400, "value=\"peer AND (burnout\""),
    (
      "/?q=peer+AND+(&method=qualitative", 400,
      "/?q=peer+AND+%28&amp;method=qualitative&amp;plain=true"
    ),
    ("/document/nothing", 404, "There is no document with the id “nothing”."),
    ("/?q=peer&min_sample=9&max_sample=3", 400, "larger than max_sample"),
  ])
  func `errors are pages`(target: String, status: Int, words: String) throws {
    let response = try SeedService.get(target)
    #expect(response.status == status)
    #expect(text(response).contains(words))
  }

  @Test func `a document opens from the words of a malformed query`() throws {
    let response = try SeedService.get("/document/peers-hcv-2023?q=peer+AND+(workers")
    #expect(response.status == 200)
    #expect(text(response).contains("<mark>"))
  }

  @Test func `an address that leads nowhere is a page for browsers alone`() throws {
    let page = try SeedService.get("/nowhere", headers: ["accept": "text/html,*/*;q=0.8"])
    #expect(page.status == 404)
    #expect(page["content-type"] == "text/html; charset=utf-8")
    #expect(try SeedService.get("/nowhere").code == "no_such_route")
    let response = try SeedService.get("/no%2Fwhere")
    #expect(text(response).contains("/no/where does not exist."))
  }

  @Test func `the start page counts everything`() throws {
    let html = text(try SeedService.get("/"))
    #expect(html.contains("Search 5 documents"))
    #expect(html.contains("href=\"/?condition=infectious-disease\""))
  }

  @Test func `hits have marks, section, badges with evidence, a permanent link and a citation`()
    throws
  {
    let html = text(try SeedService.get("/?q=role+clarity+HCV&limit=5"))
    #expect(html.matches(of: /<article class="hit"/).count == 5)
    #expect(html.contains("<mark>role</mark>"))
    #expect(html.contains("<p class=\"section\">"))
    #expect(html.contains("data-copy-link"))
    #expect(html.contains("data-copy=\""))
    #expect(html.firstMatch(of: /<blockquote>[^<]*<b>[^<]+<\/b>/) != nil)
    #expect(
      html.firstMatch(of: /href="\/document\/[^"]*start=[0-9]+&amp;end=[0-9]+#passage"/) != nil)
  }

  @Test func `documents are listed, each with a snippet that can be opened`() throws {
    let html = text(try SeedService.get("/?q=role+clarity+HCV"))
    #expect(html.contains("aria-current=\"true\">Documents</a>"))
    #expect(html.contains("<summary>Show whole passage</summary>"))
    let passages = text(try SeedService.get("/?q=role+clarity+HCV&unit=passage"))
    #expect(passages.firstMatch(of: /<p id="total"><b>\d+ passages<\/b> in \d+ documents/) != nil)
  }

  @Test func `related documents are listed apart`() throws {
    func hit(_ id: String) -> Hit {
      Hit(
        rank: 1, score: 1, document: HitDocument(id: id, title: "Title of \(id)"),
        passage: HitPassage(text: "Text.", start: 0, end: 5))
    }
    var response = SearchResponse(
      query: InterpretedQuery(text: "peer", interpreted: "peer"), tookUs: 1,
      total: HitCount(passages: 1, documents: 1), hits: [hit("found")])
    func page() -> String {
      SearchPage(
        SearchView(
          address: PageAddress("/", [PageAddress.Pair("q", "peer")]), response: response,
          counts: [:])
      ).html.text
    }
    #expect(!page().contains("Related documents"))
    response.related = [hit("near")]
    let parts = page().split(separator: "Related documents that do not contain your words")
    #expect(parts.count == 2)
    #expect(parts.first?.contains("Title of found") == true)
    #expect(parts.last?.contains("aria-labelledby=\"related-1\"") == true)
    #expect(parts.last?.contains("Title of near") == true)
  }

  @Test func `a filter that leaves nothing can be removed`() throws {
    let html = text(try SeedService.get("/?q=peer&setting=community&method=review"))
    #expect(html.contains("No results"))
    #expect(
      html.contains(
        "<a data-swap href=\"/?q=peer&amp;method=review\">without the filter community</a>"))
  }

  @Test func `a filter of the query that leaves nothing is named`() throws {
    let html = text(try SeedService.get("/?q=peer+setting:community+method:review"))
    #expect(html.contains("without the filter community</li>"), "\(html)")
    #expect(!html.contains("--setting"))
  }

  @Test func `a misspelled word is corrected by a link`() throws {
    let html = text(try SeedService.get("/?q=role+Clairty&method=qualitative"))
    #expect(
      html.contains(
        """
        <li>“clairty” is not in the index; did you mean <a data-swap \
        href="/?method=qualitative&amp;q=role+clarity">“clarity”</a>?</li>
        """), "\(html)")
  }

  @Test func `expansions and notes can be switched off`() throws {
    let html = text(try SeedService.get("/?q=HCV&min_sample=21"))
    #expect(html.contains("href=\"/?q=HCV&amp;min_sample=21&amp;exact=true\""))
    #expect(html.contains("href=\"/?q=HCV&amp;min_sample=21&amp;include_unknown=true\""))
  }

  @Test func `a filter counts what its facet would give without it`() throws {
    let free = text(try SeedService.get("/?q=peer"))
    let limited = text(try SeedService.get("/?q=peer&condition=hepatitis-c"))
    let row =
      /value="mental-health"[^>]*><span class="label">[^<]*<\/span><span class="count">(\d+)/
    let count = try #require(free.firstMatch(of: row)).output.1
    #expect(try #require(limited.firstMatch(of: row)).output.1 == count)
  }

  @Test func `every cell of every map leads to its number of documents`() throws {
    for (rows, columns) in [
      ("method", "condition"), ("setting", "method"), ("condition", "setting"),
      ("method", "year"), ("year", "condition"),
    ] {
      for query in ["", "&q=peer", "&condition=hepatitis-c"] {
        let html = text(
          try SeedService.get("/evidence-map?rows=\(rows)&columns=\(columns)\(query)"))
        let cells = html.matches(of: /<td class="(?:shade-\d|sum)"><a href="([^"]*)"[^>]*>(\d+)</)
        if query.isEmpty { #expect(!cells.isEmpty) }
        for cell in cells {
          let target = String(cell.output.1).replacing("&amp;", with: "&")
          let found = text(try SeedService.get(target))
          let total = found.firstMatch(of: /<p id="total"><b>(\d+) document/)?.output.1
          #expect(total == cell.output.2, "\(target)")
        }
      }
    }
  }

  @Test func `a passage stands in its document`() throws {
    let html = text(try SeedService.get("/document/peers-hcv-2023?start=400&end=1200"))
    #expect(html.matches(of: /id="passage"/).count == 1)
    #expect(html.contains("<span class=\"passage\""))
    #expect(html.contains("<section id=\"similar\""))
  }

  @Test(arguments: ["/?q=role+clarity+HCV&limit=1", "/document/peers-hcv-2023"])
  func `the citation is given in every style`(target: String) throws {
    let html = text(try SeedService.get(target))
    for style in CitationStyle.allCases {
      #expect(html.contains("<span class=\"what\">\(style.name)</span> <span class=\"citation\">"))
    }
    #expect(html.matches(of: /<button type="button" data-copy="/).count == 4)
  }

  @Test(arguments: ["start=900000&end=900001", "start=9&end=3", "start=0&end=999999999", "start=5"])
  func `a passage that is not there does no harm`(query: String) throws {
    #expect(try SeedService.get("/document/peers-hcv-2023?\(query)").status == 200)
  }
}
