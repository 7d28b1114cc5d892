import Foundation
import Literature
import Reading
import Testing

struct JSONLinesReaderTests {
  private func read(_ text: String) -> ReadDocuments {
    ReadDocuments(JSONLinesReader(), text, name: "records.jsonl")
  }

  @Test func `all fields are read`() throws {
    let reading = read(
      #"{"_id":"a1","title":"T","text":"Body.","authors":["Vojt, Gaby",{"family":"Reid","given":"L"}],"#
        + #""year":"2023","venue":"V","doi":"https://doi.org/10.1000/ABC","url":"http://x","#
        + #""language":"en","method":"qualitative","setting":["community"],"condition":"hiv","#
        + #""sample_size":45,"metadata":{"deep":[1,{"x":null}]}}"#)
    let document = try #require(reading.documents.first)
    #expect(document.id == "a1")
    #expect(document.source == Source(path: "/folder/records.jsonl", key: "a1", line: 1))
    #expect(document.authors == ["Vojt, Gaby", "Reid, L"])
    #expect(document.year == 2023)
    #expect(document.doi == "10.1000/abc")
    #expect(document.facets.method.map(\.value) == ["qualitative"])
    #expect(document.facets.sampleSize.map(\.value) == [45])
    #expect(document.facets.sampleSize.first?.origin == .record)
    #expect(document.origins[.year] == .record)
    #expect(document.outline == ["abstract||Body."])
  }

  @Test(arguments: [
    ("Lee A, Chen B", ["Lee, A", "Chen, B"]), ("Lee, Ann", ["Lee, Ann"]),
    ("Lee, Ann; Chen, Bo", ["Lee, Ann", "Chen, Bo"]), ("Mind", ["Mind"]),
  ])
  func `authors in one text are divided`(text: String, authors: [String]) {
    let reading = read(#"{"_id":"1","title":"T","authors":"\#(text)"}"#)
    #expect(reading.documents.map(\.authors) == [authors])
  }

  @Test(arguments: [
    (#""_id":"NCT01234567""#, ["NCT01234567"]), (#""_id":"ISRCTN12345678""#, ["ISRCTN12345678"]),
    (#""_id":"NCT01234567","registry":"NCT07654321""#, ["NCT07654321"]), (#""_id":"12345678""#, []),
    (#""_id":"a1""#, []),
  ])
  func `the id of a registered trial is its number`(fields: String, numbers: [String]) {
    let reading = read("{\(fields),\"title\":\"Peers in prisons\"}")
    let found = reading.documents.flatMap(\.identifiers).filter { $0.scheme == .registry }
    #expect(found.map(\.value) == numbers)
  }

  @Test func `a month or a day that does not exist is dropped`() {
    let reading = read(
      """
      {"_id":"1","title":"one","imprint":{"month":3,"day":32}}
      {"_id":"2","title":"two","imprint":{"month":13,"day":5}}
      {"_id":"3","title":"three","imprint":{"month":12,"day":31}}
      """)
    #expect(reading.documents.map(\.imprint.month) == [3, nil, 12])
    #expect(reading.documents.map(\.imprint.day) == [nil, nil, 31])
  }

  @Test func `a bad line does not affect its neighbours`() {
    let reading = read(
      """
      {"_id":"1","title":"one","text":"x"}
      {"_id":"2","title":"two"

      [1,2]
      {"_id":"5"}
      {"_id":6,"title":"six","text":"\\ud800"} trailing
      {"_id":7,"title":"seven","text":"a \\ud800 b"}
      """)
    #expect(reading.documents.map(\.id) == ["1", "7"])
    #expect(reading.repaired == ["7"])
    #expect(reading.documents.last?.text == "a \u{FFFD} b")
    #expect(reading.documents.last?.source.line == 7)
    #expect(
      reading.failures.map { $0.prefix(36) } == [
        "/folder/records.jsonl, line 2: is no", "/folder/records.jsonl, line 4: is no",
        "/folder/records.jsonl, line 6: is no",
      ])
    #expect(
      reading.skipped == [
        "/folder/records.jsonl, line 5: is empty (no title, author, abstract or identifier)"
      ])
  }

  @Test func `a record without title and text is read if it has authors or an identifier`() {
    let reading = read(
      """
      {"_id":"1","authors":["Lee, Ann"]}
      {"_id":"2","pmid":"31000001","year":2019}
      {"_id":"3","year":2019,"venue":"Journal of Peers"}
      """)
    #expect(reading.documents.map(\.id) == ["1", "2"])
    #expect(reading.skipped.count == 1)
  }

  @Test(arguments: [
    (#""year":"soon""#, "has a year that can't be read: soon"),
    (#""year":true"#, "has a year that can't be read: true"),
    (#""year":20201"#, "has a year that can't be read: 20201"),
    (#""year":0"#, "has a year that can't be read: 0"),
    (#""sample_size":"many""#, "has a sample_size that is not a number: many"),
    (#""sample_size":4.5"#, "has a sample_size that is not a number: 4.5"),
    (#""method":"foo""#, "has an unknown method: foo"),
    (#""method":["rct","foo"]"#, "has an unknown method: foo"),
    (
      #""setting":"comunity""#,
      "has an unknown setting: comunity; did you mean “community”?"
    ),
    (#""condition":{"a":1}"#, #"has an unknown condition: {"a":1}"#),
  ])
  func `a facet or a year that can't be read is reported`(member: String, reason: String) {
    let reading = read("{\"_id\":\"1\",\"title\":\"Peers\",\(member)}")
    #expect(reading.mistakes == ["/folder/records.jsonl, line 1: \(reason)"])
    #expect(reading.documents.map(\.title) == ["Peers"])
    let array = ReadDocuments(
      contents: Array("[{},{\"_id\":\"1\",\"title\":\"Peers\",\(member)}]".utf8), name: "a.json")
    #expect(array.mistakes == ["/folder/a.json, record 2: \(reason)"])
    #expect(array.documents.map(\.title) == ["Peers"])
  }

  @Test(arguments: [
    #""year":null"#, #""year":"""#, #""year":"none""#, #""year":" 2020 ""#, #""year":"March 2020""#,
    #""method":[]"#, #""method":null"#, #""method":"none""#, #""method":["rct","cohort",""]"#,
    #""sample_size":"1,204""#, #""sample_size":30.0"#,
    #""sample_size":["none"]"#, #""methods":"anything""#,
  ])
  func `other values are not mistakes`(member: String) {
    #expect(read("{\"_id\":\"1\",\"title\":\"Peers\",\(member)}").mistakes == [])
  }

  @Test func `the year in a date is read`() {
    let reading = read(#"{"_id":"1","title":"Peers","year":"2020-05-12"}"#)
    #expect(reading.documents.map(\.year) == [2020])
  }

  @Test func `codes of facets have the names of filters, and unknown ones are skipped`() {
    let reading = read(
      """
      {"_id":"1","title":"x","condition":["HCV","nonsense"],"method":"none","setting":"Prison"}
      """)
    let facets = reading.documents.first?.facets ?? Facets()
    #expect(facets.effective(codes: .condition) == ["hepatitis-c"])
    #expect(facets.effective(codes: .setting) == ["prison"])
    #expect(facets.statedNone == [.method])
  }

  @Test func `long lines, NULs and byte order marks are read`() {
    let long = String(repeating: "peer support ", count: 800_000)
    let reading = ReadDocuments(
      JSONLinesReader(),
      [0xEF, 0xBB, 0xBF] + Array("{\"_id\":\"a\",\"text\":\"\(long)\"}\r\n".utf8)
        + Array("{\"_id\":\"b\",\"text\":\"nul\u{0}\"}".utf8) + [0x0A]
        + Array("{\"_id\":\"c\",\"text\":\"".utf8) + [0xFF] + Array("\"}".utf8))
    #expect(reading.documents.map(\.id) == ["a", "b", "c"])
    #expect(reading.documents.first?.text.utf8.count == long.utf8.count)
    #expect(reading.repaired == ["c"])
    #expect(reading.failures.isEmpty)
  }

  @Test func `records without an ID keep their names when others are added`() {
    let one = read("{\"title\":\"One\"}").documents
    let two = read("{\"title\":\"Zero\"}\n{\"title\":\"One\"}").documents
    #expect(one.first?.id == two.last?.id)
    #expect(one.first?.id.hasPrefix("records-") == true)
  }

  @Test(arguments: [
    ("x.jsonl", "anything", true), ("x", "{\"a\":1}\n{", true), ("x.json", "{\n \"a\":1}", false),
    ("x.json", "[{}]", false), ("x.txt", "{curly} text", false),
  ])
  func `files of the format are recognised`(_ name: String, _ text: String, _ expected: Bool) {
    let head = Array(text.utf8).withUnsafeBytes { FileHead(name: name, bytes: $0) }
    #expect(JSONLinesReader.recognises(head) == expected)
  }
}
