/// Spanish family names; people have two.
extension NameWords {
  /// Frequent ones that are almost never given names and do not end in "ez", without accents
  /// (Instituto Nacional de Estadística, "Apellidos más frecuentes", and similar lists of Latin
  /// America).
  private static let spanishSurnames: Set<String> = [
    "acosta", "aguilar", "alonso", "caballero", "cabrera", "calvo", "campos", "cano", "cardenas",
    "carrasco", "castillo", "castro", "contreras", "delgado", "diaz", "escobar", "espinosa",
    "espinoza", "figueroa", "flores", "fuentes", "garcia", "garrido", "guerrero", "guzman",
    "herrera", "lozano", "marin", "medina", "mejia", "mendoza", "molina", "morales", "moreno",
    "munoz", "navarro", "nieto", "ortega", "ortiz", "rios", "rivera", "rojas", "romero", "ruiz",
    "salas", "salazar", "serrano", "torres", "vargas", "vega",
  ]

  /// Given names of other languages that end like them.
  private static let otherNames: Set<String> = ["fayez", "hafez", "parvez", "pervez", "ramez"]

  private static let accents: [Character: Character] = [
    "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u", "ñ": "n",
  ]

  /// Whether a word is a Spanish family name: "García", "Rodriguez".
  static func isSpanishSurname(_ word: Substring) -> Bool {
    let plain = String(word.lowercased().map { accents[$0] ?? $0 })
    if spanishSurnames.contains(plain) { return true }
    return plain.count > 4 && plain.hasSuffix("ez") && !otherNames.contains(plain)
  }
}
