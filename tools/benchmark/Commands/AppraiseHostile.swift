import Appraisal
import ArgumentParser
import Foundation
import Literature

/// Appraises texts designed to be slow, of increasing length: throughput must stay constant.
struct AppraiseHostile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appraise-hostile",
    abstract: "Time the appraiser on hostile texts of 1, 2, 4 and 8 MB.")

  private static let pieces = [
    "7", "one hundred hundred ", "(", "n = 5), ", "12 patients and ", "of 12 of 12 ", "of whom 12 ",
    "12 peers, ", "randomly assigned 5 women ", "HIV, diabetes, asthma, ", "20 studies met ", "a",
    "in the ", "Methods: ",
  ]

  func run() throws {
    print("MB/s of".padding(toLength: 30, withPad: " ", startingAt: 0) + "1 MB  2 MB  4 MB  8 MB")
    for piece in Self.pieces {
      let rates = [1, 2, 4, 8].map { megabytes in
        var document = Document(id: "", source: Source(path: ""))
        document.text = String(
          repeating: piece, count: megabytes * 1_000_000 / piece.utf8.count)
        let time = ContinuousClock().measure { _ = Appraiser().appraise(document) }.seconds
        return String(format: "%6.1f", Double(megabytes) / max(time, 1e-6))
      }
      print(
        "“\(piece)”".padding(toLength: 28, withPad: " ", startingAt: 0)
          + rates.joined())
    }
  }
}
