import Reading
import Testing

struct DelimitedRowsTests {
  @Test(arguments: [
    ("a,b,c", [["a", "b", "c"]]),
    ("a,,\r\n\r\nb", [["a", "", ""], ["b"]]),
    ("\"a,b\",\"c\"\"d\"", [["a,b", "c\"d"]]),
    ("\"two\nlines\",x\ny", [["two\nlines", "x"], ["y"]]),
    ("5\" pipe,x", [["5\" pipe", "x"]]),
    ("a,\"open\nb,c", [["a", "\"open"], ["b", "c"]]),
    ("\"a\"b,c", [["ab", "c"]]),
    // The quotation mark that closes the first belongs to another row.
    (
      "a,b\n\"open,c\nd,e\nf \"x\",g",
      [["a", "b"], ["\"open", "c"], ["d", "e"], ["f \"x\"", "g"]]
    ),
    ("a,b\n\"two\nlines \"x\" more\",c", [["a", "b"], ["two\nlines x\" more\"", "c"]]),
  ])
  func `rows are split`(_ text: String, _ expected: [[String]]) {
    var rows = DelimitedRows(ByteStream(text.utf8), delimiter: UInt8(ascii: ","))
    var found: [[String]] = []
    while let row = rows.next() { found.append(row.fields) }
    #expect(found == expected)
  }

  @Test func `a row has the number of its first line`() {
    var rows = DelimitedRows(ByteStream("a\n\"b\nb\"\nc".utf8), delimiter: UInt8(ascii: ","))
    #expect(rows.next()?.line == 1)
    #expect(rows.next()?.line == 2)
    #expect(rows.next()?.line == 4)
  }
}
