import Answers
import Query
import Retrieval
import Testing
import peerlit

struct DocumentListTextTests {
  private static func lines(width: Int?) throws -> [String] {
    let list = try Index(path: CorpusIndex.path.get()).list(Filter())
    return try DocumentListText(width: width).lines(list, .text)
  }

  @Test func `a narrow terminal shows no names, and whole ids`() throws {
    let lines = try Self.lines(width: 60)
    #expect(lines.contains("2013  How to support…  [peer-engagement-rapid-response-2013]"))
    for line in lines { #expect(line.count <= 60, "\(line)") }
  }

  @Test func `a wide terminal shows names`() throws {
    let lines = try Self.lines(width: 100)
    #expect(lines.contains { $0.hasPrefix("Mitra, Sanjana et al. 2013  How to support") })
    for line in lines { #expect(line.count <= 100, "\(line)") }
  }
}
