import Literature
import Testing

struct LanguageNameTests {
  @Test(arguments: [
    ("English", "en"), ("eng", "en"), ("en", "en"), ("German", "de"), ("ger", "de"), ("deu", "de"),
    ("Deutsch", "de"), ("fre", "fr"), ("fra", "fr"), ("Français", "fr"), ("chi", "zh"),
    ("zho", "zh"), ("dut", "nl"), ("cze", "cs"), ("gre", "el"), ("per", "fa"), ("Persian", "fa"),
    ("slo", "sk"), ("slv", "sl"), ("Español", "es"), ("Klingonese", "Klingonese"),
    ("en-US", "en"), ("en_GB", "en"), ("eng-US", "en"), ("zh-Hant-TW", "zh"), ("es-419", "es"),
    ("en-", "en-"), ("pre-test", "pre-test"), ("English-French", "English-French"),
  ])
  func `names and codes of a language are one code`(text: String, code: String) {
    #expect(LanguageName.code(text) == code)
  }

  @Test(arguments: [
    ("en", "eng"), ("de", "ger"), ("fr", "fre"), ("zh", "chi"), ("es", "spa"), ("xx-y", "xx-y"),
  ])
  func `MEDLINE has codes of its own for some languages`(code: String, long: String) {
    #expect(LanguageName.longCode(code) == long)
    if code.count == 2 { #expect(LanguageName.code(long) == code) }
  }
}
