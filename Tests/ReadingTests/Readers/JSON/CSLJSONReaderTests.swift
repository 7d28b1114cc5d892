import Literature
import Reading
import Testing

struct CSLJSONReaderTests {
  @Test(
    arguments: [
      ("article-journal", "J Peers", nil), ("chapter", "J Peers", nil), ("book", nil, "J Peers"),
    ] as [(String, String?, String?)])
  func `an abbreviation without a name is the name of a journal`(
    type: String, venue: String?, short: String?
  ) {
    let text = #"[{"type":"\#(type)","title":"One","container-title-short":"J Peers"}]"#
    let document = ReadDocuments(CSLJSONReader(), text, name: "a.json").documents.first
    #expect(document?.venue == venue && document?.imprint.abbreviation == short)
  }

  @Test func `particles, editors and abbreviations`() throws {
    let text = """
      [{"id":"a","type":"book","title":"Peers","editor":[{"family":"Humboldt","given":"W",
      "dropping-particle":"von"},{"family":"Gaulle","given":"C","non-dropping-particle":"de",
      "suffix":"Jr"}]},{"id":"b","type":"thesis","title":"More peers","genre":"PhD",
      "container-title":"Journal of Peers","container-title-short":"J Peers"}]
      """
    let documents = ReadDocuments(CSLJSONReader(), text, name: "a.json").documents
    let book = try #require(documents.first)
    #expect(book.authors == ["von Humboldt, W", "de Gaulle, C, Jr"])
    #expect(book.imprint.editors == book.authors)
    #expect(documents.last?.imprint.abbreviation == "J Peers")
    #expect(documents.last?.type == "Thesis; PhD")
  }

