import Analysis
import CAnalysis
import TestSupport
import Testing

struct HostileTextTests {
  /// Tokens are in order, within the text and on scalar boundaries; a joined form begins where the
  /// token before it begins, and a further term of a word has its range.
  private func check(_ bytes: [UInt8], _ analyzer: Analyzer, isValid: Bool) {
    // An allocation of exactly this size, so that a sanitizer sees a read beyond it.
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    defer { buffer.deallocate() }
    _ = buffer.initialize(from: bytes)
    analyzer.withTokens(in: UnsafeBufferPointer(buffer)) { tokens in
      var last = 0..<0
      for token in tokens {
        let range = Int(token.start)..<Int(token.end)
        #expect(!range.isEmpty && range.upperBound <= bytes.count)
        #expect(Int(token.word) < analyzer.wordCount)
        if token.kind == UInt32(PL_TOKEN_JOINED) {
          #expect(range.lowerBound == last.lowerBound && range.upperBound > last.upperBound)
        } else if token.kind == UInt32(PL_TOKEN_SENSE) {
          #expect(range == last)
        } else {
          #expect(range.lowerBound >= last.upperBound)
          last = range
        }
        if isValid {
          #expect(bytes[range.lowerBound] & 0xC0 != 0x80)
          #expect(range.upperBound == bytes.count || bytes[range.upperBound] & 0xC0 != 0x80)
        }
        let word = analyzer.word(token.word)
        #expect(!word.term.isEmpty && word.folded.utf8.count <= 255)
      }
    }
    var end = 0
    for sentence in analyzer.sentences(in: UnsafeBufferPointer(buffer)) {
      #expect(!sentence.isEmpty && sentence.lowerBound >= end)
      end = sentence.upperBound
    }
    #expect(end <= bytes.count)
    for found in Abbreviation.definitions(in: UnsafeBufferPointer(buffer)) {
      #expect(found.shortBytes.upperBound <= bytes.count)
      #expect(found.longBytes.upperBound <= bytes.count)
    }
  }

  @Test(arguments: 1...30)
  func `random text is analysed like the slow version`(seed: Int) throws {
    var random = RandomText(seed: UInt64(seed))
    let analyzer = try Analyzer()
    for _ in 0..<100 {
      check(Array(random.text(most: 80).utf8), analyzer, isValid: true)
      check(random.bytes(most: 80), analyzer, isValid: false)
    }
  }

  @Test(arguments: [
    [], [0], [0, 0x61, 0], [0xFF], [0xC3], [0x61, 0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x91],
    [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0x80, 0x61], [0x61, 0x2D, 0xE2],
    [0xE2, 0x80, 0x90], [0x61, 0x2E], [0x61, 0x2D], [0x2E], [0xCC, 0x81],
  ])
  func `broken bytes are replaced`(bytes: [UInt8]) throws {
    check(bytes, try Analyzer(), isValid: false)
  }

  @Test func `invalid bytes separate words`() throws {
    let analyzer = try Analyzer()
    let bytes: [UInt8] = [0x70, 0x65, 0x65, 0x72, 0xFF, 0x6C, 0x65, 0x64]
    let starts = bytes.withUnsafeBufferPointer { analyzer.withTokens(in: $0) { $0.map(\.start) } }
    #expect(starts == [0, 5])
  }

  /// Each of these would take minutes if any code looked back or ahead without a limit.
  @Test(arguments: [
    "a", "a-", "AIDS ", "hiv/aids ", "漢", "漢 a ", "ก", "\u{301}", "a.", "a. ", "A. ", "\n", " ",
    "a\u{AD}\n", "(", "(A",
    "A (B) ", ". 1 ", "’", "é", "-\n", "🇩", "\u{200D}", "א\"", "_", "e.g. ", "ab\n", ")", ".)",
  ])
  func `ten megabytes are analysed`(of piece: String) throws {
    let count = 10_000_000 / piece.utf8.count
    let bytes = Array(String(repeating: piece, count: count).utf8)
    let analyzer = try Analyzer()
    let time = processorTime {
      bytes.withUnsafeBufferPointer { buffer in
        analyzer.withTokens(in: buffer) { tokens in
          #expect(tokens.allSatisfy { Int($0.end) <= bytes.count })
        }
        #expect(analyzer.sentences(in: buffer).count <= bytes.count)
        _ = Abbreviation.definitions(in: buffer)
      }
    }
    #expect(time < .seconds(20))
  }
}
