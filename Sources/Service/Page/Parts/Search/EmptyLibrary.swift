/// The text of pages if the index has no documents: how to add files.
struct EmptyLibrary {
  var html: HTML {
    """
    <div class="nothing"><p><b>The library is empty.</b> To add files, run this on the server’s \
    machine, then reload this page:</p>
    <p><code>peerlit index FOLDER</code></p>
    <p>FOLDER contains your files: PDF, Word, web pages, email, and records from databases and \
    reference managers (RIS, MEDLINE, BibTeX and more). If the server was started with \
    <code>--index</code>, use the same option.</p></div>
    """
  }
}
