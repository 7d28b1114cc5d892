import Literature
import Query
import Retrieval

extension Route {
  /// `GET /export`: records for reference managers.
  public static let export = Route(
    "GET", PageAddress.export,
    "Exports records for reference managers: the results of a query, or the given ids.",
    operation: "exportRecords", tag: .export,
    parameters: Parameter.export, answer: .text(ExportFormat.allCases.map(\.mediaType)),
    errors: [.noSuchDocument]
  ) { call, context in
    let format = call.values.text(.to).flatMap { ExportFormat(rawValue: $0) } ?? .ris
    // It does not change other formats, with which the form of the page also sends it.
    let marksFormulas = call.values.flag(.spreadsheetSafe)
    let index = try context.index.current().index
    let selection = try selection(call.values, index)
    var export = RecordExport(selection, of: index, as: format, marksFormulas: marksFormulas)
    let opening = try export.next() ?? ""
    var response = ServiceResponse(
      type: format.mediaType,
      headers: [
        ("content-disposition", "attachment; filename=\"peerlit.\(format.fileExtension)\"")
      ],
      body: Array(opening.utf8))
    if selection.count > RecordExport.pieceSize {
      response.rest = BodyPieces { try export.next().map { Array($0.utf8) } }
    }
    return response
  }

  private static func selection(
    _ values: ParameterValues, _ index: Index
  ) throws -> DocumentSelection {
    let limit = values.has(.records) ? values.integer(.records) : nil
    let request = try SearchRequest(values)
    let ids = values.texts(.id)
    // Without JavaScript, the form of the page is also sent if nothing is ticked.
    if ids.isEmpty, values.flag(.selected) {
      var error = ServiceError(
        .missingParameter, "No document is selected.",
        hint: "Add id for each document, or leave out selected.")
      error.forReaders = "Go back and tick the documents to export, then export again."
      throw error
    }
    guard !ids.isEmpty else { return try index.select(request, limit: limit) }
    guard !values.has(.query), request.filter.isEmpty else {
      throw ServiceError(
        .badValue, "The parameter id can't be combined with a query or filters.",
        hint: "Use either ids, or a query and filters.")
    }
    let selection = try index.select(ids: Array(ids.prefix(limit ?? .max)))
    if let unknown = selection.unknown.first {
      throw ServiceError.noSuchDocument(unknown, in: index)
    }
    return selection
  }
}

extension ExportFormat {
  /// The content type of the files.
  var mediaType: String {
    switch self {
    case .ris: "application/x-research-info-systems"
    case .nbib: "application/nbib"
    case .bibtex: "application/x-bibtex"
    case .cslJSON: "application/vnd.citationstyles.csl+json"
    case .csv: "text/csv; charset=utf-8"
    case .jsonl: "application/jsonl"
    }
  }
}
