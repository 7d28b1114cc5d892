/// The page that reports an error.
package struct ErrorPage {
  private let error: ServiceError
  private let address: PageAddress

  /// Makes the page of an error.
  ///
  /// - Parameter address: the address that was requested.
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
        <h1>Something is wrong</h1>
        <p>\(error.message)</p>
        \(error.hint.map { "<p>\($0)</p>" })
        <p><a href="\(PageAddress.home)">Go to the start page</a></p>
        </section>
        """
    ).html
  }
}
