import Foundation
import Literature
import Service
import Testing

/// Pages of queries that are too long to repeat in each link, but fit into an address.
struct LongQueryPageTests {
  private func html(_ target: String) throws -> String {
    let response = try SeedService.get(target)
    #expect(response.status == 200, "\(target)")
    return String(decoding: response.body, as: UTF8.self)
  }

  /// A query as a link has it.
  private func link(_ query: String) -> String { QueryString.encoded(query, isForm: true) }

  /// A query as a browser sends it with a form.
  private func form(_ query: String) -> String { link(query.replacing("\n", with: "\r\n")) }

  /// The text of markup.
  private func text(_ markup: some StringProtocol) -> String {
    String(markup).replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// The address that a button leads to.
  private func address(ofButton value: some StringProtocol, _ query: String) throws -> String {
    let response = try SeedService.get("/?q=\(form(query))&with=\(link(text(value)))")
    #expect(response.status == 303)
    return try #require(response["location"])
  }

  /// Number of documents on a page of results.
  private func total(_ html: String) throws -> Substring {
    let words = try #require(html.firstMatch(of: /<p id="total">(?:<b>(\d+) document|No results)/))
    return words.output.1 ?? "0"
  }

  private static let strategy =
    (["1. hepatitis.af."] + (2...379).map { "\($0). befriend\($0).ti." } + ["380. or/1-379"])
    .joined(separator: "\n")

  @Test func `the page of a long strategy is small`() throws {
    let page = try html("/?q=" + link(Self.strategy))
    #expect(page.matches(of: /<tr[^>]*><th scope="row">\d+<\/th>/).count == 380)
    #expect(page.utf8.count < 200_000 + Self.strategy.utf8.count, "\(page.utf8.count)")
    // The form has the strategy, and the exports have it; no link has it.
    let repeated = page.matches(of: /href="[^"]*befriend379/)
    #expect(repeated.count <= 1)
  }

  @Test(arguments: [1, 2, 379, 380])
  func `each line of a long strategy leads to its documents`(line: Int) throws {
    let page = try html("/?q=" + link(Self.strategy))
    let buttons = page.matches(
      of: /<button form="again" [^>]*value="([^"]*)" aria-label="Line (\d+): [^"]*"[^>]*>([\d,]+)</)
    #expect(buttons.count == 380)
    let button = buttons[line - 1].output
    #expect(button.2 == "\(line)")
    let target = try address(ofButton: button.1, Self.strategy)
    #expect(target == "/?q=" + link(Self.strategy) + (line == 380 ? "" : "&line=\(line)"))
    let results = try html(target)
    #expect(try total(results) == button.3)
    #expect(results.contains("<tr class=\"shown\"><th scope=\"row\">\(line)</th>"))
  }

  @Test func `words of a line of a long strategy are highlighted in its documents`() throws {
    let page = try html("/?q=" + link(Self.strategy) + "&line=1")
    let hit = try #require(page.firstMatch(of: /<h2 id="hit-1"><a href="([^"]*)"/)).output.1
    #expect(hit.contains("?q=hepatitis&amp;syntax=peerlit&amp;exact=true&amp;start="))
    let document = try html(String(text(hit).prefix { $0 != "#" }))
    let marks = document.matches(of: /<mark[^>]*>([^<]*)<\/mark>/).map {
      $0.output.1.lowercased()
    }
    #expect(!marks.isEmpty && marks.allSatisfy { $0 == "hepatitis" })
  }

  /// A query with the matches of “peer”.
  private static let words = Array(repeating: "peer", count: 200).joined(separator: " OR ")

  @Test func `every button of the results leads to an address`() throws {
    let page = try html("/?q=\(link(Self.words))&method=qualitative&min_sample=2&limit=1")
    let buttons = page.matches(
      of: /<button form="again" class="[^"]*"[^>]* name="with" value="([^"]*)"/
    ).map { text($0.output.1) }
    for value in [
      "min_sample=2&limit=1", "method=qualitative&limit=1", "limit=1",
      "method=qualitative&min_sample=2&limit=1&sort=year",
      "method=qualitative&min_sample=2&limit=1&unit=passage",
      "method=qualitative&min_sample=2&limit=1&offset=1",
    ] {
      #expect(buttons.contains(value), "\(value) \(buttons)")
      let target = try address(ofButton: value, Self.words)
      #expect(target == "/?q=\(link(Self.words))&\(value)")
      #expect(try SeedService.get(target).status == 200)
    }
    let map = try #require(
      page.firstMatch(of: /formaction="\/evidence-map" name="with" value="([^"]*)">Map</))
    #expect(text(map.output.1) == "method=qualitative&min_sample=2")
  }

  @Test func `records of a long query are exported by a form`() throws {
    let page = try html("/?q=\(link(Self.words))&method=qualitative")
    let form = try #require(
      page.firstMatch(of: /<form action="\/export" method="get">.*?<\/form>/)
    ).output
    let hidden = form.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/)
      .map { "\($0.output.1)=\(link(text($0.output.2)))" }
    #expect(
      hidden == ["q=\(link(Self.words))", "method=qualitative", "spreadsheet_safe=true"])
    let formats = form.matches(of: /<button class="plain" name="to" value="([^"]*)">/)
      .map { String($0.output.1) }
    #expect(formats == ExportFormat.allCases.map(\.rawValue))
    for format in formats {
      let target = "/export?\(hidden.joined(separator: "&"))&to=\(format)"
      #expect(try SeedService.get(target).status == 200)
    }
  }

  @Test func `every cell of the map of a long query leads to its number of documents`() throws {
    let page = try html("/evidence-map?q=\(link(Self.words))")
    #expect(
      page.contains("<form id=\"again\" action=\"/evidence-map\" method=\"get\"><input"))
    let cells = page.matches(
      of:
        /<td class="(?:shade-\d|sum)"><button [^>]*formaction="\/" name="with" value="([^"]*)"[^>]*>(\d+)</
    )
    #expect(!cells.isEmpty)
    for cell in cells {
      let results = try html(try address(ofButton: cell.output.1, Self.words))
      #expect(try total(results) == cell.output.2)
    }
    #expect(page.matches(of: /href="\/\?/).isEmpty)
  }

  @Test func `a short query has links`() throws {
    for target in ["/?q=peer&method=qualitative", "/evidence-map?q=peer", "/"] {
      let page = try html(target)
      #expect(!page.contains("id=\"again\""))
    }
  }
}
