import Answers
import Appraisal
import JSON
import Literature
import Query
import Retrieval

extension Route {
  /// `POST /documents/{id}/corrections`: a person's correction of the facets of a document.
  ///
  /// It does the same as `peerlit correct`. Only this route and ``correctionForm`` change the
  /// index, so only a server that other machines can't reach accepts it, and never from a page of
  /// another origin.
  public static let corrections = Route(
    "POST", "/documents/{id}/corrections",
    "Correct the facets of a document. Only on a server that other machines can't reach.",
    operation: "correctDocument", tag: .documents,
    parameters: [.change, .by, .note], required: [.change], body: .parameters,
    answer: .json(schema: "document"), errors: [.noSuchDocument]
  ) { call, context in
    try refuseCorrection(call.request, context)
    let document = try corrected(call, call.values.texts(.change), context)
    return .json(try JSONText.bytes(DocumentJSON(document)))
  }

  /// Corrects the document of a call; returns it after the correction.
  static func corrected(
    _ call: Call, _ texts: [String], _ context: ServiceContext
  ) throws -> Document {
    let changes = try changes(texts)
    let index = try context.index.current().index
    let document = try index.document(of: call)
    let correction = Correction(
      of: document, changes: changes, person: call.values.text(.by) ?? "",
      date: Correction.today, note: call.values.text(.note) ?? "")
    if correction.isRepeated(in: document.facets) { return document }
    let count = Corrections(try index.corrections()).concerning(document).count
    guard count < mostCorrections else {
      throw ServiceError(
        .badValue,
        "The document has \(NumberText.whole(count)) corrections; the server stores no more.",
        hint: "Use peerlit correct on the server's machine.")
    }
    try store(correction, context)
    guard let corrected = try context.index.current().index.document(document.id) else {
      throw ServiceError.noSuchDocument(call.id, in: index)
    }
    return corrected
  }

  /// The maximum number of corrections of a document, so that requests can't fill the disk.
  private static let mostCorrections = 1000

  /// Refuses a request unless it comes from this machine and this server's own pages or a program.
  ///
  /// `--allow-origin` lets other sites read, not write.
  ///
  /// - Parameter isForm: whether the body is a form, which a page of any site can send; then the
  ///   browser must say which page sends it.
  static func refuseCorrection(
    _ request: ServiceRequest, _ context: ServiceContext, isForm: Bool = false
  ) throws(ServiceError) {
    guard context.acceptsCorrections else {
      throw ServiceError(
        .forbiddenHost,
        request.isForwarded
          ? "This server accepts no corrections through a proxy."
          : "This server accepts no corrections, because other machines can reach it.",
        hint: "Use peerlit correct on the server's machine.")
    }
    let host = request.headers["host"] ?? ""
    let site = request.headers["sec-fetch-site"]
    let isCrossSite =
      request.headers["origin"].map { host.isEmpty || $0 != "http://" + host }
      ?? (["cross-site", "same-site"].contains(site) || isForm && site == nil)
    if isCrossSite {
      throw ServiceError(
        .forbiddenOrigin, "Pages of other sites can't correct documents.",
        hint: "Use the page of the document on this server, or peerlit correct.")
    }
  }

  private static func changes(
    _ texts: [String]
  ) throws(ServiceError) -> [FacetName: FacetChange] {
    do {
      return try Correction.changes(texts)
    } catch .unknownCode(let code, let facet, let nearest) {
      throw ServiceError(
        QueryError.unknownCode(
          facet: facet, code: code, nearest: nearest, position: nil))
    } catch {
      throw ServiceError(.badValue, error.problem, hint: error.fix)
    }
  }

  private static func store(
    _ correction: Correction, _ context: ServiceContext
  ) throws {
    do {
      _ = try Indexer(path: context.index.path).correct([correction])
    } catch .busy {
      throw ServiceError(
        .indexUnavailable, "Another process is writing to the index.",
        hint: "Try again when it has finished.")
    } catch .readOnly {
      throw ServiceError(
        .indexUnavailable, "The server can't write to the index.",
        hint: "Check the permissions of the file and its folder.")
    }
  }
}
