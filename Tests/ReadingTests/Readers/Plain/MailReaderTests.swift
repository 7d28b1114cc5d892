import Foundation
import Literature
import Testing

struct MailReaderTests {
  @Test func `a message with parts`() throws {
    let body = Data("Caf\u{e9} support.\r\nMore of it.".utf8).base64EncodedString()
    let text = """
      From: =?utf-8?Q?Ann_L=C3=A9e?= <ann@example.org>
      To: team@example.org
      Subject: =?utf-8?B?UGVlciB3b3Jr?=
       =?utf-8?B?ZXJz?= and pay
      Date: Tue, 5 Mar 2024 10:00:00 +0000
      Content-Type: multipart/mixed; boundary="b1"

      --b1
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      \(body)
      --b1
      Content-Type: application/pdf; name="minutes.pdf"
      Content-Transfer-Encoding: base64

      JVBERi0=
      --b1--
      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "mail.eml")
    let document = try #require(reading.documents.first)
    #expect(document.id == "mail")
    #expect(document.title == "Peer workers and pay")
    #expect(document.authors == ["Lée, Ann"])
    #expect(document.year == 2024)
    #expect(document.text == "Café support.\nMore of it.\n\nAttached: minutes.pdf")
  }

  @Test(arguments: [
    ("application/pdf", "Pay.\n\nAttached: application/pdf"),
    ("Image/PNG; x=y", "Pay.\n\nAttached: image/png"), ("text", "Pay.\n\n\nMore."),
    ("", "Pay.\n\n\nMore."), ("multipart/mixed", "Pay.\n\n\nMore."),
  ])
  func `a part without a name is listed by its type or read`(type: String, expected: String) throws
  {
    let text = """
      From: Ann Lee <ann@example.org>
      Subject: Minutes
      Content-Type: multipart/mixed; boundary="b1"

      --b1

      Pay.
      --b1
      Content-Type: \(type)
      Content-Disposition: attachment

      More.
      --b1--
      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "mail.eml")
    #expect(try #require(reading.documents.first).text == expected)
  }

  @Test func `attached texts and forwarded messages are read`() throws {
    let text = """
      From: Ann Lee <ann@example.org>
      Subject: Minutes
      Content-Type: multipart/mixed; boundary="b1"

      --b1
      Content-Type: text/plain

      See below.
      --b1
      Content-Type: text/plain; charset=iso-8859-1; name="notes.txt"
      Content-Disposition: attachment; filename="notes.txt"
      Content-Transfer-Encoding: quoted-printable

      Peers met in a caf=E9.
      --b1
      Content-Type: text/html; name="plan.html"
      Content-Disposition: attachment; filename="plan.html"

      <html><body><h1>Plan</h1><p>Pay peers.</p></body></html>
      --b1
      Content-Type: application/octet-stream; name="more.txt"
      Content-Disposition: attachment; filename="more.txt"

      More words.
      --b1
      Content-Type: text/calendar; name="invite.ics"
      Content-Disposition: attachment; filename="invite.ics"

      BEGIN:VCALENDAR
      --b1
      Content-Type: message/rfc822
      Content-Disposition: attachment; filename="old.eml"

      From: Bo Chen <bo@example.org>
      Subject: Supervision
      Content-Type: multipart/mixed; boundary="b2"

      --b2
      Content-Type: text/plain

      Each week.
      --b2
      Content-Type: text/plain; name="rota.txt"
      Content-Disposition: attachment; filename="rota.txt"

      Mondays.
      --b2--
      --b1--
      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "mail.eml")
    let document = try #require(reading.documents.first)
    #expect(document.authors == ["Lee, Ann"] && document.title == "Minutes")
    #expect(
      document.outline == [
        "abstract||See below.",
        "body||Attached: notes.txt, pla",
        "body|notes.txt|Peers met in a café.",
        "body|plan.html|Plan\n\nPay peers.",
        "body|more.txt|More words.",
        "body|Forwarded message: Supervision|From: Bo Chen\n\nEach week",
        "body||Attached: rota.txt",
        "body|rota.txt|Mondays.",
      ])
    #expect(document.text.contains("\n\nnotes.txt\n\nPeers met"))
    #expect(document.text.contains("more.txt, invite.ics\n\n"))
  }

  @Test func `long names of files are joined, and boundaries may begin with others`() {
    let text = """
      From: ann@example.org
      Subject: Pay
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: multipart/alternative; boundary=b-1

      --b-1
      Content-Type: text/plain

      Words.
      --b-1--
      --b
      Content-Type: application/pdf
      Content-Disposition: attachment; filename*1="Lee.pdf";
       filename*0*=UTF-8''Plan%20by%20;

      JVBERi0=
      --b--
      """
    let document = ReadDocuments(contents: Array(text.utf8), name: "mail.eml").documents.first
    #expect(document?.text == "Words.\n\nAttached: Plan by Lee.pdf")
  }

  @Test func `a message in HTML and quoted-printable`() {
    let text = """
      From: ann@example.org
      Subject: Pay
      Content-Type: text/html; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      <html><body><p>Caf=E9 sup=
      port</p></body></html>
      """
    let document = ReadDocuments(contents: Array(text.utf8), name: "mail.eml").documents.first
    #expect(document?.text == "Café support")
    #expect(document?.authors == ["ann@example.org"])
  }

  @Test func `the last letter of a text is read in every encoding`() {
    let text = """
      From: ann@example.org
      Subject: Pay
      Content-Type: text/plain; charset=windows-1258
      Content-Transfer-Encoding: quoted-printable

      Xin ch=E0o
      """
    let document = ReadDocuments(contents: Array(text.utf8), name: "mail.eml").documents.first
    #expect(document?.text == "Xin chào")
  }

  @Test(arguments: [
    // 0x96 and 0x85 are control characters in these.
    ("iso-8859-5", "=BC=D8=E0 =96 =BC=D8=E0", "Мир \u{FFFD} Мир"),
    ("euc-jp", "=C6=FC=CB=DC =85 =C6=FC", "日本 \u{FFFD} 日"),
    // 0x98 is not a character in this.
    ("windows-1251", "=EC=E8=F0 =98 =EC=E8=F0", "мир \u{FFFD} мир"),
    // In UTF-8, against what the message states.
    ("iso-8859-5", "=D0=9F=D0=B8=D1=80", "Пир"),
  ])
  func `a byte that is not in the character set damages only itself`(
    label: String, words: String, expected: String
  ) {
    let text = """
      From: ann@example.org
      Subject: Pay
      Content-Type: text/plain; charset=\(label)
      Content-Transfer-Encoding: quoted-printable

      \(words)
      """
    let document = ReadDocuments(contents: Array(text.utf8), name: "mail.eml").documents.first
    #expect(document?.text == expected)
  }

  @Test(arguments: [
    // The message, the page, both or neither state the character set.
    ("; charset=iso-8859-2", "", "bia=B3y", "biały"),
    ("", "<meta charset=iso-8859-2>", "bia=B3y", "biały"),
    ("", "<meta charset=windows-1251>", "=EF=E0=F0", "пар"),
    ("; charset=windows-1251", "", "=EF=E0=F0 =98", "пар \u{FFFD}"),
    ("", "<meta charset=windows-1251>", "=EF=E0=F0 =98", "пар \u{FFFD}"),
    ("; charset=utf-8", "<meta charset=iso-8859-2>", "bia=C5=82y", "biały"),
    // The message is wrong.
    ("; charset=us-ascii", "<meta charset=iso-8859-2>", "bia=B3y", "biały"),
    ("; charset=utf-8", "<meta charset=iso-8859-2>", "bia=B3y", "biały"),
    ("; charset=unknown", "<meta charset=iso-8859-2>", "bia=B3y", "biały"),
    ("", "<meta charset=iso-8859-2>", "bia=C5=82y", "biały"),
    ("", "", "caf=E9s and na=EFve", "cafés and naïve"), ("", "", "caf=C3=A9", "café"),
  ])
  func `the character set of a page is stated by the message or the page`(
    label: String, tag: String, words: String, expected: String
  ) {
    let page = "<html><head>\(tag)</head><body><p>\(words)</p></body></html>"
      .replacing("charset=", with: "charset=3D")
    for disposition in ["inline", "attachment; filename=\"a.html\""] {
      let text = """
        From: ann@example.org
        Subject: Pay
        Content-Type: multipart/mixed; boundary="b1"

        --b1
        Content-Type: text/html\(label)
        Content-Disposition: \(disposition)
        Content-Transfer-Encoding: quoted-printable

        \(page)
        --b1--
        """
      let document = ReadDocuments(contents: Array(text.utf8), name: "mail.eml").documents.first
      #expect(document?.text.hasSuffix(expected) == true, "\(disposition)")
    }
  }

  @Test(arguments: ["=?utf-8?Q?a=0Ab=07=09c.txt?=", "=?utf-8?Q?=0D=0Aa_b?= c.txt"])
  func `the name of an attached file is one line`(name: String) {
    let text = """
      Subject: Pay
      From: ann@example.org
      Content-Type: text/plain; name="\(name)"
      Content-Disposition: attachment

      Words.
      """
    let document = ReadDocuments(contents: Array(text.utf8), name: "mail.eml").documents.first
    #expect(document?.text == "Attached: a b c.txt\n\na b c.txt\n\nWords.")
    #expect(document?.sections.map(\.heading) == ["", "a b c.txt"])
  }

  @Test(arguments: [
    ("Ann Lee <ann@example.org>", ["Lee, Ann"]), ("\"Lee, Ann\" <ann@example.org>", ["Lee, Ann"]),
    ("\"LEE, Ann (PEER TRUST)\" <ann@example.org>", ["LEE, Ann"]),
    ("ann@example.org (Ann Lee)", ["Lee, Ann"]), ("<ann@example.org>", ["ann@example.org"]),
    ("Ann Lee <ann@example.org>, \"Chen, Bo\" <bo@example.org>", ["Lee, Ann", "Chen, Bo"]),
    ("'Ann Lee' via Peer List <list@example.org>", ["Lee, Ann"]),
    ("Dr Ann Lee <ann@example.org>", ["Lee, Ann"]),
    ("Mental Health Foundation <info@example.org>", ["Mental Health Foundation"]),
    ("\"A \\\"Bee\\\" Lee\" <a@example.org>", ["Lee, A \"Bee\""]), ("", []), ("\"", []), ("(", []),
  ])
  func `senders are divided`(header: String, authors: [String]) {
    let text = "From: \(header)\nSubject: Pay\nDate: Tue, 5 Mar 2024 10:00:00 +0000\n\nWords."
    let document = ReadDocuments(contents: Array(text.utf8), name: "mail.eml").documents.first
    #expect(document?.authors == authors)
  }

  @Test func `a mailbox contains one document per message`() {
    let text = """
      From ann@example.org Tue Mar  5 10:00:00 2024
      From: Ann Lee <ann@example.org>
      Subject: One
      Message-ID: <1@example.org>
      Date: Tue, 5 Mar 2024 10:00:00 +0000

      First text.
      >From here on.

      From bo@example.org Wed Mar  6 10:00:00 2024
      From: Bo Chen
      Subject: Two

      Second text.
      """
    let documents = ReadDocuments(contents: Array(text.utf8), name: "list.mbox").documents
    #expect(documents.map(\.title) == ["One", "Two"])
    #expect(documents.map(\.text) == ["First text.\nFrom here on.", "Second text."])
    #expect(documents.first?.source.key == "1@example.org")
    #expect(documents.map(\.source.line) == [1, 10])
  }
}
