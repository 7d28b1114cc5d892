import Appraisal
import Foundation
import Literature

/// The candidates that the appraiser considers in labelled documents, for the training scripts in
/// `tools/appraisal`.
///
/// Cells are separated by tabs. Features are written as `name:value` and separated by spaces.
///
/// - `sample`, file, document, labels, `certain` or `uncertain`, features of the document.
/// - `count`, document, number, features, words: a number that may count participants.
/// - `codes`, facet, file, document, labels, `certain`, `uncertain` or `only:CODE,CODE` (only
///   these codes were judged), number of sentences, features of the document, `code:confidence` as
///   the appraiser now judges, `code:code,code` for the codes that share a list with each.
/// - `words`, file, document, `word:count` for each word, by its first six letters.
/// - `mention`, facet, document, code, sentence (-1 for the title), zone, features, words, `quoted`
///   if the annotator quoted it as evidence of the facet, `unquoted` if not, or `-` if there is no
///   evidence.
package enum FacetCandidates {
  /// The lines of every document of some sets.
  package static func text(_ sets: [(set: String, gold: [FacetGold])]) -> String {
    var lines: [String] = []
    for (set, all) in sets {
      let appraiser = Appraiser()
      for gold in all {
        if let sizes = gold.labels.counts[.sampleSize] {
          lines += counts(gold, sizes, set, appraiser)
        }
        lines.append(words(gold, set, appraiser))
        for facet in FacetDefinition.codes.map(\.name) {
          guard let labels = gold.labels.codes[facet] else { continue }
          let doubt =
            gold.only[facet.rawValue].map { "only:" + $0.joined(separator: ",") }
            ?? (gold.uncertain.contains(facet.rawValue) ? "uncertain" : "certain")
          lines += codes(gold, facet, labels, doubt, set, appraiser)
        }
        if let isRandomised = gold.labels.randomised {
          lines += codes(
            gold, .method, isRandomised ? ["randomised-trial"] : [], "only:randomised-trial", set,
            appraiser)
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func counts(
    _ gold: FacetGold, _ sizes: [Int], _ set: String, _ appraiser: Appraiser
  ) -> [String] {
    let doubt = gold.uncertain.contains("sample_size") ? "uncertain" : "certain"
    let found = appraiser.counts(of: gold.document)
    let head = [
      "sample", set, gold.id, sizes.map { "\($0)" }.joined(separator: ","), doubt,
      text(found.document),
    ]
    return [head.joined(separator: "\t")]
      + found.counts.map { count in
        let words = count.text.split { $0.isWhitespace }.joined(separator: " ")
        return ["count", gold.id, "\(count.value)", text(count.features), words]
          .joined(separator: "\t")
      }
  }

  private static func words(_ gold: FacetGold, _ set: String, _ appraiser: Appraiser) -> String {
    let counts = appraiser.words(of: gold.document)
    let text = counts.map { "\($0.key):\($0.value)" }.sorted().joined(separator: " ")
    return ["words", set, gold.id, text].joined(separator: "\t")
  }

  private static func codes(
    _ gold: FacetGold, _ facet: FacetName, _ labels: [String], _ doubt: String, _ set: String,
    _ appraiser: Appraiser
  ) -> [String] {
    let found = appraiser.codes(of: gold.document, facet: facet)
    let quotations = Quotations(gold, of: facet)
    let head = [
      "codes", facet.rawValue, set, gold.id, labels.joined(separator: ","), doubt,
      "\(found.sentenceCount)", text(found.document), text(found.confidence),
      found.lists.filter { !$0.value.isEmpty }
        .map { "\($0.key):" + $0.value.joined(separator: ",") }.sorted().joined(separator: " "),
    ]
    return [head.joined(separator: "\t")]
      + found.mentions.map { mention in
        [
          "mention", facet.rawValue, gold.id, mention.code, "\(mention.sentence)", mention.zone,
          text(mention.features),
          mention.text.split { $0.isWhitespace }.joined(separator: " "),
          quotations.isEmpty ? "-" : quotations.contain(mention) ? "quoted" : "unquoted",
        ].joined(separator: "\t")
      }
  }

  /// Where a document has the words that its annotator quoted as evidence of a facet.
  private struct Quotations {
    /// The places in UTF-8 code units.
    private var title: [Range<Int>] = []
    private var text: [Range<Int>] = []

    init(_ gold: FacetGold, of facet: FacetName) {
      let (inTitle, inText) = (Array(gold.document.title.utf8), Array(gold.document.text.utf8))
      for quotation in gold.evidence[facet.rawValue] ?? [] where !quotation.isEmpty {
        title += inTitle.ranges(of: Array(quotation.utf8))
        text += inText.ranges(of: Array(quotation.utf8))
      }
    }

    var isEmpty: Bool { title.isEmpty && text.isEmpty }

    /// Whether a quotation overlaps a mention.
    func contain(_ mention: Appraiser.CodeCandidates.Mention) -> Bool {
      (mention.sentence < 0 ? title : text).contains { $0.overlaps(mention.range) }
    }
  }

  private static func text(_ features: [String: Float]) -> String {
    features.map { "\($0.key):\($0.value)" }.sorted().joined(separator: " ")
  }
}
