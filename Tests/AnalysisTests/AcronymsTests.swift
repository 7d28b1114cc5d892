import Analysis
import Testing

/// Acronyms in capitals have terms of their own, and everyday words those of the queries that find
/// them.
struct AcronymsTests {
  private static let texts: [(text: String, terms: String)] = [
    // A text, and the terms at each position; the first is that of the word in a query.
    ("AIDS", "AIDS+aids"),
    ("aids", "aids+aid"), ("Aids", "aids+aid"), ("AIDs", "aids+aid"),
    ("aid", "aid+aids"), ("AID", "aid+aids"), ("aided", "aid+aids"), ("aid's", "aid+aids"),
    ("People with AIDS in Kenya", "peopl with AIDS+aids in kenya"),
    ("Decision aids, hearing aids", "decis aids+aid hear aids+aid"),
    ("Decision Aids", "decis aids+aid"),
    ("AIDS-related", "AIDS+aids [aidsrelated] relat"),
    ("hearing-aids", "hear [hearingaids] aids+aid"),
    ("UNAIDS NSAIDs", "unaid nsaid"),
    // In a text in capitals, it may be either.
    ("DECISION AIDS", "decis aids+AIDS+aid"),
    ("AIDS FOR PATIENTS", "aids+AIDS+aid for patient"),
    ("DECISION AIDS: a review", "decis aids+AIDS+aid a review"),
    ("DECISION AIDS\nThe patients", "decis aids+AIDS+aid the patient"),
    ("BACKGROUND: AIDS is rare", "background AIDS+aids is rare"),
    ("BACKGROUND AIDS is rare", "background AIDS+aids is rare"),
    ("U.S. AIDS", "u. AIDS+aids"),
    // Acronyms do not make a text in capitals.
    ("HIV AIDS TB", "hiv AIDS+aids tb"),
    // After HIV, it is the disease in capitals, and may be either in small letters.
    ("HIV/AIDS", "hiv AIDS+aids"), ("STIGMA OF HIV/AIDS", "stigma of hiv AIDS+aids"),
    ("hiv/aids", "hiv aids+AIDS+aid"), ("HIV and aids", "hiv and aids+AIDS+aid"),
    ("HIV or Aids", "hiv or aids+AIDS+aid"), ("HIV-aids", "hiv [hivaids] aids+AIDS+aid"),
    ("HIV\naids", "hiv aids+aid"), ("shiv aids", "shiv aids+aid"),
    // The everyday words of the other acronyms find them, too, and have no other stem.
    ("WHO", "WHO+who"), ("who", "who"), ("Who", "who"),
    ("The US, not us", "the US+us not us"), ("It needs IT", "it need IT+it"),
    ("ALL OF US", "all of US+us"), ("PEERS WHO HELP", "peer who+WHO help"),
    // The possessive is the same word.
    ("The WHO's plan", "the WHO+who plan"), ("the US’s plan", "the US+us plan"),
    ("AIDS's", "AIDS+aids"), ("aids’s", "aids+aid"), ("who's", "who"),
    ("WHO'S PLAN", "who+WHO plan"),
  ]

  @Test(arguments: texts)
  func `a word has the terms of all queries that find it`(text: String, terms: String) throws {
    var words: [String] = []
    for token in try Analyzer().tokens(in: text) {
      if token.isJoined {
        words.append("[\(token.folded)]")
      } else if token.isWord {
        words.append(token.term)
      } else {
        words[words.count - 1] += "+" + token.term
      }
    }
    #expect(words.joined(separator: " ") == terms)
  }

  @Test func `terms do not depend on what was analysed before`() throws {
    let analyzer = try Analyzer()
    func terms(_ text: String) -> [String] { analyzer.tokens(in: text).map { $0.term } }
    for order in [["AIDS", "aids", "aid"], ["aid", "aids", "AIDS"], ["aids", "AIDS", "aid"]] {
      analyzer.reset()
      for _ in 0..<2 {
        for word in order {
          let expected =
            ["AIDS": ["AIDS", "aids"], "aids": ["aids", "aid"], "aid": ["aid", "aids"]][word]
          #expect(terms(word) == expected)
        }
      }
      // More words than fit into the first table, which is then rebuilt.
      _ = terms((0..<10_000).map { "w\($0)" }.joined(separator: " "))
      #expect(terms("aids") == ["aids", "aid"])
      #expect(terms("AIDS") == ["AIDS", "aids"])
    }
  }

  @Test func `an acronym is listed in capitals`() throws {
    let analyzer = try Analyzer()
    _ = analyzer.tokens(in: "AIDS aids WHO")
    let words = (0..<analyzer.wordCount).map { analyzer.word(UInt32($0)) }
    #expect(Set(words.map { $0.listed }) == ["AIDS", "aids", "aid", "WHO", "who"])
    #expect(Set(words.map { $0.folded }) == ["aids", "aid", "who"])
    #expect(words.count == 5)
  }

  @Test(arguments: [
    ("AIDS", "aid", ["AIDS"]), ("aids", "aid", ["aid", "AIDS"]), ("aid", "aid", ["aid"]),
    ("WHO", "who", ["WHO"]), ("who", "who", ["who", "WHO"]), ("peer", "peer", ["peer"]),
    ("ART", "ART", ["ART"]),
  ])
  func `a term has a stem and parts`(term: String, stem: String, parts: [String]) {
    #expect(Acronyms.stem(of: term) == stem)
    #expect(Acronyms.parts(of: term) == parts)
    #expect(Acronyms.contains(term) == ["AIDS", "WHO"].contains(term))
    let family = ["aid", "aids"].contains(term) ? ["aid", "aids"] : [term]
    #expect(Acronyms.family(of: term).sorted() == family)
  }

  @Test func `other languages have no acronyms`() throws {
    let german = try Analyzer(language: "german")
    #expect(german.tokens(in: "AIDS WHO").map { $0.term } == ["aid", "who"])
  }
}
