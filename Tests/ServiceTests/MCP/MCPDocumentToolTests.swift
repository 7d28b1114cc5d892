import Answers
import JSON
import Literature
import Retrieval
import Service
import Testing

/// The tools that return one document.
struct MCPDocumentToolTests: CallsTools {
  @Test func `fetch returns a whole text as connectors expect it`() throws {
    let result = try call("fetch", ["id": "peers-hcv-2023"])
    let document = try #require(try index().document("peers-hcv-2023"))
    let json = try #require(result["structuredContent"])
    #expect(json["id"] == "peers-hcv-2023")
    #expect(json["title"] == .string(document.title))
    #expect(json["text"] == .string(document.text))
    #expect(string(json["url"]).hasPrefix("http"))
    #expect(json["metadata"]?["citation"] == .string(Citation(document).text))
    let content = array(result["content"])
    #expect(content.count == 1)
    #expect(try JSONValue(string(content.first?["text"]).utf8) == json)
  }

  @Test func `offsets are there on request only`() throws {
    for offsets in [false, true] {
      let result = array(
        try answer("search", ["query": "peer", "offsets": .bool(offsets)]).json["results"])[0]
      #expect((result["start"] != nil) == offsets)
      #expect((result["highlights"] != nil) == offsets)
      let document = try answer(
        "get_document", ["id": "peers-hcv-2023", "offsets": .bool(offsets)]
      ).json
      #expect((array(document["sections"])[0]["start"] != nil) == offsets)
      let facets = String(decoding: document["facets"]?.encoded ?? [], as: UTF8.self)
      #expect(facets.contains("\"end\"") == offsets)
    }
  }

  @Test func `a document is read in pages`() throws {
    let whole = try #require(try index().document("peers-hcv-2023")).text
    var (read, offset, pages) = ("", 0, 0)
    while pages < 100 {
      let (page, text) = try answer(
        "get_document", ["id": "peers-hcv-2023", "offset": .integer(offset), "limit": 2000])
      #expect(page["length"] == .integer(whole.unicodeScalars.count))
      #expect(page["offset"] == .integer(offset))
      #expect(text.contains(string(page["text"])))
      read += string(page["text"])
      pages += 1
      guard case .integer(let next)? = page["next_offset"] else { break }
      #expect(text.contains("continue with offset \(next)."))
      offset = next
    }
    #expect(pages > 2)
    #expect(read == whole)
  }

  @Test func `a section is found by number, heading, part of a heading and kind`() throws {
    let document = try #require(try index().document("peers-hcv-2023"))
    let bytes = Array(document.text.utf8)
    let place = try #require(
      document.sections.firstIndex { section in
        !section.heading.isEmpty
          && document.sections.filter { $0.heading == section.heading }.count == 1
      })
    let section = document.sections[place]
    let text = String(decoding: bytes[section.bytes], as: UTF8.self)
    for name in [String(place + 1), section.heading, section.heading.uppercased()] {
      let page = try answer("get_document", ["id": "peers-hcv-2023", "section": .string(name)]).json
      #expect(page["text"] == .string(String(text.prefix(12_000))), "\(name)")
    }
    let kind = try answer(
      "get_document", ["id": "peers-hcv-2023", "section": .string(section.kind.rawValue)]
    ).json
    #expect(kind["length"] != 0)
    let refused = try call("get_document", ["id": "peers-hcv-2023", "section": "no such part"])
    #expect(refused["isError"] == true)
    #expect(
      String(decoding: refused.encoded, as: UTF8.self)
        .contains("There is no section “no such part”. The sections are 1 "))
  }

  /// The next page of an empty one would begin where it begins.
  @Test(arguments: [0, -1, 200_001]) func `a page is not empty`(limit: Int) throws {
    let refused = try call("get_document", ["id": "peers-hcv-2023", "limit": .integer(limit)])
    #expect(refused["isError"] == true)
    #expect(
      String(decoding: refused.encoded, as: UTF8.self)
        .contains("It must be a whole number from 1 to 200000."))
  }

  @Test func `a page past the end is empty`() throws {
    let (page, text) = try answer("get_document", ["id": "peers-hcv-2023", "offset": 90_000_000])
    #expect(page["text"] == "")
    #expect(page["next_offset"] == .null)
    #expect(text.hasSuffix("the end.)"))
  }
}
