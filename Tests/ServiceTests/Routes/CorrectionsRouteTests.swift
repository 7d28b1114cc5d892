import Appraisal
import Foundation
import JSON
import Retrieval
import Service
import TestSupport
import Testing

struct CorrectionsRouteTests {
  private struct Result {
    var answer: ServiceResponse
    /// The document afterwards.
    var document: JSONValue
    /// Its page afterwards.
    var page: String
    /// The notes of all corrections that are stored afterwards.
    var notes: [String]
  }

  /// Makes an index with one document, and returns its path.
  private static func index(in temporary: TemporaryFolder) throws -> String {
    let file = try temporary.file(
      "x.jsonl",
      #"{"_id":"d1","title":"Peer mentors in one prison","text":"We interviewed 12 mentors."}"#)
    let path = temporary.path + "/index.sqlite"
    _ = try Indexer(path: path).index([file.path])
    return path
  }

  /// Sends a correction to a service on an index with one document.
  ///
  /// - Parameters:
  ///   - earlier: bodies of earlier requests, which are accepted.
  ///   - stored: the number of corrections that are stored before.
  ///   - asForm: whether the body is a form of the page; the earlier ones are JSON.
  private func post(
    _ body: String, id: String = "d1", accepts: Bool = true, headers: [String: String] = [:],
    after earlier: [String] = [], stored: Int = 0, asForm: Bool = false
  ) throws -> Result {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let path = try Self.index(in: temporary)
    if stored > 0 {
      let document = try #require(try Index(path: path).document("d1"))
      _ = try Indexer(path: path).correct(
        try (1...stored).map {
          Correction(
            of: document, changes: try Correction.changes(["setting=+school"]), note: "\($0)")
        })
    }
    let context = ServiceContext(
      index: try LiveIndex(path: path), version: "0.0.0", acceptsCorrections: accepts)
    let responder = Responder(context)
    var request = ServiceRequest("POST", "/documents/\(id)/corrections")
    request.headers = ["content-type": "application/json", "host": "127.0.0.1:7700"]
    request.headers.merge(headers) { $1 }
    for body in earlier {
      request.body = Array(body.utf8)
      #expect(responder.respond(to: request).status == 200)
    }
    if asForm {
      request.path = "/document/\(id)/corrections"
      request.headers["content-type"] = "application/x-www-form-urlencoded"
    }
    request.body = Array(body.utf8)
    let answer = responder.respond(to: request)
    let corrections = try Index(path: path).corrections()
    let document = try responder.respond(to: ServiceRequest("GET", "/documents/d1")).json
    let page = responder.respond(to: ServiceRequest("GET", "/document/d1"))
    return Result(
      answer: answer, document: document, page: String(decoding: page.body, as: UTF8.self),
      notes: corrections.map(\.note))
  }

  @Test func `a document is corrected`() throws {
    let result = try post(
      #"{"change":["setting=school","sample_size=45"],"by":"Ann","note":"page\n2"}"#)
    #expect(result.answer.status == 200)
    #expect(result.document["setting"] == ["school"])
    #expect(result.document["sample_size"] == 45)
    #expect(try result.answer.json["setting"] == ["school"])
    guard case .array(let values)? = result.document["facets"]?["setting"] else {
      Issue.record("no values")
      return
    }
    #expect(values.first?["origin"] == "curated")
    #expect(result.page.contains("Entered by a person (Ann, 20"))
    #expect(result.page.contains(": page 2)."))
  }

  @Test(arguments: [
    (#"{"change":"setting=+school"}"#, ["a"]), (#"{"change":"setting=+school","by":"Bo"}"#, ["a"]),
    (#"{"change":"setting=+school","note":"a"}"#, ["a"]),
    (#"{"change":"setting=-home"}"#, ["a"]),
    (#"{"change":"setting=+school","note":"b"}"#, ["a", "b"]),
    (#"{"change":"setting=-school"}"#, ["a", ""]),
    (#"{"change":"setting=none"}"#, ["a", ""]),
    (#"{"change":["setting=+school","sample_size=12"]}"#, ["a", ""]),
  ])
  func `a correction that changes nothing is not stored again`(
    body: String, notes: [String]
  ) throws {
    let first = #"{"change":"setting=+school","by":"Ann","note":"a"}"#
    let result = try post(body, after: [first])
    #expect(result.answer.status == 200)
    #expect(try result.answer.json["id"] == "d1")
    #expect(result.notes == notes)
  }

  @Test func `a repeated “none” is not stored twice`() throws {
    let body = #"{"change":["setting=none","sample_size=none"]}"#
    let result = try post(body, after: [body, body])
    #expect(result.answer.status == 200)
    #expect(result.notes == [""])
  }

  @Test func `a document has a limited number of corrections`() throws {
    let body = #"{"change":"setting=home"}"#
    #expect(try post(body, stored: 999).notes.count == 1000)
    let result = try post(body, stored: 1000)
    #expect(result.answer.status == 400)
    #expect(result.answer.code == "bad_value")
    #expect(
      try result.answer.json["error"]?["message"]
        == "The document has 1,000 corrections; the server stores no more.")
    #expect(result.notes.count == 1000)
    // A correction that changes nothing needs no room.
    #expect(try post(#"{"change":"setting=+school"}"#, stored: 1000).answer.status == 200)
  }

  @Test func `the page has a form for each value, and one for missing values`() throws {
    let page = try post(#"{"change":"setting=+school"}"#).page
    #expect(page.contains(#"method="post" action="/document/d1/corrections""#))
    for change in ["setting=-prison", "setting=-school", "sample_size=none", "setting=auto"] {
      #expect(page.contains(#"name="change" value="\#(change)""#), "\(change)")
    }
    #expect(page.contains(#"<input type="number" name="sample_size" min="0" max="999999999" "#))
    #expect(page.contains(#"<option value="condition=+hepatitis-c">Hepatitis C</option>"#))
    // A value that the document has can't be added, and a group of codes is never given.
    #expect(!page.contains(#"value="setting=+school""#))
    #expect(!page.contains(#"value="method=+review""#))
  }

  @Test(arguments: [
    (
      #"{"change":"setting=schol"}"#, "d1", 400, "unknown_code", "Unknown setting “schol”.",
      "Did you mean “school”?"
    ),
    (
      #"{"change":"colour=red"}"#, "d1", 400, "bad_value", "Unknown facet “colour”.",
      "Use one of: method, setting, condition, sample_size, included_studies."
    ),
    (
      #"{"change":"sample_size=many"}"#, "d1", 400, "bad_value", "“many” is not a number.",
      "Write sample_size=45, sample_size=none or sample_size=auto."
    ),
    (
      #"{"change":"school"}"#, "d1", 400, "bad_value", "“school” has no equals sign.",
      "Write FACET=VALUE, such as method=qualitative."
    ),
    (
      #"{"change":"method=review"}"#, "d1", 400, "bad_value",
      "The method “review” is only a group of codes.",
      "Use one of: systematic-review, scoping-review, rapid-review, narrative-review, "
        + "meta-analysis."
    ),
    (
      #"{"note":"wrong"}"#, "d1", 400, "missing_parameter", "The parameter change is missing.",
      #"Send it as in {"change":["setting=-community"]}."#
    ),
    (
      #"{"change":7}"#, "d1", 400, "bad_value", "The parameter change can't be the number 7.",
      #"Send it as text: "7"."#
    ),
    (
      #"{"change":{"setting":"school"}}"#, "d1", 400, "bad_value",
      "The parameter change can't be an object.",
      "It must be text of at most 1000 characters, or a list of several."
    ),
    (
      #"{"change":"setting=school"}"#, "nobody", 404, "no_such_document",
      "There is no document with the id “nobody”.",
      "Use the id of a search result."
    ),
  ])
  func `an invalid correction is refused with the fix`(
    body: String, id: String, status: Int, code: String, message: String, hint: String
  ) throws {
    let result = try post(body, id: id)
    #expect(result.answer.status == status)
    #expect(result.answer.code == code)
    let error = try result.answer.json["error"]
    #expect(error?["message"] == .string(message))
    #expect(error?["hint"] == .string(hint))
    #expect(result.document["setting"] != ["school"])
  }

  @Test func `a server that other machines can reach accepts no corrections`() throws {
    let result = try post(#"{"change":"setting=school"}"#, accepts: false)
    #expect(result.answer.status == 403)
    #expect(result.answer.code == "forbidden_host")
    #expect(result.document["setting"] != ["school"])
    #expect(!result.page.contains("class=\"correction\""))
    #expect(result.page.contains("peerlit correct d1 setting=-prison"))
  }

  @Test(arguments: [
    ["x-forwarded-for": "10.0.0.7"], ["via": "1.1 proxy"], ["forwarded": "for=10.0.0.7"],
    ["x-forwarded-for": ""], ["via": "1.1 a", "origin": "http://127.0.0.1:7700"],
  ])
  func `nobody corrects through a proxy`(headers: [String: String]) throws {
    let result = try post(#"{"change":"setting=school"}"#, headers: headers)
    #expect(result.answer.status == 403)
    #expect(result.answer.code == "forbidden_host")
    #expect(
      try result.answer.json["error"]?["message"]
        == "This server accepts no corrections through a proxy.")
    #expect(result.notes.isEmpty)
    // The page that this machine gets still has the form.
    #expect(result.page.contains("class=\"correction\""))
  }

  @Test(arguments: [
    (["origin": "http://127.0.0.1:7700"], true),
    (["origin": "http://127.0.0.1:7700", "sec-fetch-site": "same-origin"], true),
    (["sec-fetch-site": "none"], true), ([:], true),
    (["origin": "http://127.0.0.1:80"], false), (["origin": "https://127.0.0.1:7700"], false),
    (["origin": "https://example.org"], false), (["origin": "null"], false),
    (["origin": "http://", "host": ""], false), (["sec-fetch-site": "cross-site"], false),
    (["sec-fetch-site": "same-site"], false),
    (["sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"], false),
  ])
  func `pages of other origins can't correct, even if they may read`(
    headers: [String: String], isAccepted: Bool
  ) throws {
    let result = try post(#"{"change":"setting=school"}"#, headers: headers)
    #expect(result.answer.code == (isAccepted ? nil : "forbidden_origin"))
    #expect((result.document["setting"] == ["school"]) == isAccepted)
  }

  /// A form, the settings and a part of the page afterwards.
  @Test(
    arguments: [
      ("change=setting%3D-prison&by=Ann&note=page+2", [], "setting\">None stated</span>"),
      ("change=setting%3D-prison&by=Ann&note=page+2", [], "Entered by a person (Ann, 20"),
      ("change=setting%3D%2Bschool&by=&note=", ["prison", "school"], "setting\">School</span>"),
      ("change=setting%3D%2Bschool&sample_size=4", ["prison", "school"], "value=\"12\""),
      ("sample_size=1234&by=&note=", ["prison"], "sample_size\">1,234</span>"),
      ("change=sample_size%3Dnone&sample_size=", ["prison"], "sample_size\">None stated</span>"),
    ] as [(String, [String], String)])
  func `a form corrects a document`(body: String, settings: [String], words: String) throws {
    let result = try post(body, headers: ["origin": "http://127.0.0.1:7700"], asForm: true)
    #expect(result.answer.status == 303)
    #expect(result.answer["location"] == "/document/d1#appraisal-title")
    #expect(result.document["setting"] == .array(settings.map { .string($0) }))
    #expect(result.page.contains(words), "\(result.page)")
  }

  @Test func `a removed value stays on the page until the correction is undone`() throws {
    let steps = [
      #"{"change":"setting=+school"}"#, #"{"change":"setting=-prison","by":"Ann","note":"page 2"}"#,
    ]
    let page = try post(#"{"change":"sample_size=none"}"#, after: steps).page
    #expect(page.contains("Prison (removed)"))
    #expect(page.contains("Removed by a person (Ann, 20"))
    let form = "change=setting%3Dauto"
    let result = try post(
      form, headers: ["sec-fetch-site": "same-origin"], after: steps, asForm: true)
    #expect(result.document["setting"] == ["prison"])
    #expect(!result.page.contains("(removed)"))
    #expect(!result.page.contains("value=\"setting=auto\""))
  }

  @Test func `a removed value is shown even if nobody is named`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let path = try Self.index(in: temporary)
    let document = try #require(try Index(path: path).document("d1"))
    let changes = try Correction.changes(["setting=+school", "setting=-prison"])
    _ = try Indexer(path: path).correct([Correction(of: document, changes: changes)])
    let responder = Responder(ServiceContext(index: try LiveIndex(path: path), version: "0.0.0"))
    let page = responder.respond(to: ServiceRequest("GET", "/document/d1"))
    let html = String(decoding: page.body, as: UTF8.self)
    #expect(html.contains("Prison (removed)"))
    #expect(html.contains("Removed by a person."))
  }

  @Test(arguments: [
    ("change=setting%3Dschol", 400, "Unknown setting “schol”."),
    ("by=Ann", 400, "The form has no value."), ("sample_size=-3", 400, "sample_size"),
  ])
  func `a wrong form is refused with a page`(body: String, status: Int, words: String) throws {
    let result = try post(body, headers: ["origin": "http://127.0.0.1:7700"], asForm: true)
    #expect(result.answer.status == status)
    #expect(result.answer["content-type"] == "text/html; charset=utf-8")
    #expect(String(decoding: result.answer.body, as: UTF8.self).contains(words))
    #expect(result.notes.isEmpty)
  }

  @Test(arguments: [
    ["origin": "https://example.org"], ["origin": "null"], ["sec-fetch-site": "cross-site"],
    ["sec-fetch-site": "same-site"], [:],
    ["origin": "http://127.0.0.1:7700", "x-forwarded-for": "10.0.0.7"],
  ])
  func `only a form of this server's own page is accepted`(headers: [String: String]) throws {
    let result = try post("change=setting%3Dschool", headers: headers, asForm: true)
    #expect(result.answer.status == 403)
    #expect(result.notes.isEmpty)
  }

  @Test func `a server that other machines can reach accepts no forms`() throws {
    let result = try post(
      "change=setting%3Dschool", accepts: false, headers: ["origin": "http://127.0.0.1:7700"],
      asForm: true)
    #expect(result.answer.status == 403)
    #expect(result.notes.isEmpty)
  }

  @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
  func `a form of another page can't send a correction`(type: String) throws {
    let result = try post(
      #"{"change":"setting=school"}"#, headers: ["content-type": type])
    #expect(result.answer.code == "unsupported_type")
    #expect(result.document["setting"] != ["school"])
  }
}
