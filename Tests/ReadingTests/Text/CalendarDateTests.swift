import Reading
import Testing

struct CalendarDateTests {
  @Test(arguments: [
    ("2019 Mar 5", 3, 5), ("2019/03/05/", 3, 5), ("2019-03-05", 3, 5), ("2019/03//", 3, nil),
    ("2019-03", 3, nil), ("5 March 2019", 3, 5), ("March 5th, 2019", 3, 5), ("20190305", 3, 5),
    ("2019 Mar-Apr", 3, nil), ("Sept 2019", 9, nil), ("2019", nil, nil), ("2019///", nil, nil),
    ("Summer 2019", nil, nil), ("2019/13/05", nil, nil), ("2019-2020", nil, nil),
    ("2019 ma 5", nil, nil), ("4-6 June 2019", 6, 4), ("4 to 6 June 2019", 6, 4),
    ("June 4-6, 2019", 6, 4), ("31 May-2 June 2019", 5, 31), ("2019 May 31-Jun 2", 5, 31),
    ("4th–6th June 2019", 6, 4), ("June 2019", 6, nil),
  ])
  func `a date gives what is certain`(text: String, month: Int?, day: Int?) {
    #expect(CalendarDate(text) == CalendarDate(year: 2019, month: month, day: day))
  }

  @Test func `no date without a year`() {
    #expect(CalendarDate("March 5") == nil && CalendarDate("") == nil)
  }
}
