extension Route {
  /// `GET /assets/{name}`: the style sheet, the script and the icon of the page.
  public static let asset: Route = Route(
    "GET", PageAssets.folder + "{name}", "A style sheet, script or icon of the page.",
    answer: .asset, executor: .workQueue, isIndexed: false, errors: [.noSuchRoute]
  ) { call, context in
    guard let asset = call.path["name"].flatMap({ PageAssets(rawValue: $0) }) else {
      throw ServiceError(
        .noSuchRoute, "\(call.request.path.shortened) does not exist.",
        hint: "Open the start page: /")
    }
    // Assets change only with the program, so the tag is that of the server's run.
    let headers = [("etag", "\"\(context.run)\""), ("cache-control", "no-cache")]
    if call.request.hasTag("\"\(context.run)\"") || call.request.refusesAnyTag {
      return ServiceResponse(status: 304, headers: headers)
    }
    return ServiceResponse(type: asset.type, headers: headers, body: asset.bytes)
  }
}
