import Answers
import Foundation
import JSON
import Retrieval
import Service
import Testing

struct SearchTextTests {
  @Test(arguments: [
    "/search?q=role+clarity+HCV", "/search?q=peer&explain=true&facets=true&limit=50",
    "/search?q=zzzz", "/search?q=a%22b%5Cc%09d%00e%C3%A9%E2%80%A8/%F0%9F%98%80%7F%08%0C%0D%0A",
    "/search?q=peer+-mentor&method=qualitative&year=2010..&sort=year",
  ])
  func `answers are written as JSONEncoder writes them`(target: String) throws {
    let body = try SeedService.get(target).body
    let answer = try JSONDecoder().decode(SearchResponse.self, from: Data(body))
    let expected = try JSONText.bytes(answer)
    #expect(String(decoding: body, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test(arguments: [SearchNote.Wording.options, .parameters])
  func `notes are written as JSONEncoder writes them`(wording: SearchNote.Wording) throws {
    var answer = try JSONDecoder().decode(
      SearchResponse.self, from: Data(try SeedService.get("/search?q=peer&limit=1").body))
    answer.query.notes = [
      .sentence("Odd."), .unknownWord("clairty", suggestion: "clarity"),
      .unstated(.sampleSize, documents: 3), .excluding([.query("n:20..30")], documents: 1),
    ]
    let bytes = try SearchResponseJSON.bytes(answer, notes: wording)
    #expect(bytes == (try JSONText.bytes(answer, notes: wording)))
    let written = try JSONDecoder().decode(SearchResponse.self, from: Data(bytes)).query.notes
    #expect(written == answer.query.notes.map { .sentence($0.text(wording)) })
  }

  @Test func `numbers are written as JSONEncoder writes them`() throws {
    var answer = try JSONDecoder().decode(
      SearchResponse.self, from: Data(try SeedService.get("/search?q=peer&limit=1").body))
    for score in [0, 1, 10, 9.81, 0.1, 1e-7, 123_456_789, 1.5e300, -2.25] {
      answer.hits[0].score = score
      answer.hits[0].citation = score < 1 ? nil : "Peer, A (2020). \"Peers\"."
      #expect(
        String(decoding: try SearchResponseJSON.bytes(answer, notes: .options), as: UTF8.self)
          == String(decoding: try JSONText.bytes(answer), as: UTF8.self))
    }
  }
}
