/// The subheadings of MeSH and Emtree as terms: `drug therapy.fs.`, `dt.fs.`, `drug therapy[sh]`.
///
/// Records have them as parts of headings, “Asthma/*drug therapy”, so their words are searched in
/// keywords.
enum Subheadings {
  /// Whether a field without an equivalent has subheadings, by its name in ``StrategyFields``.
  static func isField(_ name: String) -> Bool { name.hasSuffix("subheading") }

  /// The words of subheadings in keywords; `nil` if one of them is an unknown code, or if something
  /// other than OR joins them.
  static func words(_ node: StrategyNode) -> QueryTree? {
    switch node {
    case .term(.identifier): return nil
    case .term(.word(let word)) where word.count == 2:
      let names = codes[word.lowercased()] ?? []
      let words = names.compactMap { name in
        StrategyTerms.phrase(name.split(separator: " ").map { .word(String($0)) })
      }
      return words.isEmpty ? nil : QueryTree.alternatives(words.map { .field(.keyword, $0) })
    case .term(let term): return .field(.keyword, term)
    case .or(let parts):
      let trees = parts.compactMap(words)
      return trees.count == parts.count ? QueryTree.alternatives(trees) : nil
    default: return nil
    }
  }

  /// Names by their codes in Ovid, without signs such as “&”: the qualifiers of MeSH, and those of
  /// Embase with the same code.
  ///
  /// Codes whose meanings differ between the databases, such as `ct` and `ec`, are left out.
  private static let codes: [String: [String]] = [
    "ab": ["abnormalities"], "ad": ["administration dosage", "drug administration"],
    "ae": ["adverse effects", "adverse drug reaction"], "ag": ["agonists"],
    "ah": ["anatomy histology"], "ai": ["antagonists inhibitors"], "an": ["analysis"],
    "bi": ["biosynthesis"], "bl": ["blood"], "bs": ["blood supply"], "cb": ["drug combination"],
    "cf": ["cerebrospinal fluid"], "ch": ["chemistry"], "ci": ["chemically induced"],
    "cl": ["classification"], "cm": ["drug comparison"], "cn": ["congenital"],
    "co": ["complications"], "cr": ["drug concentration"], "cs": ["chemical synthesis"],
    "cy": ["cytology"], "de": ["drug effects"], "df": ["deficiency"],
    "dg": ["diagnostic imaging"], "dh": ["diet therapy"], "di": ["diagnosis"],
    "dm": ["disease management"], "do": ["drug dose"], "dt": ["drug therapy"],
    "ed": ["education"], "eh": ["ethnology"], "em": ["embryology"], "en": ["enzymology"],
    "ep": ["epidemiology"], "es": ["ethics"], "et": ["etiology"], "gd": ["growth development"],
    "ge": ["genetics"], "hi": ["history"], "im": ["immunology"], "in": ["injuries"],
    "ip": ["isolation purification"], "ir": ["innervation"], "is": ["instrumentation"],
    "it": ["drug interaction"], "lj": ["legislation jurisprudence"], "me": ["metabolism"],
    "mi": ["microbiology"], "mo": ["mortality"], "mt": ["methods"], "nu": ["nursing"],
    "og": ["organization administration"], "pa": ["pathology"], "pc": ["prevention"],
    "pd": ["pharmacology"], "ph": ["physiology"], "pk": ["pharmacokinetics"],
    "po": ["poisoning"], "pp": ["physiopathology"], "ps": ["parasitology"],
    "px": ["psychology"], "py": ["pathogenicity"], "re": ["radiation effects"],
    "rh": ["rehabilitation"], "rt": ["radiotherapy"], "sc": ["secondary"],
    "sd": ["supply distribution"], "si": ["side effect"], "sn": ["statistics numerical data"],
    "st": ["standards"], "su": ["surgery"], "td": ["trends"], "th": ["therapy"],
    "tm": ["transmission"], "to": ["toxicity"], "tr": ["transplantation"],
    "tu": ["therapeutic use"], "ul": ["ultrastructure"], "ur": ["urine"], "ut": ["utilization"],
    "ve": ["veterinary"], "vi": ["virology"],
  ]
}
