/// The classes that a word can belong to; the words are listed in `words.tsv`.
struct WordClasses: OptionSet {
  let rawValue: UInt64

  /// The classes in the order of their bits, at most 64.
  ///
  /// Tables use the names of the cases.
  enum Class: UInt64, CaseIterable {
    case people, group, `case`, unit, work, time, stop, randomised, enrolled, analysed
    case interviewed, treated, screened, outcome, planned, total, arm, part, among, copula
    case negation, prior, needed, review, abbreviation, subsample, other, measure, target, study
    case approximately, either, modal, bound, conducted, remaining, list, animal, each, letter
    case provider, contrast, sample, old, kind, month, numbered, respective, inclusion, finding
    case discard, nested, cited, earlier, ethics, future, past, first, this, article
    case place, source, joiner, alternative
  }

  /// The names of the classes in the order of their bits.
  static let names = {
    // A 65th class would have no bit, and every word would seem to belong to it.
    precondition(Class.allCases.count <= UInt64.bitWidth, "More classes of words than bits")
    return Class.allCases.map { "\($0)" }
  }()

  init(rawValue: UInt64) { self.rawValue = rawValue }

  @inline(__always)
  private init(_ kind: Class) { rawValue = 1 << kind.rawValue }

  /// The class with a name; `nil` for an unknown name.
  init?(named name: some StringProtocol) {
    guard let bit = Self.names.firstIndex(of: String(name)) else { return nil }
    self.init(rawValue: 1 << UInt64(bit))
  }

  // Computed properties, which the compiler turns into constants: rules test them for every word.
  static var people: WordClasses { WordClasses(.people) }
  static var group: WordClasses { WordClasses(.group) }
  static var `case`: WordClasses { WordClasses(.case) }
  static var unit: WordClasses { WordClasses(.unit) }
  static var work: WordClasses { WordClasses(.work) }
  static var time: WordClasses { WordClasses(.time) }
  static var stop: WordClasses { WordClasses(.stop) }
  static var randomised: WordClasses { WordClasses(.randomised) }
  static var enrolled: WordClasses { WordClasses(.enrolled) }
  static var analysed: WordClasses { WordClasses(.analysed) }
  static var interviewed: WordClasses { WordClasses(.interviewed) }
  static var treated: WordClasses { WordClasses(.treated) }
  static var screened: WordClasses { WordClasses(.screened) }
  static var outcome: WordClasses { WordClasses(.outcome) }
  static var planned: WordClasses { WordClasses(.planned) }
  static var total: WordClasses { WordClasses(.total) }
  static var arm: WordClasses { WordClasses(.arm) }
  static var part: WordClasses { WordClasses(.part) }
  static var among: WordClasses { WordClasses(.among) }
  static var copula: WordClasses { WordClasses(.copula) }
  static var negation: WordClasses { WordClasses(.negation) }
  static var prior: WordClasses { WordClasses(.prior) }
  static var needed: WordClasses { WordClasses(.needed) }
  static var review: WordClasses { WordClasses(.review) }
  static var abbreviation: WordClasses { WordClasses(.abbreviation) }
  static var subsample: WordClasses { WordClasses(.subsample) }
  static var other: WordClasses { WordClasses(.other) }
  static var measure: WordClasses { WordClasses(.measure) }
  static var target: WordClasses { WordClasses(.target) }
  static var study: WordClasses { WordClasses(.study) }
  static var approximately: WordClasses { WordClasses(.approximately) }
  static var either: WordClasses { WordClasses(.either) }
  static var modal: WordClasses { WordClasses(.modal) }
  static var bound: WordClasses { WordClasses(.bound) }
  static var conducted: WordClasses { WordClasses(.conducted) }
  static var remaining: WordClasses { WordClasses(.remaining) }
  static var list: WordClasses { WordClasses(.list) }
  static var animal: WordClasses { WordClasses(.animal) }
  static var each: WordClasses { WordClasses(.each) }
  static var letter: WordClasses { WordClasses(.letter) }
  static var provider: WordClasses { WordClasses(.provider) }
  static var contrast: WordClasses { WordClasses(.contrast) }
  static var sample: WordClasses { WordClasses(.sample) }
  static var old: WordClasses { WordClasses(.old) }
  static var kind: WordClasses { WordClasses(.kind) }
  static var month: WordClasses { WordClasses(.month) }
  static var numbered: WordClasses { WordClasses(.numbered) }
  static var respective: WordClasses { WordClasses(.respective) }
  static var inclusion: WordClasses { WordClasses(.inclusion) }
  static var finding: WordClasses { WordClasses(.finding) }
  static var discard: WordClasses { WordClasses(.discard) }
  static var nested: WordClasses { WordClasses(.nested) }
  static var cited: WordClasses { WordClasses(.cited) }
  static var earlier: WordClasses { WordClasses(.earlier) }
  static var ethics: WordClasses { WordClasses(.ethics) }
  static var future: WordClasses { WordClasses(.future) }
  static var past: WordClasses { WordClasses(.past) }
  static var first: WordClasses { WordClasses(.first) }
  static var this: WordClasses { WordClasses(.this) }
  static var article: WordClasses { WordClasses(.article) }
  static var place: WordClasses { WordClasses(.place) }
  static var source: WordClasses { WordClasses(.source) }
  static var joiner: WordClasses { WordClasses(.joiner) }
  static var alternative: WordClasses { WordClasses(.alternative) }
}
