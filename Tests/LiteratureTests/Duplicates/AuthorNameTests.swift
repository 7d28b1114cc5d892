import Literature
import Testing

/// The surnames of authors, however a source writes their names.
struct AuthorNameTests {
  @Test(arguments: [
    ("Baird, J. K.", "Baird"), ("Baird JK", "Baird"), ("J K Baird", "Baird"),
    ("Jane Baird", "Baird"), ("van der Berg J", "van der Berg"), ("Mind", "Mind"),
    // All words could be initials.
    ("LI J", "LI"), ("J LI", "LI"), ("NG A B", "NG"), ("XU J.-P.", "XU"),
  ])
  func `the surname of a name`(name: String, surname: String) {
    #expect(AuthorName(name).surname == surname)
  }
}
