/// What kinds of word a word can be; the words are listed in `words.tsv`.
struct WordClasses: OptionSet {
  let rawValue: UInt64

  /// The classes by the names that tables use for them, in the order of their bits.
  static let names = [
    "people", "group", "case", "unit", "work", "time", "stop", "randomised", "enrolled", "analysed",
    "interviewed", "treated", "screened", "outcome", "planned", "total", "arm", "part", "among",
    "copula", "negation", "prior", "needed", "review", "abbreviation", "subsample", "other",
    "measure", "target", "study", "approximately", "ordinal", "modal", "bound", "conducted",
    "remaining", "list", "animal", "each", "letter", "provider", "contrast", "sample", "old",
    "kind",
    "month", "numbered", "respective", "inclusion", "finding", "discard", "nested", "cited",
    "earlier", "excluded", "ethics", "future", "past", "first", "this", "article", "place",
    "source", "joiner",
  ]

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The class of a name; nothing for an unknown name.
  init?(named name: some StringProtocol) {
    guard let bit = Self.names.firstIndex(of: String(name)) else { return nil }
    self.init(rawValue: 1 << UInt64(bit))
  }

  private static func named(_ name: String) -> WordClasses { WordClasses(named: name) ?? [] }

  static let people = named("people")
  static let group = named("group")
  static let `case` = named("case")
  static let unit = named("unit")
  static let work = named("work")
  static let time = named("time")
  static let stop = named("stop")
  static let randomised = named("randomised")
  static let enrolled = named("enrolled")
  static let analysed = named("analysed")
  static let interviewed = named("interviewed")
  static let treated = named("treated")
  static let screened = named("screened")
  static let outcome = named("outcome")
  static let planned = named("planned")
  static let total = named("total")
  static let arm = named("arm")
  static let part = named("part")
  static let among = named("among")
  static let copula = named("copula")
  static let negation = named("negation")
  static let prior = named("prior")
  static let needed = named("needed")
  static let review = named("review")
  static let abbreviation = named("abbreviation")
  static let subsample = named("subsample")
  static let other = named("other")
  static let measure = named("measure")
  static let target = named("target")
  static let study = named("study")
  static let approximately = named("approximately")
  static let modal = named("modal")
  static let bound = named("bound")
  static let conducted = named("conducted")
  static let remaining = named("remaining")
  static let list = named("list")
  static let animal = named("animal")
  static let each = named("each")
  static let letter = named("letter")
  static let provider = named("provider")
  static let contrast = named("contrast")
  static let sample = named("sample")
  static let old = named("old")
  static let kind = named("kind")
  static let month = named("month")
  static let cited = named("cited")
  static let earlier = named("earlier")
  static let excluded = named("excluded")
  static let ethics = named("ethics")
  static let nested = named("nested")
  static let inclusion = named("inclusion")
  static let finding = named("finding")
  static let discard = named("discard")
  static let respective = named("respective")
  static let numbered = named("numbered")
  static let future = named("future")
  static let past = named("past")
  static let first = named("first")
  static let this = named("this")
  static let article = named("article")
  static let place = named("place")
  static let source = named("source")
  static let joiner = named("joiner")
}
