import Literature
import Testing

/// Names without a comma are divided as the other names of their list show.
struct NameListTests {
  @Test(arguments: [
    // Family name first, with full given names: an initial at the end shows it.
    (["Robbins Michael S", "Hogue Aaron"], ["Robbins, Michael S", "Hogue, Aaron"]),
    (["Bukoski William J", "Turner Charles W"], ["Bukoski, William J", "Turner, Charles W"]),
    (["Flicker S M", "Waldron Holly Barrett"], ["Flicker, S M", "Waldron, Holly Barrett"]),
    (["Crane D Russell", "Morgan Triston B"], ["Crane, D Russell", "Morgan, Triston B"]),
    (["van der Berg Jan", "Lee Ann K"], ["van der Berg, Jan", "Lee, Ann K"]),
    // Family name first, with initials only: two words are one family name.
    (["Garcia Lopez M", "Smith J"], ["Garcia Lopez, M", "Smith, J"]),
    (["Wong Kee Song LM", "Lee A"], ["Wong Kee Song, LM", "Lee, A"]),
    (["García Rodríguez LA", "Pérez Gutthann S"], ["García Rodríguez, LA", "Pérez Gutthann, S"]),
    (["García Rodríguez LA", "Wong Kee P"], ["García Rodríguez, LA", "Wong Kee, P"]),
    // People have two Spanish family names.
    (
      ["García Rodríguez Luis A", "Hernández-Díaz Sonia"],
      ["García Rodríguez, Luis A", "Hernández-Díaz, Sonia"]
    ),
    (["García Rodríguez Luis A"], ["García Rodríguez, Luis A"]),
    (["Smith J", "García Rodríguez Luis A"], ["Smith, J", "García Rodríguez, Luis A"]),
    (["Smith J", "García Rodríguez López A"], ["Smith, J", "García Rodríguez López, A"]),
    (["Garcia Lopez M"], ["Garcia Lopez, M"]),
    (["Martinez Gomez Jose Luis", "Lee Ann K"], ["Martinez Gomez, Jose Luis", "Lee, Ann K"]),
    (["de la Cruz Muñoz Ana", "Lee Ann K"], ["de la Cruz Muñoz, Ana", "Lee, Ann K"]),
    (["Khan Parvez A", "Hogue Aaron"], ["Khan, Parvez A", "Hogue, Aaron"]),
    (["Lopez Ana", "Lee Ann K"], ["Lopez, Ana", "Lee, Ann K"]),
    (
      ["Luis García Rodríguez", "Ana M López Pérez"],
      ["García Rodríguez, Luis", "López Pérez, Ana M"]
    ),
    (
      ["Luis A García Rodríguez", "Ann Garcia Lee"],
      ["García Rodríguez, Luis A", "Lee, Ann Garcia"]
    ),
    (["L A García Rodríguez"], ["García Rodríguez, L A"]),
    (["Garcia Lopez", "J Lee"], ["Lopez, Garcia", "Lee, J"]),
    // Particles belong to the family name; at the beginning, they show that it comes first.
    (["de la Cruz Maria", "Lee Ann K"], ["de la Cruz, Maria", "Lee, Ann K"]),
    (["de la Cruz Maria"], ["de la Cruz, Maria"]), (["De La Cruz Maria"], ["De La Cruz Maria"]),
    (["van der Berg Jan", "Lee Ann"], ["van der Berg, Jan", "Lee, Ann"]),
    (["van der Berg"], ["van der Berg"]),
    (["Van der Berg J"], ["Van der Berg, J"]),
    (["Van den Berg Jan", "Lee Ann K"], ["Van den Berg, Jan", "Lee, Ann K"]),
    (["dos Santos Silva I", "Lee A"], ["dos Santos Silva, I", "Lee, A"]),
    (["St. Clair M"], ["St. Clair, M"]),
    (["Jan van der Berg", "de Vries P"], ["van der Berg, Jan", "de Vries, P"]),
    // O' and D'.
    (["O'Brien Mary K", "D'Angelo Maria"], ["O'Brien, Mary K", "D'Angelo, Maria"]),
    (["O’Connor M"], ["O’Connor, M"]), (["M O'Connor"], ["O'Connor, M"]),
    (["O Brien M"], ["O Brien, M"]),
    (["O Brien MK", "Lee A"], ["O Brien, MK", "Lee, A"]), (["O Lee"], ["Lee, O"]),
    (["O' Brien M", "Lee A"], ["O' Brien, M", "Lee, A"]),
    (["Mary O' Brien", "J Lee"], ["O' Brien, Mary", "Lee, J"]),
    (["D' Souza Rita", "Lee Ann K"], ["D' Souza, Rita", "Lee, Ann K"]),
    (["Patrick O Smith", "J Lee"], ["Smith, Patrick O", "Lee, J"]),
    // Suffixes.
    (["Davis RH Jr", "Lee A"], ["Davis, RH, Jr", "Lee, A"]), (["Davis RH 3rd"], ["Davis, RH, 3rd"]),
    (["Smith JA 2nd", "Lee A"], ["Smith, JA, 2nd", "Lee, A"]), (["Lee A, Jr"], ["Lee, A, Jr"]),
    (["Lee A, Jr.", "Chen, Bo"], ["Lee, A, Jr.", "Chen, Bo"]), (["Lee, Jr"], ["Lee, Jr"]),
    (["Davis Robert H III", "Lee Ann K"], ["Davis, Robert H, III", "Lee, Ann K"]),
    (["Robert H Davis III"], ["Davis, Robert H, III"]),
    (["Ann Lee, Jr", "J Lee"], ["Lee, Ann, Jr", "Lee, J"]),
    (["Lee, A, IV"], ["Lee, A, IV"]),
    // Given name first: an initial at the beginning or in the middle shows it.
    (["C Michael Stein", "Marie R Griffin"], ["Stein, C Michael", "Griffin, Marie R"]),
    (["C Michael Stein"], ["Stein, C Michael"]), (["I Wiklund"], ["Wiklund, I"]),
    (["D J Chang", "P S Aisen"], ["Chang, D J", "Aisen, P S"]), (["Lee A"], ["Lee, A"]),
    (["J Lee", "Anna Müller"], ["Lee, J", "Müller, Anna"]),
    (["John K. Baird", "Jan van der Berg"], ["Baird, John K.", "van der Berg, Jan"]),
    (["J Garcia Lopez", "E J Reimer"], ["Garcia Lopez, J", "Reimer, E J"]),
    (["M A Antônio", "A R Souza Brito"], ["Antônio, M A", "Souza Brito, A R"]),
    (["Paul J L Strijbos", "Parsons A.A."], ["Strijbos, Paul J L", "Parsons, A.A."]),
    // The family name is in capitals.
    (["LI Wei", "ZHANG Yan"], ["LI, Wei", "ZHANG, Yan"]),
    (["Anne-Marie LE GALL", "Juan DE LA CRUZ"], ["LE GALL, Anne-Marie", "DE LA CRUZ, Juan"]),
    (["Jan van BERG", "Piet DE VRIES"], ["van BERG, Jan", "DE VRIES, Piet"]),
    (["DUPONT Jean", "MARTIN Paul A. Jr"], ["DUPONT, Jean", "MARTIN, Paul A., Jr"]),
    (["JK Rowling", "CS Lewis"], ["Rowling, JK", "Lewis, CS"]),
    (["DUPONT Jean"], ["DUPONT Jean"]), (["BRAC Uganda", "Ann Lee"], ["BRAC Uganda", "Ann Lee"]),
    // Nothing shows the order, or the names contradict each other.
    (["Anna Müller", "Bo Chen"], ["Anna Müller", "Bo Chen"]),
    (["Robbins Michael S"], ["Robbins Michael S"]),
    (["J Lee", "Robbins Michael S"], ["J Lee", "Robbins Michael S"]),
    // Divided names, organisations and names that stand for others.
    (
      ["Lee, Ann", "Mind", "World Health Organization"],
      ["Lee, Ann", "Mind", "World Health Organization"]
    ),
    (
      ["Lee Ann K", "Mind UK", "Hepatitis C Trust"], ["Lee Ann K", "Mind UK", "Hepatitis C Trust"]
    ),
    (["Mind (UK)", "A Lee"], ["Mind (UK)", "Lee, A"]),
    (["Lee,A.", "Smith,John,Jr"], ["Lee, A.", "Smith, John, Jr"]),
    (["Lee, Ann,", "Chen, Bo"], ["Lee, Ann", "Chen, Bo"]),
    (["Lee A,", "Mind,"], ["Lee, A", "Mind"]),
    // Damaged names: a combining mark after a comma, and nothing but a comma.
    (["Lee,\u{301}Ann", "Chen, Bo"], ["Lee, \u{301}Ann", "Chen, Bo"]),
    ([",", "Lee, A"], ["Lee, A"]),
    (["King, Jr., Martin Luther"], ["King, Martin Luther, Jr."]),
    (["Barton C", "And Others"], ["Barton, C"]), (["Lee A", "et al."], ["Lee, A"]), ([], []),
  ])
  func `the other names of a list show the order`(names: [String], divided: [String]) {
    #expect(NameList.divided(names) == divided)
    #expect(NameList.divided(divided) == divided)
  }

