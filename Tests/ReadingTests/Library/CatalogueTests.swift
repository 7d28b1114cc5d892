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
      reading.failures.map { $0.replacing(folder.path, with: "") } == [
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
      reading.failures.map { $0.replacing(folder.path, with: "") } == [
        "/catalogue.csv, line 2: has an unknown setting: comunity; did you mean “community”, “faith-based”?",
        "/catalogue.csv, line 3: has a sample_size that is not a number: about 7",
        "/catalogue.csv, line 3: has a method that only groups others: review; use one of "
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
  }
}
