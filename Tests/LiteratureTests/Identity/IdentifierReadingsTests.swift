import Literature
import Testing

struct IdentifierReadingsTests {
  @Test(arguments: [
    ("10.1002/jts.20636", "doi:10.1002/jts.20636"),
    (" HTTPS://DX.DOI.ORG/10.1002/JTS.20636 ", "doi:10.1002/jts.20636"),
    ("doi.org/10.1002/jts.20636", "doi:10.1002/jts.20636"),
    ("DOI 10.1002/jts.20636", "doi:10.1002/jts.20636"),
    (
      "https://link.springer.com/article/10.1007/s10597-019-00001-1",
      "doi:10.1007/s10597-019-00001-1"
    ),
    ("10.1016/s2215-0366(19)30000-1).", "doi:10.1016/s2215-0366(19)30000-1"),
    ("31234567", "pmid:31234567"), ("pmid:1", "pmid:1"), ("PMID 31234567", "pmid:31234567"),
    ("https://pubmed.ncbi.nlm.nih.gov/31234567/", "pmid:31234567"),
    ("https://www.ncbi.nlm.nih.gov/pubmed/31234567", "pmid:31234567"),
    ("pmc1968524", "pmcid:PMC1968524"), ("PMCID: PMC1968524", "pmcid:PMC1968524"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1968524/", "pmcid:PMC1968524"),
    ("nct01857648", "registry:NCT01857648"),
    ("https://clinicaltrials.gov/ct2/show/NCT01857648?term=peer", "registry:NCT01857648"),
    ("https://www.isrctn.com/ISRCTN12345678", "registry:ISRCTN12345678"),
    ("https://clinicaltrials.gov/study/NCT01857648?term=peer&rank=2", "registry:NCT01857648"),
    ("https://clinicaltrials.gov/ct2/results?term=NCT01857648&rank=2", "registry:NCT01857648"),
    ("https://pubmed.ncbi.nlm.nih.gov/31234567/?from_term=peer&from_pos=3", "pmid:31234567"),
    ("https://pubmed.ncbi.nlm.nih.gov/31234567/#affiliation-1", "pmid:31234567"),
    ("https://www.ncbi.nlm.nih.gov/pubmed/?term=31234567&cmd=search", "pmid:31234567"),
    ("https://www.isrctn.com/ISRCTN12345678?q=peer&page=4", "registry:ISRCTN12345678"),
    ("CRD42015025574", "registry:CRD42015025574"),
    ("ChiCTR-IOR-15006433", "registry:CHICTR-IOR-15006433"),
    ("9780306406157", "isbn:9780306406157"), ("ISBN 0-306-40615-2", "isbn:0306406152"),
    ("0306406152", "isbn:0306406152"), ("080442957x", "isbn:080442957X"),
  ])
  func `a text that is an identifier is read`(text: String, identifier: String) {
    #expect(
      Identifier.readings(of: text).map { "\($0.scheme.rawValue):\($0.value)" } == [identifier])
  }

  @Test(arguments: [
    "", "peer support", "see 10.1002/jts.20636", "10.1002/jts.20636 and more", "10 mentors",
    "NCT", "NCT12", "PMC", "covid-19", "n=31234567", "1234567890", "0306406153", "0804429573",
    "080442957Y", "http://example.org/31234567",
    "2015..2024", "HB1AC5", "12.5", "١٢٣٤٥٦٧",
  ])
  func `other text is not an identifier`(text: String) {
    #expect(Identifier.readings(of: text) == [])
  }

  @Test(arguments: [
    ("0306406152", ["isbn:0306406152", "isbn:9780306406157"]),
    ("978-0-306-40615-7", ["isbn:9780306406157", "isbn:0306406152"]),
    ("080442957x", ["isbn:080442957X", "isbn:9780804429573"]),
    ("9780804429573", ["isbn:9780804429573", "isbn:080442957X"]),
    ("1234567890", ["isbn:1234567890"]), ("9780306406150", ["isbn:9780306406150"]),
    ("9791234567896", ["isbn:9791234567896"]), ("1234567890123", ["isbn:1234567890123"]),
    ("31234567", ["pmid:31234567"]), ("peer 12345", []), ("12345678901", []), ("", []),
  ])
  func `a name leads to both forms of an ISBN`(name: String, identifiers: [String]) {
    #expect(
      Identifier.candidates(of: name).map { "\($0.scheme.rawValue):\($0.value)" } == identifiers)
  }
}
