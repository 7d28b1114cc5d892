import Foundation
import Retrieval
import Service
import TestSupport
import Testing

/// Strategies that are sent as a form, because an address may be too short for them.
struct StrategyPageTests {
  private func request(_ fields: [(String, String)]) -> ServiceRequest {
    let form = fields.map { "\($0)=\(QueryString.encoded($1))" }.joined(separator: "&")
    return ServiceRequest(
      "POST", "/search-strategy",
      headers: ["content-type": "application/x-www-form-urlencoded"], body: Array(form.utf8))
  }

  private func post(_ fields: [(String, String)]) throws -> ServiceResponse {
    try SeedService.respond(to: request(fields))
  }

  private func html(_ response: ServiceResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  /// A strategy with too many lines for an address.
  private static let long =
    (1...300).map { "\($0). (peer* adj3 support*) or lay health worker or befriending.af." }
    .joined(separator: "\r\n") + "\r\n301. hepatitis.af."

  @Test(arguments: [
    // The form sends an empty language if it is to be recognised.
    ("1 peer\r\n2 lay\r\n", "", "/?q=1+peer%0A2+lay"),
    ("1 peer\n2 lay", "ovid", "/?q=1+peer%0A2+lay&syntax=ovid"),
    ("peer support", "", "/?q=peer+support"), ("\r\n ", "", "/search-strategy"),
    ("", "", "/search-strategy"),
  ])
  func `a short strategy leads to the address of its results`(
    text: String, syntax: String, address: String
  ) throws {
    let response = try post([("strategy", text), ("syntax", syntax)])
    #expect(response.status == 303)
    #expect(response["location"] == address)
  }

  @Test func `a long strategy has its results on the page of the form`() throws {
    let response = try post([("strategy", Self.long), ("syntax", "ovid")])
    #expect(response.status == 200)
    let page = html(response)
    #expect(page.contains("<td><code>hepatitis.af.</code>"))
    #expect(page.matches(of: /<button [^>]*form="paste" name="line" value="\d+"/).count == 301)
    #expect(page.contains("</b> in line 301</p>"))
    #expect(page.contains("<h2 id=\"hit-1\">"))
    #expect(page.contains("<option value=\"ovid\" selected>"))
    #expect(page.contains(">1. (peer* adj3 support*)"))
    #expect(!page.contains("href=\"/?q="))
  }

  @Test func `a line and a page of its results are sent with the strategy`() throws {
    let asked = [("strategy", Self.long), ("syntax", "ovid"), ("line", "1")]
    let first = html(try post(asked))
    #expect(first.contains("</b> in line 1</p>"))
    #expect(!first.contains("class=\"pages\""))
    let next = html(try post(asked + [("offset", "1")]))
    #expect(next.contains("<input type=\"hidden\" name=\"line\" value=\"1\">"))
    #expect(next.contains("name=\"offset\" value=\"0\">← Previous</button>"))
    let beyond = html(try post(asked + [("offset", "100")]))
    #expect(beyond.contains("There are no results on this page."))
    #expect(beyond.contains("name=\"offset\" value=\"0\">Back to the first page</button>"))
  }

  @Test func `many results of a long strategy have several pages`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let lines = (1...12).map {
      "{\"_id\":\"d\($0)\",\"title\":\"\",\"text\":\"w\($0) hepatitis\"}"
    }
    let file = try temporary.file("x.jsonl", lines.joined(separator: "\n"))
    let path = temporary.path + "/index.sqlite"
    _ = try Indexer(path: path).index([file.path])
    let context = ServiceContext(index: try LiveIndex(path: path), version: "0.0.0")
    func page(_ fields: [(String, String)]) -> String {
      let asked = [("strategy", Self.long), ("syntax", "ovid")] + fields
      return html(Responder(context).respond(to: request(asked)))
    }
    let first = page([])
    #expect(first.contains("name=\"offset\" value=\"10\">Next →</button>"))
    #expect(!first.contains("← Previous"))
    let second = page([("offset", "10")])
    #expect(second.contains("<ol class=\"hits\" id=\"hits\" tabindex=\"-1\" start=\"11\">"))
    #expect(second.contains("name=\"offset\" value=\"0\">← Previous</button>"))
    #expect(!second.contains("Next →"))
  }

