extension RouteTable {
  /// The routes of this program; add new ones here.
  public static let standard: RouteTable = RouteTable([
    .search, .searchJSON, .strategy, .documents, .document, .corrections, .similar, .facets, .map,
    .mapDrawing, .suggest, .export, .health, .ready,
    .metrics, .openAPI, .mcp, .page, .documentPage, .correctionForm, .file, .mapPage, .about,
    .help, .strategyPage, .runPastedStrategy, .loginPage, .login, .logout, .asset,
  ])
}
