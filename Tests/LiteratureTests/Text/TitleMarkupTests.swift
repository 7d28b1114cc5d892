import Literature
import Testing

struct TitleMarkupTests {
  @Test(arguments: [
    // The title, as it is stored, and as it is cited.
    ("10<sup>8</sup> cells", "10^8 cells", "10^8 cells"),
    ("10<sup>8</sup> cells of <i>E. coli", "10^8 cells of <i>E. coli", "10^8 cells of E. coli"),
    ("</b>10<sup>8</sup>", "</b>10^8", "10^8"), ("10<sup>8", "10<sup>8", "10^8"),
    ("10<sup>8</i>", "10<sup>8</i>", "10^8"),
    ("10<sup>−3</sup> or 10<jats:sup>-3</jats:sup>", "10^−3 or 10^-3", "10^−3 or 10^-3"),
    ("10<sup>th</sup> of m<sup>2</sup>", "10th of m2", "10th of m2"),
    ("RESPECT<sup>TM</sup>", "RESPECTTM", "RESPECTTM"), ("H<sub>2</sub>O", "H2O", "H2O"),
    ("<jats:italic>HIV</jats:italic>", "HIV", "HIV"),
    ("<span class=\"nocase\">HIV</span>", "HIV", "HIV"),
    ("<i>A <i>b</i>", "<i>A b", "A b"),
    ("p <.05, <untitled>, a < b", "p <.05, <untitled>, a < b", "p <.05, <untitled>, a < b"),
    ("", "", ""),
  ])
  func `tags in titles are removed`(title: String, stored: String, cited: String) {
    #expect(TitleMarkup.pairsRemoved(from: title) == stored)
    #expect(TitleMarkup.allRemoved(from: title) == cited)
  }
}
