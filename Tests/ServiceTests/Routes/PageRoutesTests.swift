import Answers
import Foundation
import Literature
import Retrieval
import Service
import TestSupport
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
    "/search-strategy", "/search-strategy?q=1+peer%0A2+lay", "/?q=1+peer%0A2+worker%0A3+1+and+2",
    "/?q=peer&method=-qualitative", "/?q=peer&method=qualitativ", "/?q=peer+AND+method:qualitativ",
    "/?q=peer+AND+(&method=review",
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
    // The filter beside the results is ticked.
    #expect(!html.contains("value=\"rct\""))
  }

  @Test(arguments: [
    ("/?q=peer&condition=&min_sample=&year_from=2015&year_to=", "/?q=peer&year=2015.."),
    ("/?q=1+peer%0D%0A2+lay%0D%0A", "/?q=1+peer%0A2+lay"), ("/?q=peer%0D%0A", "/?q=peer"),
    ("/?q=%0D%0A&method=review", "/?method=review"), ("/?q=peer&line=2", "/?q=peer"),
    ("/?q=", "/"), ("/evidence-map?q=+&rows=setting", "/evidence-map?rows=setting"),
  ])
  func `forms lead to the address of their page`(target: String, address: String) throws {
    let response = try SeedService.get(target)
    #expect(response.status == 303)
    #expect(response["location"] == address)
  }

  /// What the fields show is not kept besides, so that clearing them removes it.
  @Test(
    arguments: [
      ("year=2013", "2013", []), ("year=2013..", "2013", []), ("year=none", "", ["none"]),
      ("year=2010&year=2015..2017", "", ["2010", "2015..2017"]), ("exact=true", "", []),
    ] as [(String, String, [String])])
  func `years that do not fit into their fields are kept`(
    years: String, first: String, kept: [String]
  ) throws {
    let html = text(try SeedService.get("/?q=peer&" + years))
    #expect(html.contains("id=\"year_from\" name=\"year_from\" value=\"\(first)\""))
    let hidden = html.matches(of: /<input type="hidden" name="year" value="([^"]*)">/)
    #expect(hidden.map { String($0.1) } == kept)
    let chips = html.matches(of: /<\/span>Year: ([^<]*)</).map { String($0.1) }
    #expect(chips.count == (first.isEmpty ? kept.count : 1))
  }

  @Test(arguments: [
    ("/?q=method:qualitativ", 400, "Did you mean one of these?"),
    ("/?q=method:qualitativ", 400, "href=\"/?q=method%3Aqualitative\""),
    ("/?method=qualitativ", 400, "href=\"/?method=qualitative\""),
    ("/?q=method:foo", 400, "Use the filters on the search page instead."),
    ("/?colour=red", 400, "Unknown parameter “colour”."),
    ("/?q=peer+AND+(burnout", 400, "Unmatched “(” at character 10."),
    ("/?q=peer+AND+(burnout", 400, "value=\"peer AND (burnout\""),
    (
      "/?q=peer+AND+(&method=qualitative", 400,
      "/?q=peer+AND+%28&amp;method=qualitative&amp;plain=true"
    ),
    // The filter is kept for the next search.
    (
      "/?q=peer+AND+(&method=qualitative&setting=x", 400,
      "<input type=\"hidden\" name=\"method\" value=\"qualitative\"></span>"
    ),
    ("/?q=1+peer.ti.%0A2+(lay.ti.", 400, "<code>2 <mark>(</mark>lay.ti.</code>"),
    ("/?q=1+peer.ti.+2+(lay.ti.", 400, "href=\"/search-strategy\">Paste it with its line breaks"),
    ("/document/nothing", 404, "There is no document with the id “nothing”."),
    ("/document/nothing", 404, "It may have been removed, or its id may have changed."),
  ])
  func `errors are pages`(target: String, status: Int, words: String) throws {
    let response = try SeedService.get(target)
    #expect(response.status == status)
    #expect(text(response).contains(words), "\(text(response))")
  }

  /// A page with a mistake in its address, what the mistake is, the link that corrects it, and the
  /// address that finds the same.
  @Test(arguments: [
    (
      "/?q=peer+method:qualitativ", "Unknown study design “qualitativ”.",
      "/?q=peer+method%3Aqualitative", "/?q=peer"
    ),
    (
      "/?q=qualitativ+AND+method:qualitativ&setting=community",
      "Unknown study design “qualitativ”.",
      "/?setting=community&amp;q=qualitativ+AND+method%3Aqualitative",
      "/?q=qualitativ&setting=community"
    ),
    (
      "/?q=peer&method=qualitativ&year=2015..", "Unknown study design “qualitativ”.",
      "/?q=peer&amp;method=qualitative&amp;year=2015..", "/?q=peer&year=2015.."
    ),
    (
      "/?q=peer&method=review,qualitativ", "Unknown study design “qualitativ”.",
      "/?q=peer&amp;method=review%2Cqualitative", "/?q=peer&method=review"
    ),
    (
      "/?q=peer+method:review,qualitativ", "Unknown study design “qualitativ”.",
      "/?q=peer+method%3Areview%2Cqualitative", "/?q=peer+method:review"
    ),
    (
      "/?q=peer&method=-qualitativ", "Unknown study design “qualitativ”.",
      "/?q=peer&amp;method=-qualitative", "/?q=peer"
    ),
    (
      "/?q=peer&method=-review,qualitativ", "Unknown study design “qualitativ”.",
      "/?q=peer&amp;method=-review%2Cqualitative", "/?q=peer&method=-review"
    ),
    (
      "/?q=peer&method=review,%20-qualitativ", "Unknown study design “qualitativ”.",
      "/?q=peer&amp;method=review%2C-qualitative", "/?q=peer&method=review"
    ),
    ("/?q=peer&year=soon", "“soon” is not a year.", "", "/?q=peer"),
    (
      "/?q=peer&year=2024..2015", "“2024..2015” is not a valid year or range.",
      "/?q=peer&amp;year=2015..2024", "/?q=peer"
    ),
    (
      "/?q=peer+year:2024..2015", "“2024..2015” is not a valid year or range.",
      "/?q=peer+year%3A2015..2024", "/?q=peer"
    ),
    ("/?q=peer&min_sample=few", "“few” is not a whole number.", "", "/?q=peer"),
    (
      "/?q=peer&min_sample=9&max_sample=3",
      "The smallest number of participants (9) is larger than the largest (3).",
      "/?q=peer&amp;min_sample=3&amp;max_sample=9", "/?q=peer"
    ),
    ("/?q=peer&sort=newest", "The parameter sort can&#39;t be “newest”.", "", "/?q=peer"),
    ("/?q=peer&colour=red", "Unknown parameter “colour”.", "", "/?q=peer"),
    ("/?q=peer&colour=red", "</b> Remove it from the address.</li>", "", "/?q=peer"),
    (
      "/?q=peer&year=99..", "“99” is not a year.</b> Write a year with four digits, such as 2018.",
      "", "/?q=peer"
    ),
    ("/?q=1+peer%0A2+work*&line=7", "There is no line 7.", "", "/?q=1+peer%0A2+work*"),
    (
      "/evidence-map?q=peer&method=qualitativ", "Unknown study design “qualitativ”.",
      "/evidence-map?q=peer&amp;method=qualitative", "/evidence-map?q=peer"
    ),
  ])
  func `a mistake in an address keeps what is right`(
    target: String, problem: String, correction: String, same: String
  ) throws {
    let response = try SeedService.get(target)
    #expect(response.status == 400)
    let html = text(response)
    let parts = html.split(separator: "<section class=\"mistakes\"")
    let mistakes = try #require(parts.count > 1 ? parts[1].split(separator: "</section>")[0] : nil)
    #expect(mistakes.contains(problem), "\(mistakes)")
    #expect(mistakes.contains("href=") == !correction.isEmpty, "\(mistakes)")
    #expect(correction.isEmpty || mistakes.contains("href=\"\(correction)\""), "\(mistakes)")
    func total(_ html: String) -> Substring? {
      html.firstMatch(of: /<p id="total">.*?<\/p>/)?.output
    }
    let other = try SeedService.get(same)
    #expect(other.status == 200)
    #expect(total(html) == total(text(other)))
    // Links lead on without the mistake, but the query stays as it was typed.
    let hrefs = html.matches(of: /data-swap href="([^"]*)"/).map { String($0.output.1) }
    #expect(
      !hrefs.contains { $0.contains("soon") || $0.contains("newest") || $0.contains("colour") })
    let typed = try #require(ServiceRequest("GET", target).query.split(separator: "&").first)
    let shown = try QueryString.pairs(String(typed))[0].value
    #expect(
      html.contains("value=\"\(shown)\">") || html.contains(">\(shown)</textarea>"), "\(shown)")
  }

  @Test(
    arguments: [
      ("min_sample=100&max_sample=50", ["100", "50", "", ""]),
      ("min_sample=7&year=99..", ["7", "", "99", ""]),
      ("year=2024..2015", ["", "", "2024", "2015"]),
    ] as [(String, [String])])
  func `numbers with a mistake stay in their fields`(query: String, values: [String]) throws {
    let html = text(try SeedService.get("/?q=peer&" + query))
    let fields = html.matches(of: /<input type="number"[^>]*value="([^"]*)">/)
    #expect(fields.map { String($0.output.1) } == values)
  }

  @Test func `several mistakes are all named`() throws {
    let html = text(
      try SeedService.get("/?q=peer+method:qualitativ+setting:comunity&condition=hivv&colour=red"))
    for word in ["qualitativ", "comunity", "hivv", "colour"] { #expect(html.contains("“\(word)”")) }
    #expect(html.contains("This page ignores them."))
  }

  @Test func `a query that is refused is not left out`() throws {
    let long = String(repeating: "a", count: 12_001)
    let html = text(try SeedService.get("/?q=\(long)&method=review"))
    #expect(html.contains("The parameter q is too long."))
    #expect(!html.contains("id=\"total\""))
  }

  @Test func `only some of many mistakes are listed`() throws {
    let target = "/?q=peer" + String(repeating: "&method=qualitativ", count: 800)
    let response = try SeedService.get(target)
    #expect(response.status == 400)
    let html = text(response)
    #expect(html.matches(of: /<li><b>Unknown study design “qualitativ”\./).count == 10)
    #expect(html.contains("790 more mistakes are not listed."))
    #expect(html.contains("<h2 id=\"hit-1\">"))
    #expect(html.utf8.count < 1 << 20)
  }

  @Test func `every one of many parameters is kept`() throws {
    let target = "/?q=peer" + String(repeating: "&method=review&method=cohort", count: 400)
    let response = try SeedService.get(target + "&q=again")
    #expect(response.status == 400)
    let html = text(response)
    #expect(html.contains("The parameter q was given more than once."))
    #expect(!html.contains("more mistakes"))
    for code in ["review", "cohort"] {
      let field = "<input type=\"hidden\" name=\"method\" value=\"\(code)\">"
      #expect(html.split(separator: field, omittingEmptySubsequences: false).count == 401)
    }
  }

  @Test(arguments: ["/?q=peer+AND+(workers", "/?q=1.+peer%0A2.+method:qualitativ"])
  func `the page of a query that can't be run marks the mistake and searches the words`(
    path: String
  ) throws {
    let response = try SeedService.get(path)
    #expect(response.status == 400)
    #expect(text(response).contains("<h1>This query can’t be run as written</h1>"))
    #expect(text(response).contains("plain=true\">Search these words without operators</a>"))
    #expect(!text(response).contains("Something went wrong"))
  }

  @Test func `a document opens from the words of a malformed query`() throws {
    let response = try SeedService.get("/document/peers-hcv-2023?q=peer+AND+(workers")
    #expect(response.status == 200)
    #expect(text(response).contains("<mark id=\"match-1\">"))
  }

  @Test func `an unknown address is a page only for browsers`() throws {
    let page = try SeedService.get("/nowhere", headers: ["accept": "text/html,*/*;q=0.8"])
    #expect(page.status == 404)
    #expect(page["content-type"] == "text/html; charset=utf-8")
    #expect(text(page).contains("Check the address, or search again from the start page."))
    let form = try SeedService.get(
      "/document/peers-hcv-2023/corrections", headers: ["accept": "text/html"])
    #expect(form.status == 405 && form["content-type"] == "text/html; charset=utf-8")
    #expect(text(form).contains("Nothing is shown at this address."))
    #expect(try SeedService.get("/nowhere").code == "no_such_route")
    let response = try SeedService.get("/no%2Fwhere")
    #expect(text(response).contains("/no/where does not exist."))
  }

  @Test func `the start page counts everything`() throws {
    let html = text(try SeedService.get("/"))
    #expect(html.contains("Search 5 documents"))
    // A browser would cut a longer search without a word.
    #expect(!html.contains("maxlength"))
    #expect(html.contains("href=\"/?condition=infectious-disease\""))
  }

  @Test(arguments: ["/", "/evidence-map"])
  func `the page of an empty library says how to add files`(target: String) throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let library = temporary.url.appending(path: "library")
    try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
    let path = temporary.path + "/index.sqlite"
    _ = try Indexer(path: path).index([library.path])
    let responder = Responder(ServiceContext(index: try LiveIndex(path: path), version: "0.0.0"))
    let html = text(responder.respond(to: ServiceRequest("GET", target)))
    #expect(html.contains("<b>The library is empty.</b>"))
    #expect(html.contains("<code>peerlit index FOLDER</code>"))
    #expect(!html.contains("class=\"examples\"") && !html.contains("0 documents and read"))
  }

  @Test func `narrower codes of a map are indented`() throws {
    let html = text(try SeedService.get("/evidence-map?rows=condition&columns=method"))
    #expect(html.contains("<tr><th scope=\"row\">Infectious disease</th>"))
    #expect(html.contains("<tr><th scope=\"row\" class=\"depth-1\">Hepatitis C</th>"))
    #expect(html.contains("and under the broader values that include them."))
  }

  @Test func `a filter has a short name for the list of past searches`() throws {
    let html = text(
      try SeedService.get("/?q=peer&method=rct&min_sample=9&year=2015..2020&possible=true"))
    let names = html.matches(of: /data-short="([^"]*)"/).map { String($0.output.1) }
    #expect(
      names == [
        "Randomised trial", "at least 9 participants", "2015–2020", "including possible values",
      ])
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
    let link = "<a data-swap href=\"/?q=peer&amp;method=review\">"
    #expect(html.contains(link + "without the filter “Setting: Community”</a>"))
  }

  @Test func `a filter of the query that leaves nothing is named`() throws {
    let html = text(try SeedService.get("/?q=peer+setting:community+method:review"))
    #expect(html.contains("without the filter “setting:community”</li>"), "\(html)")
    #expect(!html.contains("--setting"))
    let both = text(try SeedService.get("/?q=peer+setting:prison&setting=prison"))
    let named = "without the filters “setting:prison”, “Setting: Prison”</li>"
    #expect(both.contains(named), "\(both)")
  }

  @Test(arguments: [
    ("min_sample=9999", "filter “At least 9999 participants”"),
    ("year=1800..1810", "filter “Year: 1800–1810”"),
    ("min_sample=9999&year=1800", "filters “At least 9999 participants”, “Year: 1800”"),
  ])
  func `numbers that leave nothing are named as above the results`(
    filters: String, named: String
  ) throws {
    let html = text(try SeedService.get("/?q=peer&\(filters)"))
    #expect(html.contains("<a data-swap href=\"/?q=peer\">without the \(named)</a>"), "\(html)")
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

  /// A query in any language, and one that is not well-formed, has the filter beside it.
  @Test(arguments: [
    "q=peer", "q=peer.ti.&syntax=ovid", "q=peer[tiab]", "q=TITLE-ABS-KEY(peer)",
    "q=peer+AND+(worker&plain=true", "q=1.+peer.af.%0A2.+work*.af.%0A3.+1+or+2",
  ])
  func `documents that state no number are a filter`(query: String) throws {
    let html = text(try SeedService.get("/?" + query))
    let box =
      /name="unknown_sample" value="true"><span class="label">Not stated<\/span><span class="count">(\d+)/
    let count = try #require(html.firstMatch(of: box)).output.1
    let target = "/?" + query + "&unknown_sample=true"
    let limited = text(try SeedService.get(target))
    let total = try #require(limited.firstMatch(of: /<p id="total"><b>(\d+) document/)).output.1
    #expect(total == count)
    #expect(limited.contains("Participants: Not stated<"))
    #expect(limited.contains(">Clear all<"))
    #expect(limited.contains("name=\"unknown_sample\" value=\"true\" checked>"))
    // The other ranges stay.
    #expect(limited.contains("min_sample="))
  }

  @Test(arguments: [
    "q=peer", "q=peer&include_unknown=true", "q=peer&include_unknown=true&year=2010..",
    "q=peer&unknown_sample=true&min_sample=2",
  ])
  func `each range of participants leads to its number of documents`(query: String) throws {
    let html = text(try SeedService.get("/?" + query))
    let links = html.matches(
      of:
        /<li><a data-swap href="([^"]*)"><span class="label">[^<]*<\/span><span class="count">(\d+)/
    ).filter { $0.output.1.contains("_sample=") }
    #expect(!links.isEmpty)
    for link in links {
      let page = text(
        try SeedService.get(String(link.output.1).replacing("&amp;", with: "&")))
      let total = page.firstMatch(of: /<p id="total"><b>(\d+) document/)?.output.1
      #expect(total == link.output.2, "\(link.output.1)")
    }
  }

  @Test func `every cell of every map leads to its number of documents`() throws {
    for (rows, columns) in [
      ("method", "condition"), ("setting", "method"), ("condition", "setting"),
      ("method", "year"), ("year", "condition"),
    ] {
      for query in ["", "&q=peer", "&condition=hepatitis-c", "&method=-case-study"] {
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

  @Test func `a passage is shown within its document`() throws {
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

  /// A person opens CSV in a spreadsheet, which must not run its cells as formulas.
  @Test(arguments: ["/?q=role+clarity+HCV", "/document/peers-hcv-2023"])
  func `CSV from a page is for spreadsheets`(target: String) throws {
    let html = text(try SeedService.get(target))
    let links = html.matches(of: /href="(\/export\?[^"]*)"/).map {
      String($0.output.1).replacing("&amp;", with: "&")
    }
    #expect(!links.isEmpty && links.count.isMultiple(of: ExportFormat.allCases.count))
    for link in links {
      #expect(link.contains("to=csv") == link.hasSuffix("&to=csv&spreadsheet_safe=true"), "\(link)")
      #expect(link.contains("to=csv") == link.contains("spreadsheet_safe"), "\(link)")
      #expect(try SeedService.get(link).status == 200)
    }
  }

  @Test(arguments: ["", "&start=0&end=1", "&start=400&end=1200", "&start=900000&end=900001"])
  func `steps lead to the matches beside the passage`(passage: String) throws {
    let html = text(try SeedService.get("/document/peers-hcv-2023?q=peer" + passage))
    let ids = html.matches(of: /<mark id="(match-\d+)">/).map { String($0.output.1) }
    #expect(ids.count > 2)
    #expect(ids == (1...ids.count).map { "match-\($0)" })
    for step in ["-1", "1"] {
      let link = try #require(
        html.matches(of: /<a href="#(match-\d+)" data-step="(-?1)">/).first {
          $0.output.2 == step
        })
      #expect(ids.contains(String(link.output.1)))
    }
    #expect(!text(try SeedService.get("/document/peers-hcv-2023?q=zzz")).contains("data-step"))
  }

  @Test func `the number of further passages is shown once`() throws {
    let more = "more passage"
    let documents = text(try SeedService.get("/?q=peer"))
    #expect(documents.contains(more) && documents.contains("#matches\">"))
    #expect(!text(try SeedService.get("/?q=peer&unit=passage")).contains(more))
  }

  @Test(arguments: [
    ("q=peer", true, true), ("q=qwertyuiop", false, false),
    ("q=qwertyuiop&condition=hepatitis-c", false, true),
    ("q=qwertyuiop&min_sample=few", false, true),
    ("q=qwertyuiop&include_unknown=true", false, true),
    ("q=1.+qwertyuiop%0A2.+qwertyuiopa%0A3.+1+or+2", true, true),
  ])
  func `tools are shown only if they do something`(query: String, tools: Bool, panel: Bool) throws {
    let html = text(try SeedService.get("/?" + query))
    #expect(html.contains("aria-label=\"Sort by\"") == tools)
    #expect(html.contains(">Map</") == tools)
    #expect(html.contains("id=\"filters\"") == panel)
    #expect(html.contains("id=\"total\""))
  }

  @Test func `labels say what they are about`() throws {
    let html = text(try SeedService.get("/?q=peer&sort=sample-size&include_unknown=true"))
    #expect(html.contains(">Most participants</a>"))
    #expect(html.contains(">Include studies that state no number of participants or year<"))
    #expect(html.contains("Including studies that state no number of participants or year<"))
    let response = SearchResponse(
      query: InterpretedQuery(text: "peer", interpreted: "peer"), tookUs: 1,
      total: HitCount(passages: 1, documents: 1), hits: [])
    let view = SearchView(
      address: PageAddress(PageAddress.home), response: response,
      counts: ["sample_size": [FacetCount("1000..", 1232), FacetCount("none", 9)]])
    #expect(SearchPage(view).html.text.contains("<span class=\"label\">1,000 or more</span>"))
    for origin in Origin.allCases {
      #expect(!FacetLabels.origin(origin).contains(origin.rawValue) || origin == .record)
    }
  }

  @Test(arguments: [(3179, 8613, 37), (0, 0, 0), (0, 5, 0), (5, 5, 100), (1, 3, 33), (2, 3, 67)])
  func `shares are rounded`(part: Int, whole: Int, percent: Int) {
    #expect(AboutPage.percent(part, of: whole) == percent)
  }

  @Test(arguments: ExportFormat.allCases)
  func `ticked hits are exported in every format`(format: ExportFormat) throws {
    let html = text(try SeedService.get("/?q=role+clarity+HCV"))
    let form = try #require(
      html.firstMatch(of: /<form id="selection"[^>]*>.*?<\/form>/.dotMatchesNewlines()))
    let hidden = form.output.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/)
      .map { "&\($0.output.1)=\($0.output.2)" }
    #expect(hidden == ["&selected=true", "&spreadsheet_safe=true"])
    let target = "/export?id=peers-hcv-2023\(hidden.joined())&to=\(format.rawValue)"
    let response = try SeedService.get(target)
    let index = try SeedService.responder.get().context.index.current().index
    let document = try #require(try index.document("peers-hcv-2023"))
    let writer = format.writer(marksFormulas: true)
    #expect(String(decoding: response.body, as: UTF8.self) == writer.file([document]))
  }

  @Test(arguments: ["/export", "/v1/export"])
  func `a form without a ticked hit exports nothing`(path: String) throws {
    let target = path + "?selected=true&spreadsheet_safe=true&to=ris"
    let response = try SeedService.get(target, headers: ["accept": "text/html"])
    #expect(response.status == 400)
    let html = text(response)
    #expect(html.contains("<p>No document is selected.</p>"))
    #expect(html.contains("<p>Go back and tick the documents to export, then export again.</p>"))
    #expect(try SeedService.get(target).code == "missing_parameter")
  }

  @Test func `a mistake in an export leads to results, not to a file`() throws {
    let response = try SeedService.get(
      "/export?q=peer+AND+(&to=ris", headers: ["accept": "text/html"])
    #expect(response.status == 400)
    #expect(text(response).contains("href=\"/?q=peer+AND+%28&amp;plain=true\""))
  }

  @Test(arguments: ["start=900000&end=900001", "start=9&end=3", "start=0&end=999999999", "start=5"])
  func `a range without a passage is harmless`(query: String) throws {
    #expect(try SeedService.get("/document/peers-hcv-2023?\(query)").status == 200)
  }
}
