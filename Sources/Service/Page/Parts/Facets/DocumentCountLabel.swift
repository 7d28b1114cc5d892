import Answers

/// The number of documents with a facet value; screen readers also get the noun.
struct DocumentCountLabel {
  let documents: Int

  init(_ documents: Int) {
    self.documents = documents
  }

  var html: HTML {
    """
    <span class="count">\(NumberText.whole(documents))\
    <span class="unseen"> \(documents == 1 ? "document" : "documents")</span></span>
    """
  }
}
