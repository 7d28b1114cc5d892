import Analysis
import CAnalysis
import CAnalysisReference
import Testing

/// Compares our word and sentence boundaries with those of ICU on whole texts.
struct SegmentationTests {
  @Test(arguments: 1...60)
  func `word boundaries are those of ICU`(seed: Int) throws {
    var random = RandomText(seed: UInt64(seed))
    let analyzer = try Analyzer()
    for round in 0..<400 {
      let text = random.text(most: round < 380 ? 24 : 1200)
      var copy = text
      let (ours, icu) = copy.withUTF8 { bytes in
        (
          analyzer.withTokens(in: bytes) { tokens in
            tokens.filter { $0.kind == UInt32(PL_TOKEN_WORD) }.map { $0.start..<$0.end }
          },
          reference(bytes, pl_reference_words)
        )
      }
      // A word that is empty after folding (U+0640 alone) is not a token.
      let utf8 = Array(text.utf8)
      let kept = icu.filter { range in
        let word = utf8[Int(range.lowerBound)..<Int(range.upperBound)]
        return !analyzer.tokens(in: String(decoding: word, as: UTF8.self)).isEmpty
      }
      #expect(ours == kept, "\(text.debugDescription)")
    }
  }

  @Test(arguments: 1...60)
  func `sentence boundaries are those of ICU`(seed: Int) throws {
    var random = RandomText(seed: UInt64(seed))
    for round in 0..<400 {
      let text = random.text(most: round < 380 ? 24 : 1200)
      var copy = text
      let (ours, icu) = copy.withUTF8 { bytes in
        (reference(bytes, pl_uax29_sentences), reference(bytes, pl_reference_sentences))
      }
      #expect(ours == icu, "\(text.debugDescription)")
    }
  }

  private func reference(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ cut: (UnsafePointer<CChar>?, Int, UnsafeMutablePointer<pl_range>?, Int) -> Int
  ) -> [Range<UInt32>] {
    let text = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    let ranges = [pl_range](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
      count = cut(text, bytes.count, buffer.baseAddress, buffer.count)
    }
    return ranges.map { $0.start..<$0.end }
  }
}
