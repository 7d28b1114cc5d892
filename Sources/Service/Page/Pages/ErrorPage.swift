/// The page that tells what a request was refused for.
package struct ErrorPage {
  private let error: ServiceError
  private let address: PageAddress

  /// Takes an error to tell, and where it happened.
  package init(_ error: ServiceError, at address: PageAddress) {
    self.error = error
    self.address = address
  }

  /// The whole page.
  package var html: HTML {
    PageFrame(
      title: "Error – peerlit", address: address.keeping([.query]), kind: "failure",
      content: """
        <section class="failure-box">
        <h1>That can’t be shown</h1>
        <p>\(error.message)</p>
        \(error.hint.map { "<p>\($0)</p>" })
        <p><a href="\(PageAddress.home)">To the start page</a></p>
        </section>
        """
    ).html
  }
}
