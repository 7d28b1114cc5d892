/// The names of subject headings and keywords.
package enum SubjectHeading {
  /// The forms under which a keyword is found: as written, and with the words around a comma in
  /// their natural order (“Postpartum Depression” for “Depression, Postpartum”).
  ///
  /// The star of a main topic and subheadings are left out.
  package static func names(of keyword: String) -> [String] {
    let name = name(of: keyword)
    return [name] + [uninverted(name)].compactMap(\.self)
  }

  /// The form in which a heading is looked up: that in natural order, because a keyword that is
  /// written with a comma is found under both.
  package static func natural(_ heading: String) -> String {
    let name = name(of: heading)
    return uninverted(name) ?? name
  }

  /// Whether a heading has subheadings: “Depression/psychology”.
  package static func hasSubheadings(_ heading: String) -> Bool {
    name(of: heading) != heading.drop { $0 == "*" || $0.isWhitespace }.trimmed
  }

  /// The heading alone: “Depression” for “*Depression/drug therapy”, “Depression/px [Psychology]”
  /// and “Depression -- Therapy”, “HIV/AIDS” for “HIV/AIDS/therapy*”.
  package static func name(of keyword: String) -> String {
    let text = keyword.drop { $0 == "*" || $0.isWhitespace }.trimmed
    if text.holds("--"), let dashes = text.firstRange(of: "--"),
      dashes.lowerBound > text.startIndex
    {
      return text[..<dashes.lowerBound].trimmed
    }
    guard text.holds("/") else { return text }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)
    // In “HIV/AIDS”, the slash is part of the name.
    while parts.count > 1, let last = parts.last, isSubheading(last) { parts.removeLast() }
    let name = parts.joined(separator: "/").trimmed
    return name.isEmpty ? text : name
  }

  /// A heading with its words in natural order; `nil` if it has no comma, or several.
  private static func uninverted(_ name: String) -> String? {
    guard name.holds(",") else { return nil }
    let parts = name.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return "\(parts[1]) \(parts[0])"
  }

  /// Whether a text after a slash is a subheading: “*drug therapy”, “px [Psychology]”.
  private static func isSubheading(_ text: Substring) -> Bool {
    let name = text.filter { $0 != "*" }.trimmed.lowercased()
    if subheadings.contains(name) || embaseSubheadings.contains(name) { return true }
    // Ovid writes codes of two letters, with the names of the last ones.
    let codes = name.prefix { $0 != "[" }
    return codes.count < name.count
      && codes.split { $0 == "," || $0 == " " }.allSatisfy { $0.utf8.count == 2 }
  }

  /// The qualifiers of MeSH: those of 2024, and those that older records have.
  ///
  /// Source: National Library of Medicine, *MeSH Qualifiers*.
  private static let subheadings: Set<String> = [
    "abnormalities", "administration & dosage", "adverse effects", "agonists",
    "analogs & derivatives", "analysis", "anatomy & histology", "antagonists & inhibitors",
    "biosynthesis", "blood", "blood supply", "cerebrospinal fluid", "chemical synthesis",
    "chemically induced", "chemistry", "classification", "complications", "congenital",
    "contraindications", "cytology", "deficiency", "diagnosis", "diagnostic imaging",
    "diagnostic use", "diet therapy", "drug effects", "drug therapy", "economics", "education",
    "embryology", "enzymology", "epidemiology", "ethics", "ethnology", "etiology", "genetics",
    "growth & development", "history", "immunology", "injuries", "innervation",
    "instrumentation", "isolation & purification", "legislation & jurisprudence", "manpower",
    "metabolism", "methods", "microbiology", "mortality", "nursing",
    "organization & administration", "parasitology", "pathogenicity", "pathology",
    "pharmacokinetics", "pharmacology", "physiology", "physiopathology", "poisoning",
    "prevention & control", "psychology", "radiation effects", "radiography",
    "radionuclide imaging", "radiotherapy", "rehabilitation", "secondary", "secretion",
    "standards", "statistics & numerical data", "supply & distribution", "surgery",
    "therapeutic use", "therapy", "toxicity", "transmission", "transplantation", "trends",
    "ultrasonography", "ultrastructure", "urine", "utilization", "veterinary", "virology",
  ]

  /// The subheadings of Embase that are not qualifiers of MeSH.
  ///
  /// Source: Elsevier, *Emtree subheadings*: those of drugs and of diseases.
  private static let embaseSubheadings: Set<String> = [
    "adverse drug reaction", "clinical trial", "complication", "congenital disorder",
    "disease management", "drug administration", "drug analysis", "drug combination",
    "drug comparison", "drug concentration", "drug development", "drug dose",
    "drug interaction", "drug resistance", "drug toxicity", "endogenous compound",
    "pharmaceutics", "pharmacoeconomics", "prevention", "side effect",
  ]
}
