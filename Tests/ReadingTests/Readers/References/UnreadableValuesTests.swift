import Literature
import Reading
import Testing

/// Years and DOIs that can't be read.
struct UnreadableValuesTests {
  @Test(
    arguments: [
      ("a.csv", "title,authors,year,doi\nPeers,\"Lee, A\",20201,10.1016\n", 2),
      ("a.enw", "%0 Journal Article\n%T Peers\n%D 20201\n%R 10.1016\n", 1),
      ("a.bib", "@article{a,\n title={Peers}, year={20201}, doi={10.1016}}\n", 1),
      ("a.ris", "TY  - JOUR\nTI  - Peers\nPY  - 20201\nDO  - 10.1016\nER  - \n", 1),
    ] as [(String, String, Int)])
  func `a year and a DOI that can't be read are reported`(name: String, text: String, line: Int) {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    #expect(reading.documents.map(\.title) == ["Peers"] && reading.failures.isEmpty)
    let place = "/folder/\(name), line \(line)"
    #expect(
      reading.mistakes == [
        "\(place): has a year that can't be read: 20201",
        "\(place): has a DOI that can't be read: 10.1016",
      ])
  }

  @Test(arguments: [
    ("a.csv", "title,authors,year,doi\nPeers,\"Lee, A\",in press,NA\n"),
    ("a.csv", "title,authors,year,date,doi\nPeers,\"Lee, A\",?,2019-05-04,none\n"),
    ("a.bib", "@article{a, title={Peers}, year={NA}, doi={}}\n"),
    ("a.bib", "@article{a, title={Peers}, year={forthcoming}, doi={https://x.org/1}}\n"),
  ])
  func `words in place of a year or a DOI are not mistakes`(name: String, text: String) {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    #expect(reading.documents.map(\.title) == ["Peers"] && reading.mistakes.isEmpty)
  }
}
