import Foundation

/// Languages by name and by code.
package enum LanguageName {
  /// The ISO 639-1 code for an English name or a code of two or three letters, otherwise the text
  /// unchanged: "English" and "eng" are "en".
  package static func code(_ text: String) -> String {
    let folded = text.trimmed.lowercased()
    return codes[folded] ?? (folded.count <= 3 ? folded : text.trimmed)
  }

  /// The three-letter code that MEDLINE uses: "eng" for "en"; other text is unchanged.
  package static func longCode(_ code: String) -> String {
    Locale.LanguageCode(code).identifier(.alpha3) ?? code
  }

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
    return codes
  }()
}
