import Query

/// Output formats of `search`.
package enum SearchFormat: String, CaseIterable, Sendable {
  case text, brief, json, jsonl, tsv, csv, trec

  /// The printer of the format.
  ///
  /// - Parameters:
  ///   - isBatch: whether the output contains the results of many queries.
  ///   - isFull: whether text contains whole passages.
  ///   - unit: the unit that was ranked and counted.
  ///   - areSimilar: whether the hits are the documents most similar to one.
  ///   - marksFormulas: whether CSV marks cells that spreadsheets would run as formulas.
  ///   - place: the index or server as a line, which text has if nothing is found.
  package func printer(
    style: TextStyle, isBatch: Bool, isFull: Bool = false,
    unit: SearchRequest.Unit = .document, areSimilar: Bool = false, marksFormulas: Bool = false,
    place: String? = nil
  ) -> any SearchPrinter {
    switch self {
    case .text:
      SearchTextPrinter(
        style: style, isBatch: isBatch, isFull: isFull, place: place, unit: unit,
        areSimilar: areSimilar)
    case .brief: SearchBriefPrinter(style: style, isBatch: isBatch)
    case .json: SearchJSONPrinter(isBatch: isBatch)
    case .jsonl: SearchJSONLinesPrinter(isBatch: isBatch)
    case .tsv: SearchTSVPrinter(isBatch: isBatch)
    case .csv: SearchCSVPrinter(isBatch: isBatch, marksFormulas: marksFormulas)
    case .trec: TRECRunPrinter()
    }
  }
}
