import Literature
import Testing

struct PersonNameTests {
  @Test(arguments: [
    // With a comma.
    ("Vojt, Gabriele", "Vojt, Gabriele"), ("van der Berg, Jan P", "van der Berg, Jan P"),
    ("Smith, John, Jr", "Smith, John, Jr"), ("Smith, Jr., John", "Smith, John, Jr."),
    ("Holloway, Robert G Jr", "Holloway, Robert G, Jr"), ("Service, Robert", "Service, Robert"),
    ("Ministry of Health, Labour and Welfare", "Ministry of Health, Labour and Welfare"),
    // Initials show which part is the given name.
    ("Holloway R G", "Holloway, R G"), ("E J Reimer", "Reimer, E J"), ("Baird JK", "Baird, JK"),
    ("J.-P. Sartre", "Sartre, J.-P."), ("J. van der Berg", "van der Berg, J."),
    ("John K. Baird", "Baird, John K."), ("LI J", "LI, J"), ("J LI", "LI, J"),
    ("Davis RH Jr", "Davis, RH, Jr"), ("C Michael Stein", "Stein, C Michael"),
    ("R Andrew Moore", "Moore, R Andrew"), ("von Sydow K", "von Sydow, K"),
    ("Von Sydow K", "Von Sydow, K"), ("van der Berg JP", "van der Berg, JP"),
    ("J Edgar van der Berg", "van der Berg, J Edgar"),
    ("L A García Rodríguez", "García Rodríguez, L A"), ("LA Souza Brito", "Souza Brito, LA"),
    ("García Rodríguez LA", "García Rodríguez, LA"), ("Lee A, Jr", "Lee, A, Jr"),
    ("J.-P. Michel Dupont", "Dupont, J.-P. Michel"), ("Smith John MD", "Smith John MD"),
    // Nothing shows which part is the given name.
    ("Robbins Michael S", "Robbins Michael S"), ("Garcia Lopez M", "Garcia Lopez M"),
    ("Anna Müller", "Anna Müller"), ("Mind", "Mind"), ("A B", "A B"), ("", ""),
    ("Hepatitis C Trust", "Hepatitis C Trust"), ("Mind UK", "Mind UK"),
    ("Public Health England", "Public Health England"),
    ("Department of Health and Social Care", "Department of Health and Social Care"),
    // A word in lower case that is no particle, also in a damaged name.
    ("F Titus i Albareda", "F Titus i Albareda"), ("D stergaard", "D stergaard"),
  ])
  func `a name is divided where its form shows how`(name: String, inverted: String) {
    #expect(PersonName(name).inverted == inverted)
  }

  @Test(arguments: [
    "WHO Collaborating Centre, Geneva", "Ministry of Health, Labour and Welfare",
  ])
  func `a name with a comma can be that of an organisation`(name: String) {
    #expect(PersonName(name).isWhole && PersonName(name).family == name)
  }

  @Test(arguments: [
    ("Baird, JK", ["J", "K"], "J. K."), ("Baird, J.K.", ["J", "K"], "J. K."),
    ("Baird, John K", ["J", "K"], "John K."), ("Sartre, Jean-Paul", ["J", "P"], "Jean-Paul"),
    ("Mind", [], ""),
  ])
  func `initials are taken from given names`(
    name: String, initials: [String], spaced: String
  ) {
    #expect(PersonName(name).initials == initials)
    #expect(PersonName(name).spacedGiven == spaced)
  }
}
