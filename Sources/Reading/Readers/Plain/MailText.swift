import Literature

/// The text of a mail message, of its attachments, and of the messages in it.
enum MailText {
  /// Adds the text of a message, each attached text and each message in it as sections.
  static func add(_ message: MIMEMessage, to document: inout Document) {
    let body = body(of: message, document.source)
    document.text = body.text
    document.sections = body.sections
    addParts(message, to: &document)
  }

  private static func addParts(_ message: MIMEMessage, to document: inout Document) {
    if !message.attachments.isEmpty {
      add("Attached: \(message.attachments.map(\.name).joined(separator: ", "))", to: &document)
    }
    for attachment in message.attachments {
      add(text(attachment, document.source), heading: attachment.name, to: &document)
    }
    for inner in message.messages {
      let subject = (inner.header("subject") ?? "").oneLine
      let senders = inner.header("from").map(MailAddresses.names) ?? []
      let from = senders.isEmpty ? "" : "From: \(senders.joined(separator: "; "))"
      let text = [from, body(of: inner, document.source).text]
      add(
        text.joinedNonEmpty(separator: "\n\n"),
        heading: "Forwarded message" + (subject.isEmpty ? "" : ": \(subject)"), to: &document)
      addParts(inner, to: &document)
    }
  }

  /// The text of a message, or of its HTML.
  private static func body(
    of message: MIMEMessage, _ source: Source
  ) -> (text: String, sections: [Section]) {
    if message.text.trimmed.isEmpty, let html = message.html, let page = page(html, source) {
      return (page.text, page.sections)
    }
    let text = message.text.replacing("\r\n", with: "\n").trimmed
    return (text, SectionBuilder.sections(of: text))
  }

  private static func page(_ html: [UInt8], _ source: Source) -> Document? {
    (try? HTMLPage(html))?.document(from: RecordOrigin(path: source.path))
  }

  /// The text of an attached text or web page; empty for other files.
  private static func text(_ attachment: MIMEMessage.Attachment, _ source: Source) -> String {
    var type = attachment.type
    // Some programs do not know the type of any file.
    if type == "application/octet-stream" {
      switch FileName(attachment.name).extension {
      case "txt", "md": type = "text/plain"
      case "html", "htm": type = "text/html"
      default: break
      }
    }
    switch type {
    case "text/plain", "text/markdown":
      return CharacterEncoding.decode(attachment.bytes, from: attachment.charset)
        .replacing("\r\n", with: "\n").trimmed
    case "text/html":
      let page = page(
        MIMEMessage.page(attachment.bytes, charset: attachment.charset), source)
      return [page?.title, page?.text].compactMap(\.self).joinedNonEmpty(separator: "\n\n")
    default: return ""
    }
  }

  private static func add(_ text: String, heading: String = "", to document: inout Document) {
    guard !text.isEmpty else { return }
    for part in [heading, text] where !part.isEmpty {
      if !document.text.isEmpty { document.text += "\n\n" }
      document.text += part
    }
    let end = document.text.utf8.count
    document.sections.append(Section(heading: heading, bytes: end - text.utf8.count..<end))
  }
}
