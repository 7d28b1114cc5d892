import Answers
import Foundation
import JSON
import Literature
import Query
import Retrieval
import Service
import Testing

struct MCPToolTests: CallsTools {
  @Test func `search finds what the index does, with citations`() throws {
    let (answer, text) = try answer("search", ["query": "role clarity HCV", "limit": 3])
    let summaries = array(try JSONValue(text.utf8)["results"])
    #expect(summaries.count == 3)
    var request = SearchRequest("role clarity HCV")
    request.limit = 3
    let expected = try index().search(request)
    let results = array(answer["results"])
    #expect(results.count == expected.hits.count && results.count == 3)
    for ((result, summary), hit) in zip(zip(results, summaries), expected.hits) {
      #expect(result["id"] == .string(hit.document.id))
      #expect(result["title"] == .string(hit.document.title))
      #expect(result["text"] == .string(hit.passage.text))
      #expect(result["section"] == .string(hit.passage.section))
      #expect(result["url"] == .string(url(hit.document)))
      let citation = string(result["citation"])
      #expect(citation.contains(hit.document.title))
      for name in ["id", "title", "url", "section", "citation"] {
        #expect(summary[name] == result[name], "\(name)")
      }
    }
    #expect(answer["total"]?["documents"] == .integer(expected.total.documents))
    #expect(answer["query"]?["interpreted"] == .string(expected.query.interpreted))
  }

  @Test func `an answer is not sent twice`() throws {
    let result = try call("search", ["query": "peer support", "limit": 10])
    let structured = try #require(result["structuredContent"]).encoded.count
    let content = try #require(result["content"]).encoded.count
    #expect(content * 10 < structured * 8, "\(content) of \(structured)")
  }

  @Test func `a connector finds id, title, text and url in the only text`() throws {
    let result = try call("search", ["query": "role clarity HCV"])
    let content = array(result["content"])
    #expect(content.count == 1)
    let results = array(try JSONValue(string(content[0]["text"]).utf8)["results"])
    #expect(results.count == array(result["structuredContent"]?["results"]).count)
    for result in results {
      #expect(!string(result["id"]).isEmpty && !string(result["title"]).isEmpty)
      #expect(!string(result["url"]).isEmpty && !string(result["text"]).isEmpty)
    }
  }

  /// The address that an answer gives over standard output.
  private func url(_ document: HitDocument) -> String {
    document.url ?? document.doi.map { "https://doi.org/\($0)" } ?? "urn:peerlit:\(document.id)"
  }

