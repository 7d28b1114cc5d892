import Answers
import Literature

/// Links to the work itself: its file, on a server that only this machine can reach, and its web
/// page.
struct WorkLinks {
  let document: Document
  /// Whether the file of the document can be opened.
  var offersFile = false

  var html: HTML {
    let file: HTML =
      offersFile && DocumentFile(document)?.isOffered == true
      ? "<a href=\"\(PageAddress.file(document.id))\">Open the file</a>" : .empty
    let page: HTML? = WebLink.work(HitDocument(document)).map { address in
      "<a href=\"\(address)\" rel=\"noreferrer\">Open the web page</a>"
    }
    return file + (page ?? .empty)
  }
}
