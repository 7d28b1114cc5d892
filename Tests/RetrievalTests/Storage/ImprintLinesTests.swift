import Literature
import Testing

import Retrieval

struct ImprintLinesTests {
  @Test func `an imprint comes back from its lines`() {
    var imprint = Imprint()
    #expect(ImprintLines.text(imprint) == "")
    #expect(ImprintLines.imprint("") == imprint)
    imprint.volume = "12"
    imprint.pages = "10-19"
    imprint.publisher = "A = B"
    #expect(ImprintLines.text(imprint) == "volume=12\npages=10-19\npublisher=A = B")
    #expect(ImprintLines.imprint(ImprintLines.text(imprint)) == imprint)
    imprint.month = 3
    imprint.day = 5
    imprint.editors = ["Lee, A", "Ng, B"]
    imprint.place = "Glasgow"
    imprint.edition = "2nd ed."
    imprint.series = "Peer Series"
    imprint.conference = "Peer Congress"
    imprint.seriesEditors = ["Day, D"]
    imprint.accessed = "2024-05-12"
    imprint.notes = ["Read it.\nTwice \\n.", "note=2"]
    #expect(ImprintLines.imprint(ImprintLines.text(imprint)) == imprint)
    imprint.publisher = "Two\nlines"
    #expect(ImprintLines.imprint(ImprintLines.text(imprint)).publisher == "Two lines")
  }
}