  @Test(arguments: [
    (["Anna Müller"], ["Müller, Anna"]), (["Ludwig van Beethoven"], ["van Beethoven, Ludwig"]),
    (["Anna Maria Müller", "Bo Chen Jr"], ["Müller, Anna Maria", "Chen, Bo, Jr"]),
    (["Robbins Michael S", "Hogue Aaron"], ["Robbins, Michael S", "Hogue, Aaron"]),
    (["Mind", "Peer Work Group"], ["Mind", "Peer Work Group"]),
    (["Rethink Mental Illness", "Ann Lee"], ["Rethink Mental Illness", "Lee, Ann"]),
    (["Friends of peers", "Room 12"], ["Friends of peers", "Room 12"]),
    (["Sarah L Gibson", "Ann Lee"], ["Gibson, Sarah L", "Lee, Ann"]),
    (["Santiago Ramón y Cajal"], ["Santiago Ramón y Cajal"]),
    (["van der Berg"], ["van der Berg"]),
  ])
  func `bylines have the given name first`(names: [String], divided: [String]) {
    #expect(NameList.divided(names, order: .givenFirst) == divided)
  }

  @Test(arguments: [
    (["Garcia Lopez M"], ["Garcia Lopez, M"]), (["van Raaij MJ"], ["van Raaij, MJ"]),
    (["Wong Kee Song LM Jr"], ["Wong Kee Song, LM, Jr"]),
  ])
  func `MEDLINE has family names and initials`(names: [String], divided: [String]) {
    #expect(NameList.divided(names, order: .familyAndInitials) == divided)
  }
}
