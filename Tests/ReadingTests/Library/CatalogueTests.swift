import Literature
import TestSupport
import Testing

struct CatalogueTests {
  @Test func `broken rows are reported and the others used`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Some words of title\n\nText.".utf8)
    try folder.write("b.txt", "Other words of title\n\nText.".utf8)
    let catalogue = """
      file,title,authors,year,method,sample_size,note
      a.txt,"A ""quoted"", curated
      title",One; Two,2020,qualitative;cohort,none,kept for people
      gone.txt,Title,,,,,
      b.txt,too few
      b.txt,,,soon,none,7,
      """
    try folder.write("catalogue.csv", catalogue.utf8)
    let reading = ReadDocuments(library: folder.path)
    #expect(
      reading.mistakes.map { $0.replacing(folder.path, with: "") } == [
        "/catalogue.csv, line 4: names a file that does not exist: gone.txt",
        "/catalogue.csv, line 5: has 2 fields, but the header has 7",
        "/catalogue.csv, line 6: has a year that is not a number: soon",
      ])
    let first = try #require(reading.documents.first)
    #expect(first.title == "A \"quoted\", curated\ntitle")
    #expect(first.authors == ["One", "Two"])
    #expect(first.year == 2020)
    #expect(first.facets.method.map(\.value) == ["qualitative", "cohort"])
    #expect(first.facets.statedNone == [.sampleSize])
    let second = try #require(reading.documents.last)
    #expect(second.title == "Other words of title")
    #expect(second.facets.statedNone == [.method])
    #expect(second.facets.sampleSize == [FacetValue(7, origin: .curated)])
  }

  @Test func `a catalogue may begin with a byte-order mark`() throws {
    let text = "\"file\",\"title\"\na.txt,Curated\n"
    let marked: [[UInt8]] = [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
    ]
    for bytes in marked {
      let folder = try TemporaryFolder()
      try folder.write("a.txt", "Some words of title\n\nText.".utf8)
      try folder.write("catalogue.csv", bytes)
      let reading = ReadDocuments(library: folder.path)
      #expect(reading.documents.map(\.title) == ["Curated"])
      #expect(reading.mistakes.isEmpty)
    }
  }

  @Test func `codes have the names of filters, and mistakes are reported`() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write("\(name).txt", "Words of title\n\nText.".utf8) }
    let catalogue = """
      file;method;setting;condition;sample_size
      a.txt;rct;"Prison;comunity";HCV;1,204
      b.txt;review;;qwerty;about 7
      """
    try folder.write("catalogue.csv", catalogue.utf8)
    let reading = ReadDocuments(library: folder.path)
    #expect(
      reading.mistakes.map { $0.replacing(folder.path, with: "") } == [
        "/catalogue.csv, line 2: has an unknown setting: comunity; did you mean “community”?",
        "/catalogue.csv, line 3: has a sample_size that is not a number: about 7",
        "/catalogue.csv, line 3: has a method that is only a group of codes: review; use one of "
          + "systematic-review, scoping-review, rapid-review, narrative-review, meta-analysis",
        "/catalogue.csv, line 3: has an unknown condition: qwerty",
      ])
    let facets = try #require(reading.documents.first).facets
    #expect(facets.method.map(\.value) == ["randomised-trial"])
    #expect(facets.setting.map(\.value) == ["prison"])
    #expect(facets.condition.map(\.value) == ["hepatitis-c"])
    #expect(facets.sampleSize == [FacetValue(1204, origin: .curated)])
    #expect(reading.documents.last?.facets == Facets())
  }

  @Test func `a record of a file is identified by its ID`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "r.jsonl", "{\"_id\":\"1\",\"title\":\"x\"}\n{\"_id\":\"2\",\"title\":\"y\"}".utf8)
    try folder.write("catalogue.csv", "file,id,year\nr.jsonl,2,1999\nr.jsonl,,2000\n".utf8)
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.documents.map(\.year) == [nil, 1999])
    #expect(
      reading.mistakes == [
        "\(folder.path)/r.jsonl: contains several documents, so its row in the catalogue needs an id"
      ])
  }

  @Test func `a row is also found by the key of a record, and in an archive`() throws {
    let folder = try TemporaryFolder()
    try folder.write("r.bib", "@article{lee2019, title = {Peers}, doi = {10.1000/x}}".utf8)
    try folder.write("pack.zip", ZipFixture.zip([("in/note.txt", "Some words\n\nText.")]))
    try folder.write(
      "catalogue.csv", "file,id,year\nr.bib,lee2019,2001\npack.zip,note,2002\n".utf8)
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.mistakes == [] && reading.failures == [])
    #expect(Set(reading.documents.map(\.year)) == [2001, 2002])
  }

  @Test func `rows without a document are reported`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Some words of title\n\nText.".utf8)
    try folder.write("empty.txt", "".utf8)
    try folder.write("damaged.pdf", "%PDF-1.4".utf8)
    try folder.write("r.jsonl", #"{"_id":"1","title":"x"}"#.utf8)
    try folder.write("sub/b.txt", "Words.".utf8)
    let catalogue = """
      file,id,year
      a.txt,,2001
      a.txt,,2002
      sub/b.txt,,2003
      sub,,2004
      r.jsonl,nosuch,2005
      empty.txt,,2006
      damaged.pdf,,2007
      """
    try folder.write("catalogue.csv", catalogue.utf8)
    let reading = ReadDocuments(library: folder.path)
    #expect(
      reading.mistakes.map { $0.replacing(folder.path, with: "") } == [
        "/catalogue.csv, line 3: describes the same document as line 2: a.txt",
        "/catalogue.csv, line 4: names a file in another folder, which needs its own catalogue: "
          + "sub/b.txt",
        "/catalogue.csv, line 5: names a folder: sub",
        "/empty.txt: contains no document, although the catalogue has a row for it",
        "/r.jsonl: contains no document “nosuch”, although the catalogue has a row for it",
      ])
    #expect(reading.documents.first?.year == 2002)
  }

  @Test(arguments: ["Catalogue.CSV", "CATALOGUE.csv"])
  func `the name of a catalogue may have capitals`(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Some words of title\n\nText.".utf8)
    try folder.write(name, "file,year\na.txt,2001\n".utf8)
    #expect(ReadDocuments(library: folder.path).documents.map(\.year) == [2001])
    #expect(ReadDocuments(library: folder.path + "/a.txt").documents.map(\.year) == [2001])
    try folder.write("catalogue.csv", "file,year\na.txt,2002\n".utf8)
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.documents.map(\.year) == [2002])
    let reason = "is not used: a folder has only one catalogue, named catalogue.csv"
    #expect(reading.skipped == ["\(folder.path)/\(name): \(reason)"])
  }

  @Test func `a catalogue named without documents is reported`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Some words of title\n\nText.".utf8)
    try folder.write("catalogue.csv", "file,year\na.txt,2001\n".utf8)
    let reason = "describes the documents of its folder, and has none itself: index the folder"
    #expect(
      ReadDocuments(library: folder.path + "/catalogue.csv").skipped
        == ["\(folder.path)/catalogue.csv: \(reason)"])
    #expect(ReadDocuments(library: folder.path).skipped.isEmpty)
  }
}
