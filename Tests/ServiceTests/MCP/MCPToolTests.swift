import Answers
import Foundation
import JSON
import Literature
import Query
import Retrieval
import Service
import Testing

struct MCPToolTests {
  /// The result of a call.
  private func call(_ tool: String, _ arguments: JSONValue) throws -> JSONValue {
    let message: JSONValue = [
      "jsonrpc": "2.0", "id": 1, "method": "tools/call",
      "params": ["name": .string(tool), "arguments": arguments],
    ]
    let text = String(decoding: message.encoded, as: UTF8.self)
    return try #require(try MCPSessionTests.answer(text)?["result"])
  }

  /// The structured content of a result, which must equal the JSON in its text.
  private func answer(_ tool: String, _ arguments: JSONValue = [:]) throws -> JSONValue {
    let result = try call(tool, arguments)
    #expect(result["isError"] == false)
    let structured = try #require(result["structuredContent"])
    guard case .array(let content)? = result["content"], content.count == 1,
      case .string(let text)? = content[0]["text"]
    else {
      Issue.record("no text")
      return structured
    }
    #expect(content[0]["type"] == "text")
    #expect(try JSONValue(text.utf8) == structured)
    return structured
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ json: JSONValue) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.encoded))
  }

  @Test func `search answers as the index does, with citations`() throws {
    let answer = try decoded(
      SearchResponse.self, answer("search", ["q": "role clarity HCV", "limit": 3]))
    var request = SearchRequest("role clarity HCV")
    request.limit = 3
    var expected = try SeedService.responder.get().context.index.current().index.search(request)
    expected.tookUs = answer.tookUs
    #expect(!answer.hits.isEmpty)
    for place in answer.hits.indices {
      let hit = answer.hits[place]
      let citation = try #require(hit.citation)
      #expect(citation.contains(hit.document.title))
      if let author = hit.document.authors.first { #expect(citation.hasPrefix(author)) }
      expected.hits[place].citation = citation
    }
    #expect(answer == expected)
  }

  @Test(arguments: CitationStyle.allCases)
  func `hits are cited in the style that is asked for`(style: CitationStyle) throws {
    let index = try SeedService.responder.get().context.index.current().index
    for (tool, arguments) in [
      (
        "search", ["q": "role clarity HCV", "cite": .string(style.rawValue)] as [String: JSONValue]
      ),
      ("similar", ["id": "peers-hcv-2023", "cite": .string(style.rawValue)]),
    ] {
      let answer = try decoded(SearchResponse.self, answer(tool, .object(arguments)))
      #expect(!answer.hits.isEmpty)
      for hit in answer.hits {
        let document = try #require(try index.document(hit.document.id))
        #expect(hit.citation == Citation(document, style: style).text)
      }
    }
    let document = try answer("get_document", ["id": "peers-hcv-2023"])
    let cited = try #require(try index.document("peers-hcv-2023"))
    #expect(
      document["citations"]?[style.rawValue] == .string(Citation(cited, style: style).text))
  }

  @Test func `similar leaves the document itself out`() throws {
    let answer = try decoded(
      SearchResponse.self, answer("similar", ["id": "peers-hcv-2023", "limit": 2]))
    #expect(answer.hits.count == 2)
    #expect(answer.hits.allSatisfy { $0.citation != nil && $0.document.id != "peers-hcv-2023" })
  }

  @Test func `a document is given whole`() throws {
    let answer = try answer("get_document", ["id": "peers-hcv-2023"])
    #expect(answer["id"] == "peers-hcv-2023")
    guard case .string(let text)? = answer["text"] else {
      Issue.record("no text")
      return
    }
    #expect(text.count > 5000)
  }

  @Test func `facets are counted, of all and of some`() throws {
    #expect(try answer("list_facets")["documents"] == 5)
    #expect(try answer("list_facets", ["condition": ["hepatitis-c"]])["documents"] == 2)
  }

  @Test func `a map has the facets that were asked for`() throws {
    let plain = try answer("evidence_map")
    #expect(plain["row_facet"] == "method")
    #expect(plain["column_facet"] == "condition")
    let other = try answer("evidence_map", ["rows": "setting", "columns": "method"])
    #expect(other["row_facet"] == "setting")
    #expect(other["column_facet"] == "method")
  }

  @Test(arguments: ["get_document", "similar"])
  func `an unknown document is told to the model`(tool: String) throws {
    let result = try call(tool, ["id": "nothing"])
    #expect(result["isError"] == true)
    #expect(
      String(decoding: result.encoded, as: UTF8.self).contains("no document with the id “nothing”"))
  }

  @Test func `every tool says what it takes and gives`() throws {
    let list = try MCPSessionTests.answer(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)
    guard case .array(let tools)? = list?["result"]?["tools"] else {
      Issue.record("no tools")
      return
    }
    let names = MCPTool.standard.map(\.name)
    #expect(names == ["search", "get_document", "similar", "list_facets", "evidence_map"])
    #expect(tools.map { $0["name"] } == names.map { .string($0) })
    for (tool, row) in zip(tools, MCPTool.standard) {
      #expect(tool["inputSchema"]?["type"] == "object")
      #expect(tool["inputSchema"]?["additionalProperties"] == false)
      for parameter in row.parameters {
        #expect(tool["inputSchema"]?["properties"]?[parameter.name] == parameter.schema)
      }
      #expect(tool["outputSchema"]?["type"] == "object")
      #expect(tool["outputSchema"]?["properties"]?["format_version"]?["const"] == 1)
      #expect(tool["annotations"]?["readOnlyHint"] == true)
    }
  }
}
