import Foundation
import Literature
import Testing

/// Web pages in the encodings of languages whose letters are hardly ever ASCII.
struct PageEncodingTests {
  private static let russian =
    "Равный консультант помогает людям с ВИЧ получать лечени"
    + "е и поддержку. Он сам прошёл этот путь, и ему доверяют."
  private static let japanese =
    "ピアサポーターは同じ経験をもつ人の話を聞き、治療と生活"
    + "を支えます。研修を受け、週に一度の面談で助言を得ます。"

  /// Encodings, texts, and the bytes of these in Base64.
  private static let paragraphs: [(String, String, String)] = [
    (
      "windows-1251", russian,
      "0ODi7fvpIOru7fHz6/zy4O3yIO/u7O7j4OXyIOv+5P/sIPEgwsjXIO/u6/P34PL8IOvl9+Xt6OUg6CDv"
        + "7uTk5fDm6vMuIM7tIPHg7CDv8O74uOsg/fLu8iDv8/L8LCDoIOXs8yDk7uLl8P/+8i4="
    ),
    (
      "koi8-r", russian,
      "8sHXztnKIMvPztPVzNjUwc7UINDPzc/HwcXUIMzAxNHNINMg9+n+INDPzNXewdTYIMzF3sXOycUgySDQ"
        + "z8TExdLWy9UuIO/OINPBzSDQ0s/bo8wg3NTP1CDQ1dTYLCDJIMXN1SDEz9fF0tHA1C4="
    ),
    (
      "shift_jis", japanese,
      "g3ODQYNUg3yBW4NegVuCzZOvgraMb4yxgvCC4ILCkGyCzJhigvCVt4KrgUGOoZfDgsaQtoqIgvCOeIKm"
        + "gtyCt4FCjKSPQ4LwjvOCr4FBj1SCyYjqk3iCzJbKkmuCxY+VjL6C8JO+gtyCt4FC"
    ),
    (
      "euc-jp", japanese,
      "pdSloqW1pd2hvKW/obykz8axpLi30LizpPKk4qTEv82kzs/DpPLKuaStoaK8o87FpMjAuLPopPK72aSo"
        + "pN6kuaGjuKa9pKTyvPWksaGivbWky7DsxdmkzszMw8ykx731uMCk8sbApN6kuaGj"
    ),
    (
      "iso-2022-jp", japanese,
      "GyRCJVQlIiU1JV0hPCU/ITwkT0YxJDg3UDgzJHIkYiREP00kTk9DJHJKOSQtISI8I05FJEhAODNoJHI7"
        + "WSQoJF4kOSEjOCY9JCRyPHUkMSEiPTUkSzBsRVkkTkxMQ0wkRz11OEAkckZAJF4kOSEjGyhC"
    ),
  ]

  private static func page(_ encoding: String, _ bytes: [UInt8], count: Int, pad: Int) -> [UInt8] {
    var page = Array("<!doctype html>\n<html><head><meta charset=\"\(encoding)\">".utf8)
    for number in 0..<20 { page += Array("<script src=\"s\(number).js\"></script>\n".utf8) }
    page += Array("</head><body>".utf8) + [UInt8](repeating: 0x0A, count: pad)
    for number in 0..<count { page += Array("<p>\(number) ".utf8) + bytes + Array("</p>\n".utf8) }
    return page + Array("</body></html>".utf8)
  }

  @Test(arguments: paragraphs)
  func `a page of a library is read in the encoding that it declares`(
    encoding: String, text: String, base64: String
  ) throws {
    let bytes = Bytes.base64(base64)
    // The end of the bytes that show the format is at any place within a character.
    for (count, pad) in [(1, 0), (20, 0)] + (0..<9).map({ (700, $0) }) {
      let page = Self.page(encoding, bytes, count: count, pad: pad)
      let reading = ReadDocuments(contents: page, name: "page.html")
      #expect(reading.skipped.isEmpty && reading.failures.isEmpty && reading.repaired.isEmpty)
      let document = try #require(reading.documents.first)
      #expect(document.text.components(separatedBy: text).count == count + 1)
      #expect(!document.text.unicodeScalars.contains("\u{FFFD}"))
    }
  }

  @Test(arguments: [("windows-1251", 0x98), ("euc-jp", 0xFF)] as [(String, UInt8)])
  func `a byte that is not in the declared encoding damages only itself`(
    encoding: String, byte: UInt8
  ) throws {
    let row = try #require(Self.paragraphs.first { $0.0 == encoding })
    for count in [1, 20, 700] {
      let bytes = Bytes.base64(row.2) + [UInt8(ascii: "x"), byte, UInt8(ascii: "y")]
      let page = Self.page(encoding, bytes, count: count, pad: 0)
      let reading = ReadDocuments(contents: page, name: "page.html")
      #expect(reading.skipped.isEmpty && reading.failures.isEmpty)
      #expect(reading.repaired == ["page"])
      let document = try #require(reading.documents.first)
      #expect(document.text.components(separatedBy: row.1 + "x\u{FFFD}y").count == count + 1)
      #expect(document.text.unicodeScalars.count { $0 == "\u{FFFD}" } == count)
    }
  }

  @Test func `a binary file that holds a declaration stays binary`() {
    let tag = Array("<html><meta charset=\"windows-1251\">".utf8)
    // Letters of windows-1251 among control characters.
    let page = tag + (0..<4000).map { UInt8($0.isMultiple(of: 2) ? 0xE0 + $0 % 16 : $0 % 7) }
    let reading = ReadDocuments(contents: page, name: "page.html")
    #expect(reading.documents.isEmpty)
    #expect(reading.failures == ["/folder/page.html: has an unsupported format (binary)"])
  }
}
