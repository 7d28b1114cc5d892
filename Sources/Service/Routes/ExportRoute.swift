import Literature
import Query
import Retrieval

extension Route {
  /// `GET /export`: records of what is found, for reference managers.
  public static let export = Route(
    "GET", "/export",
    "Records of the documents that a query and limits find, or of those named, for reference managers.",
    parameters: Parameter.export, answer: .text(ExportFormat.allCases.map(\.mediaType)),
    errors: [.noSuchDocument]
  ) { call, context in
    let format = call.values.text(.to).flatMap { ExportFormat(rawValue: $0) } ?? .ris
    let index = context.index.current().index
    let selection = try selection(call.values, index)
    var export = RecordExport(selection, of: index, as: format)
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
    guard !ids.isEmpty else { return try index.select(request, limit: limit) }
    guard !values.has(.query), request.filter.isEmpty else {
      throw ServiceError.badValue(
        .id, "a query or limits stand beside it", "Give ids, or a query and limits.")
    }
    let selection = try index.select(ids: Array(ids.prefix(limit ?? .max)))
    if let unknown = selection.unknown.first { throw ServiceError.noSuchDocument(unknown) }
    return selection
  }
}

extension ExportFormat {
  /// The content type of its files.
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
