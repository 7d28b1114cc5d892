import Literature
import Testing

/// Lists of names as people type them.
struct NameTextTests {
  @Test(arguments: [
    ("Ann Lee", ["Ann Lee"]), ("Lee, Ann", ["Lee, Ann"]), ("", []), (" ; ", []),
    ("Lee, Ann; Chen, Bo", ["Lee, Ann", "Chen, Bo"]), ("Lee A; Mind", ["Lee A", "Mind"]),
    ("Ann Lee and Bo Chen", ["Ann Lee", "Bo Chen"]),
    ("Ann Lee, Bo Chen, and Cy Day", ["Ann Lee", "Bo Chen", "Cy Day"]),
    ("Ann Lee, Bo Chen & Cy Day", ["Ann Lee", "Bo Chen", "Cy Day"]),
    ("Lee, Ann and Chen, Bo", ["Lee, Ann", "Chen, Bo"]),
    ("Lee, Ann and Mental Health Foundation", ["Lee, Ann", "Mental Health Foundation"]),
    ("Lee A, Chen B", ["Lee A", "Chen B"]), ("Ann Lee, et al.", ["Ann Lee"]),
    ("Lee and Chen", ["Lee", "Chen"]),
    ("Lee, A., Chen, B. C., & Day, D.", ["Lee, A.", "Chen, B. C.", "Day, D."]),
    ("Lee, A, Chen, BC", ["Lee, A", "Chen, BC"]), ("Lee, Ann, Chen, Bo", ["Lee, Ann, Chen, Bo"]),
    // Words and marks beside names.
    ("Lee A et al.", ["Lee A"]), ("Lee A; Chen B, et al", ["Lee A", "Chen B"]),
    ("A Lee, B Chen…", ["A Lee", "B Chen"]), ("Ann Lee* and Bo Chen†", ["Ann Lee", "Bo Chen"]),
    ("Lee A, Chen B, Peer Research Group", ["Lee A", "Chen B", "Peer Research Group"]),
    // Organisations.
    ("Department of Health and Social Care", ["Department of Health and Social Care"]),
    (
      "Ministry of Health, Labour and Welfare", ["Ministry of Health, Labour and Welfare"]
    ),
    ("Mental Health Foundation and Lee, Ann", ["Mental Health Foundation", "Lee, Ann"]),
    ("Research and Development Group", ["Research and Development Group"]),
    // Forms of address and degrees.
    ("Dr Ann Lee, PhD", ["Ann Lee"]), ("Prof. Ann Lee and Dr. Bo Chen", ["Ann Lee", "Bo Chen"]),
    ("Ann Lee, Ph.D., MPH", ["Ann Lee"]), ("Ann Lee PhD, Bo Chen MSc", ["Ann Lee", "Bo Chen"]),
  ])
  func `names are separated where whole names are on both sides`(text: String, names: [String]) {
    #expect(NameText.names(text) == names)
  }

  @Test(arguments: [
    ("Dr Jane Smith, PhD", "Jane Smith"), ("Professor Dame Jane Smith", "Jane Smith"),
    ("Jane Smith PhD", "Jane Smith"), ("Smith, Jane, MD", "Smith, Jane"),
    ("Jane Smith, RN, MPH", "Jane Smith"),
    // They may be initials.
    ("Smith, MA", "Smith, MA"), ("Smith MA", "Smith MA"), ("Garcia Lopez, MD", "Garcia Lopez, MD"),
    ("Dr Smith", "Dr Smith"), ("Jane Smith", "Jane Smith"), ("", ""),
  ])
  func `forms of address and degrees are left out`(name: String, plain: String) {
    #expect(NameTitles.removed(from: name) == plain)
  }
}
