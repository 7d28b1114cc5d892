import Foundation

/// Languages by name and by code.
package enum LanguageName {
  /// The ISO 639-1 code of a language: "German", "Deutsch", "deu" and MEDLINE's "ger" are "de".
  ///
  /// The text is the name of the language, in English or in the language itself, or a code of two
  /// or three letters. A region or script after a code is dropped: "en-US" is "en". Other text is
  /// unchanged, except that texts of up to three characters become lower case.
  package static func code(_ text: String) -> String {
    let folded = text.trimmed.lowercased()
    return codes[folded] ?? withoutRegion(folded) ?? (folded.count <= 3 ? folded : text.trimmed)
  }

  /// The code of a language in a tag such as "en-us" or "zh-hant-tw"; `nil` for any other text.
  private static func withoutRegion(_ folded: String) -> String? {
    let parts = folded.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard parts.count > 1, let first = parts.first, (2...3).contains(first.count),
      parts.dropFirst().allSatisfy(isRegionOrScript)
    else { return nil }
    return codes[String(first)]
  }

  private static func isRegionOrScript(_ part: Substring) -> Bool {
    ["hans", "hant", "latn", "cyrl", "arab"].contains(part)
      || (part.count == 2 && part.utf8.allSatisfy(\.isLetter))
      || (part.count == 3 && part.utf8.allSatisfy(\.isDigit))
  }

  /// The three-letter code that MEDLINE uses: "eng" for "en", "ger" for "de"; other text is
  /// unchanged.
  package static func longCode(_ code: String) -> String {
    bibliographic.first { $0.value == code }?.key
      ?? Locale.LanguageCode(code).identifier(.alpha3) ?? code
  }

  /// The codes of ISO 639-2 for bibliographies (639-2/B) that differ from those of ISO 639-3.
  private static let bibliographic = [
    "alb": "sq", "arm": "hy", "baq": "eu", "bur": "my", "chi": "zh", "cze": "cs", "dut": "nl",
    "fre": "fr", "geo": "ka", "ger": "de", "gre": "el", "ice": "is", "mac": "mk", "mao": "mi",
    "may": "ms", "per": "fa", "rum": "ro", "slo": "sk", "tib": "bo", "wel": "cy",
  ]

  /// The names of varieties of languages in LaTeX.
  private static let varieties = [
    "american": "en", "australian": "en", "british": "en", "canadian": "en", "newzealand": "en",
    "ukenglish": "en", "usenglish": "en", "austrian": "de", "naustrian": "de", "ngerman": "de",
    "nswissgerman": "de", "swissgerman": "de", "canadien": "fr", "brazilian": "pt",
    "portuges": "pt", "mexican": "es",
  ]

  /// The names of common languages in themselves.
  private static let ownNames = [
    "deutsch": "de", "français": "fr", "francais": "fr", "español": "es", "espanol": "es",
    "castellano": "es", "italiano": "it", "português": "pt", "portugues": "pt", "nederlands": "nl",
    "svenska": "sv", "norsk": "no", "dansk": "da", "suomi": "fi", "polski": "pl", "čeština": "cs",
    "magyar": "hu", "română": "ro", "türkçe": "tr", "ελληνικά": "el", "русский": "ru",
    "українська": "uk", "中文": "zh", "日本語": "ja", "한국어": "ko", "فارسی": "fa",
  ]

  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    let english = Locale(identifier: "en")
    for language in Locale.LanguageCode.isoLanguageCodes {
      let short = language.identifier(.alpha2) ?? language.identifier
      codes[language.identifier] = short
      if let long = language.identifier(.alpha3) { codes[long] = short }
      if let name = english.localizedString(forLanguageCode: language.identifier) {
        if codes[name.lowercased()] == nil { codes[name.lowercased()] = short }
      }
    }
    codes.merge(bibliographic) { $1 }
    codes.merge(ownNames) { english, _ in english }
    codes.merge(varieties) { english, _ in english }
    return codes
  }()
}
