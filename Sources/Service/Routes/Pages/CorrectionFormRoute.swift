import Literature

extension Route {
  /// `POST /document/{id}/corrections`: a correction from a form on the page of the document.
  ///
  /// A server accepts it from the same places as ``corrections``, but only from a browser that says
  /// which page has the form: a page of another site can send a form, but no JSON.
  public static let correctionForm = Route(
    "POST", PageAddress.document + "{id}/corrections",
    "Correct the facets of a document with a form of its page.",
    parameters: [.change, .by, .note] + Parameter.counts, body: .form, answer: .page,
    errors: [.noSuchDocument]
  ) { call, context in
    try refuseCorrection(call.request, context, isForm: true)
    var changes = call.values.texts(.change)
    if changes.isEmpty {
      changes = Parameter.counts.compactMap { parameter in
        call.values.integer(parameter).map { "\(parameter.name)=\($0)" }
      }
    }
    if changes.isEmpty {
      throw ServiceError(
        .missingParameter, "The form has no value.",
        hint: "Go back, and choose a value or write a number.")
    }
    let document = try corrected(call, changes, context)
    var address = PageAddress.document(document.id)
    address.fragment = PageAddress.characteristics
    return .redirection(to: address.href)
  }
}

extension Parameter {
  /// The corrected numbers, as a form sends them.
  static let counts = FacetDefinition.counts.map { facet in
    Parameter(
      facet.name.rawValue, .integer(0...Parameter.greatestNumber), "The \(facet.noun), corrected.",
      placeholder: "n")
  }
}
