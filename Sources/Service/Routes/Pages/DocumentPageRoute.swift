extension Route {
  /// `GET /document/{id}`: the page of a document, with a passage highlighted.
  public static let documentPage: Route = Route(
    "GET", PageAddress.document + "{id}", "The page of a document.",
    parameters: DocumentView.parameters, answer: .page, errors: [.noSuchDocument]
  ) { call, context in
    let index = try context.index.current().index
    let address = try PageAddress(call.request)
    guard var view = try DocumentView(address, id: call.id, from: index) else {
      throw ServiceError.noSuchDocument(call.id, in: index)
    }
    view.offersFile = context.offersFiles
    view.acceptsCorrections = context.acceptsCorrections
    return .page(DocumentPage(view).frame, for: call, in: context)
  }
}
