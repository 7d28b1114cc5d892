extension StrategyFields {
  /// Scopus advanced search field codes.
  static let scopus: [String: Meaning] = [
    "title-abs-key": topic,
    "title-abs-key-auth": .fields([.title, .abstract, .keyword, .author]),
    "title-abs": .fields([.title, .abstract]), "title": .fields([.title]),
    "abs": .fields([.abstract]), "key": .fields([.keyword]), "authkey": .fields([.keyword]),
    "indexterms": .fields([.keyword]), "all": .fields([.any]), "auth": .fields([.author]),
    "authlastname": .fields([.author]), "author-name": .fields([.author]),
    "firstauth": .fields([.author]), "srctitle": .fields([.journal]),
    "exactsrctitle": .fields([.journal]), "exactkeyword": heading,
    "doi": .fields([.doi]), "pmid": .fields([.pmid]),
    "index": .unsupported("index"), "doctype": .publicationType, "pubyear": .date,
    "language": .unsupported("language"), "subjarea": .unsupported("subject area"),
    "affil": .unsupported("affiliation"), "affilcountry": .unsupported("country"),
    "affilorg": .unsupported("organisation"), "ref": .unsupported("references"),
    "srctype": .unsupported("source type"), "limit-to": .unsupported("limit"),
    "exclude": .unsupported("exclusion"), "issn": .unsupported("ISSN"),
    "fund-all": .unsupported("funding"), "fund-sponsor": .unsupported("funding"),
    "pubstage": .unsupported("publication stage"), "openaccess": .unsupported("open access"),
    "load-date": .unsupported("load date"), "conf": .unsupported("conference"),
    "chem": .unsupported("chemical"), "casregnumber": .unsupported("registry number"),
  ]
}