  @Test func `a long search of one line has results, but no table`() throws {
    let words = Array(repeating: "befriending", count: 1200) + ["HCV"]
    let response = try post([("strategy", words.joined(separator: " OR "))])
    #expect(response.status == 200)
    let page = html(response)
    #expect(page.contains("<h2 id=\"hit-1\">"))
    #expect(!page.contains("class=\"strategy\""))
    // Nothing is added to a query without a word about it.
    #expect(page.contains("<b>hcv</b> also finds hepatitis c"))
    #expect(page.contains("“befriending” is not in the index."))
    #expect(!page.contains("href=\"/?q="))
  }

  @Test func `a strategy of many short lines is run as one`() throws {
    let text = (1...402).map { "\($0). peer" }.joined(separator: "\n")
    let response = try post([("strategy", text)])
    #expect(response.status == 200)
    let page = html(response)
    #expect(page.contains("</b> in line 402</p>"))
    #expect(page.matches(of: /<button [^>]*form="paste" name="line" value="\d+"/).count == 402)
  }

  @Test func `any line of a long strategy can be shown`() throws {
    let text = String(repeating: "title:peer*\n", count: 1000) + "1 or 2"
    let response = try post([("strategy", text), ("line", "1000")])
    #expect(response.status == 200)
    #expect(html(response).contains("</b> in line 1000</p>"))
  }

  @Test func `a strategy of too many lines is refused, not searched as words`() throws {
    let text = (1...2002).map { "\($0). peer" }.joined(separator: "\n")
    let response = try post([("strategy", text)])
    #expect(response.status == 400)
    let page = html(response)
    #expect(page.contains("More than 2000 lines at line 2001, character 1."))
    #expect(page.contains(">1. peer\n2. peer\n"))
  }

  @Test func `a mistake in a long strategy is shown above the form`() throws {
    let response = try post([("strategy", Self.long + "\r\n302. (peer.af."), ("syntax", "ovid")])
    #expect(response.status == 400)
    let page = html(response)
    #expect(page.contains("<code>302. <mark>(</mark>peer.af.</code>"))
    #expect(page.contains(">1. (peer* adj3 support*)"))
  }

  @Test(arguments: [
    ("syntax", "latin", "The parameter syntax can't be “latin”."),
    ("offset", "100001", "The parameter offset can't be “100001”."),
    ("line", "x", "“x” is not a whole number."),
    ("method", "review", "Unknown parameter “method”."),
  ])
  func `a mistake in another field keeps the text`(
    field: String, value: String, message: String
  ) throws {
    let response = try post([("strategy", "1 peer\r\n2 <b>\r\n"), (field, value)])
    #expect(response.status == 400)
    let page = html(response)
    #expect(page.replacing("&#39;", with: "'").contains(message))
    #expect(page.contains(">1 peer\n2 &lt;b&gt;</textarea>"))
  }

  @Test func `a strategy that is too long is kept`() throws {
    let response = try post([
      ("strategy", "1 peer\n2 " + String(repeating: "a", count: 200_000)), ("syntax", "ovid"),
    ])
    #expect(response.status == 400)
    let page = html(response)
    #expect(page.contains("The parameter strategy is too long."))
    #expect(page.contains(">1 peer\n2 aaa"))
    #expect(page.contains("<option value=\"ovid\" selected>"))
  }

  @Test func `a strategy that takes too long is kept`() throws {
    // The index is built without a deadline.
    _ = try SeedService.responder.get()
    let response = try Index.withDeadline(.now) {
      try post([("strategy", Self.long), ("syntax", "ovid")])
    }
    #expect(response.status == 503)
    // It would take as long again.
    #expect(response["retry-after"] == nil)
    let page = html(response)
    #expect(page.contains("The query took too long and was stopped."))
    #expect(page.contains(">1. (peer* adj3 support*)"))
  }

  @Test(arguments: ["?syntax=ovid", "?syntax="])
  func `parameters in the address of the form are refused`(query: String) throws {
    var request = request([("strategy", "1 peer\n2 lay")])
    request.query = String(query.dropFirst())
    let response = try SeedService.respond(to: request)
    #expect(response.status == 400)
    let page = html(response)
    #expect(page.contains("Unknown parameter “syntax”."))
    #expect(page.contains(">1 peer\n2 lay</textarea>"))
  }

  @Test func `an error without a strategy has its own page`() throws {
    let response = try post([("method", "review")])
    #expect(response.status == 400)
    #expect(html(response).contains("<body class=\"failure\">"))
  }
}