  @Test func `in a file of one line, records have a number`() {
    let text =
      #"[{"id":"a","title":"One"},{"id":"b","title":"Two"},{},{"id":"c","title":"Three"},{"#
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.json")
    #expect(
      reading.documents.map(\.source.location) == ["line 1", "record 2 (b)", "record 4 (c)"])
    #expect(
      reading.skipped == [
        "/folder/a.json, record 3: is empty (no title, author, abstract or identifier)"
      ])
    let reason = "the file ends in the middle of this record"
    #expect(reading.failures == ["/folder/a.json, record 5: \(reason)"])
  }

  @Test(
    arguments: [
      (#"[{"id":"a","title":"One"},5,"x{y",null,[true],{"id":"b","title":"Two"}]"#, 2, 4),
      (#"[{"id":"a","title":"One"}, "x\"{}, y" ,{"id":"b","title":"Two"}]"#, 2, 1),
      (#"[{"id":"a","title":"One"},"title":"y"},{"id":"b","title":"Two"}]"#, 2, 1),
      ("\u{FEFF}" + #"[-1.5e3, {"id":"a","title":"One"}, {"id":"b","title":"Two"}]"#, 1, 1),
      (#"[{"id":"a","title":"One"},{"id":"b","title":"Two"}] x"#, 3, 1),
    ] as [(String, Int, Int)])
  func `values that are not objects are reported once`(text: String, first: Int, count: Int) {
    let reading = ReadDocuments(CSLJSONReader(), text, name: "a.json")
    #expect(reading.documents.map(\.title) == ["One", "Two"])
    let reason =
      count == 1 ? "is not an object" : "is the first of \(count) values that are not objects"
    #expect(reading.failures == ["/folder/a.json, record \(first): \(reason)"])
  }

  @Test func `a lone quotation mark hides only its line`() {
    let text = """
      [
      {"id":"a","title":"One"},
      "x, {},
      {"id":"b","title":"Two"}
      ]

      """
    let reading = ReadDocuments(CSLJSONReader(), text, name: "a.json")
    #expect(reading.documents.map(\.title) == ["One", "Two"])
    #expect(reading.failures == ["/folder/a.json, line 3: is not an object"])
  }

  @Test(arguments: [
    (#"[{"id":"a","title":"One"}"#, ": is cut off after its last record"),
    (#"[{"id":"a","title":"One"},"# + "\n", ": is cut off after its last record"),
    (#"[{"id":"a","title":"One"},nul"#, ", record 2: the file ends in the middle of this record"),
    (#"[{"id":"a","title":"One"},{"id""#, ", record 2: the file ends in the middle of this record"),
  ])
  func `a file that is cut off is reported`(text: String, failure: String) {
    let reading = ReadDocuments(CSLJSONReader(), text, name: "a.json")
    #expect(reading.documents.map(\.title) == ["One"])
    #expect(reading.failures == ["/folder/a.json\(failure)"])
  }

  @Test(
    arguments: [
      (#"{"id":"b","title":"Two","author":[{"family":"Le"#, ["One", "Two"]),
      (#"{"id":"b","title":"Two","volume":"3""#, ["One", "Two"]),
      (#"{"id":"b","title":"Two, three","x":["a","b"],"y"#, ["One", "Two, three"]),
      (#"{"_id":"b","title":"Two","text":"Peers "#, ["One", "Two"]),
    ] as [(String, [String])])
  func `the whole members of a record that is cut off are read`(last: String, titles: [String]) {
    let text = #"[{"id":"a","title":"One"},"# + "\n" + last
    let reading = ReadDocuments(CSLJSONReader(), text, name: "a.json")
    #expect(reading.documents.map(\.title) == titles)
    #expect(reading.failures == ["/folder/a.json: is cut off in its last record (line 2)"])
  }

  @Test(
    arguments: [
      (#""volume":2"#, nil), (#""volume":"2""#, "2"), (#""volume":2,"#, "2"),
      (#""volume":2,"issue":1"#, "2"),
    ] as [(String, String?)])
  func `the beginning of a number is not read as the number`(end: String, volume: String?) {
    let text = #"[{"id":"a","title":"One"},{"id":"b","title":"Two","# + end
    let reading = ReadDocuments(CSLJSONReader(), text, name: "a.json")
    #expect(reading.documents.map(\.title) == ["One", "Two"])
    #expect(reading.documents.last?.imprint.volume == volume)
    #expect(reading.documents.last?.imprint.issue == nil)
    #expect(reading.failures == ["/folder/a.json: is cut off in its last record (record 2)"])
  }

  @Test func `a file that is cut off before its first record is reported`() {
    let reading = ReadDocuments(CSLJSONReader(), "[ ", name: "a.json")
    #expect(reading.documents.isEmpty)
    #expect(reading.failures == ["/folder/a.json: ends before its first record"])
  }

  @Test func `the parts of a record that is too large are not records`() {
    let text = #"""
      [{"id":"a","title":"One"},
      {"id":"b","title":"Two","author":[{"family":"Lee","title":"Inner"}]},
      {"id":"c","title":"Three"}]
      """#
    func read(limit: Int) -> ReadDocuments {
      var reader = CSLJSONReader()
      reader.limit = limit
      return ReadDocuments(reader, text, name: "a.json")
    }
    #expect(read(limit: 68).documents.map(\.title) == ["One", "Two", "Three"])
    let reading = read(limit: 67)
    #expect(reading.documents.map(\.title) == ["One", "Three"])
    #expect(
      reading.failures == [
        "/folder/a.json, line 2: is too large (68 bytes; a document of this format may have at most 67)"
      ])
  }

  @Test func `numbers, series and notes`() throws {
    let text = """
      [{"id":"a","type":"report","title":"Peers","number":"42/13","page":"1-9","note":"Read it."},
      {"id":"b","type":"chapter","title":"Roles","container-title":"Handbook","collection-title":"Peer
      Series","collection-number":"7","collection-editor":[{"family":"Ng","given":"Cy"}],"note":"PMID: 7
      tex.x: y"},{"id":"c","type":"article-journal","title":"Pay","number":"e12"}]
      """.replacing("Peer\nSeries", with: "Peer Series").replacing("7\ntex", with: "7\\ntex")
    let documents = ReadDocuments(CSLJSONReader(), text, name: "a.json").documents
    #expect(documents.map(\.imprint.issue) == ["42/13", "7", nil])
    #expect(documents.map(\.imprint.pages) == ["1-9", nil, "e12"])
    #expect(documents.map(\.imprint.notes) == [["Read it."], ["tex.x: y"], []])
    #expect(documents.map { $0.identifier(.pmid) } == [nil, "7", nil])
    #expect(documents.map(\.venue) == [nil, "Handbook", nil])
    #expect(documents.map(\.imprint.series) == [nil, "Peer Series", nil])
    #expect(documents.last?.imprint.seriesEditors == [])
    #expect(documents[1].imprint.seriesEditors == ["Ng, Cy"])
  }

  @Test(arguments: [
    ("Forums for <i>anorexia nervosa</i>", "Forums for anorexia nervosa"),
    (#"<span class=\"nocase\">HIV</span> in H<sub>2</sub>O"#, "HIV in H2O"),
    ("p<0.05 and <5 peers>", "p<0.05 and <5 peers>"),
    ("Nested <b>and <i>more</i></b>, <i>open", "Nested and more, <i>open"),
    ("</i>A <b> in text</i>", "</i>A <b> in text</i>"),
  ])
  func `a title has no markup`(title: String, plain: String) {
    for text in [#"[{"id":"a","title":"\#(title)"}]"#, #"[{"_id":"a","title":"\#(title)"}]"#] {
      let documents = ReadDocuments(CSLJSONReader(), text, name: "a.json").documents
      #expect(documents.map(\.title) == [plain])
    }
  }

  @Test func `items are read`() throws {
    let text = """
      [{"id":"lee","type":"article-journal","title":"Peers","author":[{"family":"Lee","given":"Ann",
      "non-dropping-particle":"van"},{"literal":"A Group"}],"issued":{"date-parts":[["2020",3]]},
      "container-title":"J","DOI":"10.1000/C","keyword":"a, b","page":"1-9"},
      {"id":"bad","title":},
      {"_id":"own","title":"Ours","text":"Words."}]
      """
    let reading = ReadDocuments(CSLJSONReader(), text, name: "a.json")
    let document = try #require(reading.documents.first)
    #expect(document.authors == ["van Lee, Ann", "A Group"])
    #expect(document.year == 2020)
    #expect(document.type == "Journal Article")
    #expect(document.keywords == ["a", "b"])
    #expect(reading.documents.map(\.id) == ["10.1000/c", "own"])
    #expect(reading.failures.first?.hasPrefix("/folder/a.json, line 4: is not JSON") == true)
  }

  @Test(arguments: [
    (
      "<jats:title>Abstract</jats:title><jats:p>Peers <jats:italic>help</jats:italic> in "
        + "H<sub>2</sub>O.</jats:p>",
      "Peers help in H2O."
    ),
    (
      "<jats:sec><jats:title>Methods</jats:title><jats:p>We asked.</jats:p></jats:sec><jats:sec>"
        + "<jats:title>Results</jats:title><jats:p>Seen.</jats:p></jats:sec>",
      "Methods: We asked. Results: Seen."
    ),
    ("&lt;p&gt;Peers help.&lt;/p&gt;", "Peers help."), ("One.<br/>Two.", "One. Two."),
    ("p<0.05 and <5 peers>", "p<0.05 and <5 peers>"),
  ])
  func `an abstract has no markup`(abstract: String, plain: String) {
    let text = #"[{"id":"a","title":"One","abstract":"\#(abstract)"}]"#
    let documents = ReadDocuments(CSLJSONReader(), text, name: "a.json").documents
    #expect(documents.map(\.text) == [plain])
  }
}