  @Test func `a document without an address has a name that tools take`() throws {
    let results = array(try answer("search", ["query": "peer"]).json["results"])
    let name = try #require(
      results.map { string($0["url"]) }.first { $0.hasPrefix("urn:peerlit:") })
    for tool in ["fetch", "get_document"] {
      #expect(try answer(tool, ["id": .string(name)]).json["url"] == .string(name))
    }
    var session = MCPSession(
      try SeedService.responder.get().context, pages: "http://127.0.0.1:7700")
    let call =
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"fetch","arguments":{"id":"\#(name)"}}}"#
    let body = try #require(session.answer(Array(call.utf8)).body)
    let url = try JSONValue(body)["result"]?["structuredContent"]?["url"]
    #expect(string(url).hasPrefix("http://127.0.0.1:7700/document/"))
  }

  @Test(
    arguments: [
      ["query": "peer", "limit": "3"], ["q": "peer", "limit": 3],
      ["query": "peer", "limit": 3, "exact": "false", "year": .null],
      ["query": "peer", "limit": .number(3)],
    ] as [JSONValue])
  func `numbers and flags may be texts`(arguments: JSONValue) throws {
    #expect(array(try answer("search", arguments).json["results"]).count == 3)
  }

  @Test(
    arguments: [
      (["exact": "True"], ["exact": true]), (["exact": 1], ["exact": true]),
      (["exact": 0], [:]), (["exact": "Yes"], ["exact": true]), (["cite": "APA"], ["cite": "apa"]),
      (["year": " 2013 "], ["year": "2013"]),
      (["condition": ""], [:]), (["limit": ""], [:]), (["method": "[]"], [:]),
      (["method": "[\"qualitative\", \"review\"]"], ["method": ["qualitative", "review"]]),
      (["method": " qualitative"], ["method": "qualitative"]), (["method": "null"], [:]),
      (["method": "qualitative,"], ["method": "qualitative"]),
      (["method": "randomized"], ["method": "randomised-trial"]),
      (["method": ["Randomized"]], ["method": "randomised-trial"]),
      (["method": "-Case_Study"], ["method": "-case-study"]),
      (["method": ["-Randomized", "- review"]], ["method": ["-randomised-trial", "-review"]]),
      (["method": "not qualitative"], ["method": "-qualitative"]),
      (["method": ["!Randomized"]], ["method": "-randomised-trial"]),
      (["unit": "passages"], ["unit": "passage"]), (["unit": ["document"]], [:]),
      (["sort": "newest"], ["sort": "year"]), (["sort": "date"], ["sort": "year"]),
      (["sort": "sample_size"], ["sort": "sample-size"]),
      (["min_sample": ">20"], ["min_sample": 21]), (["min_sample": "20+"], ["min_sample": 20]),
      (["min_sample": ">= 20"], ["min_sample": 20]), (["max_sample": "<45"], ["max_sample": 44]),
      (["year": "2013-"], ["year": "2013.."]), (["year": "since 2013"], ["year": "2013.."]),
      (["year": "after 2013"], ["year": "2014.."]), (["year": "-2013"], ["year": "..2013"]),
      (["year": "before 2013"], ["year": "..2012"]),
      (["year": "from 2010 to 2013"], ["year": "2010..2013"]),
      (["year": "between 2010 and 2013"], ["year": "2010..2013"]),
      (["year": "2010 – 2013"], ["year": "2010..2013"]),
      (["year": "2013 onwards"], ["year": "2013.."]), (["year": ["2013+"]], ["year": "2013.."]),
      (["year": ">=2013"], ["year": "2013.."]), (["year": "2013"], ["year": 2013]),
    ] as [([String: JSONValue], [String: JSONValue])])
  func `values are read as models write them`(
    written: [String: JSONValue], meant: [String: JSONValue]
  ) throws {
    let results = try [written, meant].map { arguments in
      try answer("search", .object(arguments.merging(["query": "peer"]) { $1 })).json["results"]
    }
    #expect(results[0] == results[1])
  }

  @Test(
    arguments: [
      (["rows": "settings"], ["rows": "setting"]), (["rows": "Study design"], ["rows": "method"]),
      (["columns": ["condition"], "rows": "Years"], ["columns": "condition", "rows": "year"]),
    ] as [([String: JSONValue], [String: JSONValue])])
  func `facets of a map are read as models write them`(
    written: [String: JSONValue], meant: [String: JSONValue]
  ) throws {
    let maps = try [written, meant].map { try answer("evidence_map", .object($0)).json }
    #expect(maps[0]["rows"] != nil && maps[0] == maps[1])
  }

  @Test(
    arguments: [
      ("search", ["query": "peer", "year": "in 2013"], "“in 2013” is not a valid year or range."),
      ("search", ["query": "peer", "year": "20-30"], "“20-30” is not a valid year or range."),
      ("search", ["query": "peer", "method": "case"], "Unknown method “case”."),
      ("search", ["query": "peer", "limit": ">3"], "can't be “>3”"),
      (
        "search", ["query": "peer", "line": 1],
        "Unknown parameter “line”. The parameters are query, "
      ),
      (
        "search", ["query": "peer", "sample_size": ">20"],
        "Unknown parameter “sample_size”. Use min_sample or max_sample. The parameters are query, "
      ),
      (
        "search", ["query": "peer", "authors": "Lee"],
        "Unknown parameter “authors”. To search only there, write author:word in the query. "
      ),
      ("similar", ["id": "a", "title": "b"], "Unknown parameter “title”. The parameters are id, "),
      ("fetch", ["ids": ["a"]], "Unknown parameter “ids”. Did you mean id?"),
      ("fetch", ["document_id": "a"], "Unknown parameter “document_id”. Did you mean id?"),
    ] as [(String, JSONValue, String)])
  func `other values are errors`(tool: String, arguments: JSONValue, words: String) throws {
    let refused = try call(tool, arguments)
    #expect(refused["isError"] == true)
    let text = string(array(refused["content"])[0]["text"])
    #expect(text.contains(words), "\(text)")
  }

  @Test func `a number may be an id or a section`() throws {
    let id: JSONValue = "peer-engagement-rapid-response-2013"
    let first = try answer("get_document", ["id": id, "section": 1])
    #expect(try first.json == answer("get_document", ["id": id, "section": "1"]).json)
    let refused = try call("fetch", ["id": 11_975_819])
    let text = string(array(refused["content"])[0]["text"])
    #expect(text.contains("no document with the id “11975819”"))
  }

  @Test func `arguments may be a text, and a year a number`() throws {
    let first = try answer("search", "{\"query\":\"peer\",\"year\":2023}").json
    let second = try answer("search", ["q": "peer", "year": "2023"]).json
    let third = try answer("search", ["q": "peer", "method": "qualitative"]).json
    let year: JSONValue = ["year": ["2023"]]
    let method: JSONValue = ["method": ["qualitative"]]
    #expect(first["total"] == second["total"])
    #expect(first["query"]?["filters"] == year)
    #expect(third["query"]?["filters"] == method)
  }

  @Test func `an empty answer names the filter that emptied it`() throws {
    let arguments: JSONValue = ["query": "peer", "min_sample": 999_999, "include_unknown": false]
    for tool in ["search", "list_facets", "evidence_map"] {
      let (json, text) = try answer(tool, arguments)
      let notes = array(json["query"]?["notes"]).map { string($0) }
      #expect(notes.contains { $0.contains("without min_sample=999999") }, "\(tool) \(notes)")
      #expect(text.contains(tool == "search" ? "\"notes\":" : "Note: "), "\(text)")
      #expect(text.contains("without min_sample=999999"), "\(text)")
      #expect(!text.contains("--"))
      #expect(Set(notes).count == notes.count, "\(tool) \(notes)")
    }
    let similar = try answer("similar", ["id": "peers-hcv-2023", "year": 1900])
    #expect(similar.text.contains("No similar document passes the filters year."))
  }

  @Test func `counts are part of the text`() throws {
    let counted = try answer("search", ["query": "peer", "limit": 1, "facets": true])
    let summary = try JSONValue(Array(counted.text.utf8))
    let facets = try answer("list_facets", ["query": "peer"]).text.split(separator: "\n")
    let method = string(summary["facets"]?["method"])
    #expect(method.hasPrefix("qualitative "), "\(method)")
    #expect(facets.contains { $0 == "method: " + method })
    let plain = try JSONValue(Array(try answer("search", ["query": "peer"]).text.utf8))
    #expect(plain["facets"] == nil)
  }

  @Test func `an unknown code names the tool that lists codes`() throws {
    let refused = try call("search", ["q": "peer", "method": ["--min-sample"]])
    #expect(
      string(array(refused["content"])[0]["text"])
        == "Unknown method “--min-sample”. The schema of search lists the codes; list_facets counts "
        + "those that occur.")
  }

  @Test(arguments: [("zebrafish", ""), ("clairty", ""), ("peer", "qualitative")])
  func `a note ends with one full stop`(query: String, method: String) throws {
    var arguments: [String: JSONValue] = ["query": .string(query), "condition": "hiv"]
    if !method.isEmpty { arguments["method"] = .string(method) }
    for tool in ["list_facets", "evidence_map"] {
      let lines = try answer(tool, .object(arguments)).text.split(separator: "\n")
      let notes = lines.filter { $0.hasPrefix("Note: ") }
      #expect(!notes.isEmpty)
      for line in notes {
        #expect(".?!".contains(line.last ?? " ") && !line.hasSuffix(".."), "\(line)")
      }
    }
  }

  @Test(arguments: CitationStyle.allCases)
  func `hits are cited in the style that is asked for`(style: CitationStyle) throws {
    let index = try index()
    for (tool, arguments) in [
      (
        "search", ["q": "role clarity HCV", "cite": .string(style.rawValue)] as [String: JSONValue]
      ),
      ("similar", ["id": "peers-hcv-2023", "cite": .string(style.rawValue)]),
    ] {
      let results = array(try answer(tool, .object(arguments)).json["results"])
      #expect(!results.isEmpty)
      for result in results {
        let document = try #require(try index.document(string(result["id"])))
        #expect(result["citation"] == .string(Citation(document, style: style).text))
      }
    }
    let document = try answer("get_document", ["id": "peers-hcv-2023"]).json
    let cited = try #require(try index.document("peers-hcv-2023"))
    #expect(
      document["citations"]?[style.rawValue] == .string(Citation(cited, style: style).text))
  }

  @Test func `similar leaves the document itself out`() throws {
    let results = array(
      try answer("similar", ["id": "peers-hcv-2023", "limit": 2]).json["results"])
    #expect(results.count == 2)
    #expect(results.allSatisfy { $0["citation"] != nil && $0["id"] != "peers-hcv-2023" })
  }

  @Test func `facets are counted, of all and of some`() throws {
    let all = try answer("list_facets")
    #expect(all.json["documents"] == 5)
    #expect(all.text.hasPrefix("5 documents\nmethod: "))
    #expect(try answer("list_facets", ["condition": ["hepatitis-c"]]).json["documents"] == 2)
  }

  @Test func `a map has the facets that were asked for`() throws {
    let plain = try answer("evidence_map")
    #expect(plain.json["row_facet"] == "method")
    #expect(plain.json["column_facet"] == "condition")
    #expect(plain.text.hasPrefix("Study design by condition, 5 documents."))
    let other = try answer("evidence_map", ["rows": "setting", "columns": "method"]).json
    #expect(other["row_facet"] == "setting")
    #expect(other["column_facet"] == "method")
  }

  @Test(arguments: ["get_document", "similar", "fetch"])
  func `an unknown document is reported to the model`(tool: String) throws {
    let result = try call(tool, ["id": "nothing"])
    #expect(result["isError"] == true)
    #expect(
      String(decoding: result.encoded, as: UTF8.self).contains("no document with the id “nothing”"))
    let similar = String(
      decoding: try call(tool, ["id": "peers-hcv-2032"]).encoded, as: UTF8.self)
    #expect(similar.contains("Did you mean “peers-hcv-2023”?"))
    let missing = String(decoding: try call(tool, [:]).encoded, as: UTF8.self)
    #expect(missing.contains("Missing parameter id of \(tool)."))
  }

  @Test func `every tool has schemas, with all parameters and in few bytes`() throws {
    let list = try MCPSessionTests.answer(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)
    let tools = array(list?["result"]?["tools"])
    let names = MCPTool.standard.map(\.name)
    #expect(
      names == ["search", "fetch", "get_document", "similar", "list_facets", "evidence_map"])
    #expect(tools.map { $0["name"] } == names.map { .string($0) })
    for (tool, row) in zip(tools, MCPTool.standard) {
      #expect(tool["inputSchema"]?["type"] == "object")
      #expect(tool["inputSchema"]?["additionalProperties"] == false)
      for name in row.parameters.flatMap({ [$0.name, $0.alias].compactMap(\.self) }) {
        let property = tool["inputSchema"]?["properties"]?[name]
        let description = string(property?["description"])
        #expect(!description.isEmpty, "\(row.name) \(name)")
        #expect(property?["type"] != nil)
        if array(property?["type"]).contains("array") {
          #expect(property?["items"]?["type"] != nil, "\(row.name) \(name)")
        }
      }
      #expect(tool["outputSchema"]?["type"] == "object")
      #expect(tool["annotations"]?["readOnlyHint"] == true)
    }
    let results = tools[0]["outputSchema"]?["properties"]?["results"]?["items"]
    for name in ["id", "title", "text", "url"] {
      #expect(results?["properties"]?[name]?["type"] == "string")
    }
    let bytes = try #require(list).encoded.count
    #expect(bytes < 14_000, "\(bytes) bytes")
  }
}
