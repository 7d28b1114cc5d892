import Literature
import Reading
import Testing

struct JournalLineTests {
  @Test(arguments: [
    ("Journal of Peer Work 2021;3(2):45-50", "Journal of Peer Work|2021|3|2|45-50"),
    ("BMJ Open 2019;9:e012345. doi:10.1136/x", "BMJ Open|2019|9||e012345"),
    ("Lee et al. BMC Psychiatry (2020) 20:15", "BMC Psychiatry|2020|20||15"),
    ("Lee et al. BMC Psychiatry          (2020) 20:15 ", "BMC Psychiatry|2020|20||15"),
    ("Community Ment Health J (2015) 51(2):1–10", "Community Ment Health J|2015|51|2|1-10"),
    ("Social Science & Medicine 251 (2020) 112904", "Social Science & Medicine|2020|251||112904"),
    (
      "Int. J. Environ. Res. Public Health 2020, 17, 1234; doi:10.3390/x",
      "Int. J. Environ. Res. Public Health|2020|17||1234"
    ),
    ("Journal of Peer Work 2018, Vol. 12, No. 3, 45–60", "Journal of Peer Work|2018|12|3|45-60"),
    ("Journal of Peer Work (2018) Vol 12(3): pp. 45-60", "Journal of Peer Work|2018|12|3|45-60"),
    ("Journal of Peer Work, 2018, Volume 12, Issue 3", "Journal of Peer Work|2018|12|3|"),
    ("Journal of Peer Work 2018, Vol. 12, 45 – 60", "Journal of Peer Work|2018|12||45-60"),
    ("Journal of Peer Work 2018; vol. 12", "Journal of Peer Work|2018|12||"),
    ("PSYCHIATRIC SERVICES, Vol. 65, No. 4, April 2014", "PSYCHIATRIC SERVICES|2014|65|4|"),
    (
      "PLOS ONE | https://doi.org/10.1371/journal.pone.0200000 March 4, 2020 1 / 15", "PLOS ONE||||"
    ),
  ])
  func `a journal names itself`(line: String, expected: String) throws {
    let journal = try #require(JournalLine(line))
    let year = journal.year.map(String.init) ?? ""
    let parts = [journal.journal, year, journal.volume, journal.issue, journal.pages]
    #expect(parts.map { $0 ?? "" }.joined(separator: "|") == expected)
  }

  @Test(arguments: [
    "Received: 3 May 2020; accepted 4 June 2020", "Published online 2021, 3, 4",
    "Table 2 (2020) 3:4",
    "We asked 20 people in 2019.", "Department of Health 2020;1:2", "", "2020", "Ann Lee, Bo Chen",
    "Page 3 of 12", "www.example.org | https://example.org 12",
  ])
  func `a line that names no journal`(line: String) {
    #expect(JournalLine(line) == nil)
  }
}
