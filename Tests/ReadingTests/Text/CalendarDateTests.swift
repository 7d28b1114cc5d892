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
    ("4th–6th June 2019", 6, 4), ("June 2019", 6, nil), ("4 & 6 June 2019", 6, 4),
    ("12th of June 2019", 6, 12), ("No. 3, 12 June 2019", 6, 12), ("30/12 June 2019", 6, 12),
  ])
  func `a date gives what is certain`(text: String, month: Int?, day: Int?) {
    #expect(CalendarDate(text) == CalendarDate(year: 2019, month: month, day: day))
  }

  @Test(arguments: [
    "10:30 12 June 2019", "10.30 12 June 2019", "10.30 am, 12 June 2019", "3pm on 12 June 2019",
    "12 June 2019, 10.30 am", "12 June 2019 10:30 p.m.", "12 June, 10:30, 2019",
    "10:30-12:00, 12 June 2019", "10:30–12:00, 12 June 2019", "18h30, 12 June 2019",
    "June 12, 10:30 am, 2019", "2000 hrs, 12 June 2019", "12 June 2019 at 1830h",
    "2019-06-12T10:30", "2019-06-12T10:30:00Z", "2019-06-12T10:30:00.123+01:00",
    "2019-06-12 10:30:00", "2019/06/12/10:30", "20190612T103000Z", "20190612T1030+0100",
    "2019-06-12T103000", "2019:06:12 10:30:00", "2019:06:12T10:30:00+01:00", "2019:06:12",
    "2019:06:12 10:30", "Wed, 12 Jun 2019 18:45:12 +0100",
    "Wed Jun 12 18:45:12 GMT 2019",
  ])
  func `a time of day is not part of a date`(text: String) {
    #expect(CalendarDate(text) == CalendarDate(year: 2019, month: 6, day: 12))
  }

  @Test func `a time without a day gives no date`() {
    #expect(CalendarDate("June 2019, 10:30") == CalendarDate(year: 2019, month: 6, day: nil))
    #expect(CalendarDate("12:15, 2019") == CalendarDate(year: 2019, month: nil, day: nil))
  }

  @Test func `a date needs a year`() {
    #expect(CalendarDate("March 5") == nil && CalendarDate("") == nil)
  }
}
