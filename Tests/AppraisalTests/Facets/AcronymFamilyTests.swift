import Appraisal
import Literature
import Testing

/// Acronyms that a document defines otherwise than the tables.
struct AcronymFamilyTests {
  /// Codes of acronyms that are misjudged: the initials of the definition have other letters
  /// between them.
  private static let stillWrong: Set<String> = ["alcohol-use"]

  @Test(arguments: [
    ("Athletes may develop an eating disorder (ED). An ED was rare.", "emergency-department"),
    ("Men with erectile dysfunction (ED) met a coach. ED lasted a year.", "emergency-department"),
    ("Deaths were classified by verbal autopsy (VA). VA took an hour.", "military-veterans"),
    ("Visual acuity (VA) was measured. VA improved with glasses.", "military-veterans"),
    ("We measured atrial septal defects (ASD). ASD was closed by a device.", "autism"),
    ("Costs are in Australian dollars (AUD). The visits cost 40 AUD each.", "alcohol-use"),
    ("We studied decision making (DM). DM improved with a mentor.", "diabetes"),
    ("Sudden unexpected death (SUD) was recorded. SUD was rare.", "substance-use"),
    ("Cells were grown with a single cell device (SCD). The SCD was cheap.", "sickle-cell"),
    ("A shared care index (SCI) was used. The SCI rose.", "spinal-cord-injury"),
    (
      "A one-time password (OTP) opened the diary. Each OTP was used once.",
      "substance-use-service"
    ),
    // A word follows the long form.
    (
      "Women received standard motivational interviewing techniques (SMI). SMI lasted an hour.",
      "mental-health"
    ),
    (
      "Each class had a chalk holder wheel device (CHW). The CHW was cheap.", "community"
    ),
    (
      "General practice research (GPR) paid for graduate pupils (GP). Each GP wrote a diary.",
      "primary-care"
    ),
  ])
  func `an acronym means what the document defines`(text: String, code: String) {
    let facets = appraise(text, title: "Mentors and measurements")
    withKnownIssue("still wrong") {
      #expect(!codes(facets.setting).contains(code))
      #expect(!codes(facets.condition).contains(code))
    } when: {
      Self.stillWrong.contains(code)
    }
  }

  @Test(arguments: [
    (
      "Peers in the emergency department (ED)", "Peers met patients in the ED.", "setting",
      "emergency-department"
    ),
    (
      "Autism spectrum disorder (ASD) and peers", "Adults with ASD met peers.", "condition",
      "autism"
    ),
    ("Alcohol use disorder (AUD)", "Adults with AUD met coaches.", "condition", "alcohol-use"),
    ("Diabetes mellitus (DM)", "Adults with DM met coaches.", "condition", "diabetes"),
    ("Substance use disorder (SUD)", "People with SUD met peers.", "condition", "substance-use"),
    ("Sickle cell disease (SCD)", "Adults with SCD met peers.", "condition", "sickle-cell"),
    ("Spinal cord injury (SCI)", "Men with SCI met peers.", "condition", "spinal-cord-injury"),
    ("Posttraumatic stress disorder (PTSD)", "Women with PTSD met peers.", "condition", "ptsd"),
    (
      "General practitioners (GP)", "Each GP referred patients to a group in the practice.",
      "setting", "primary-care"
    ),
    ("Opioid use disorder (OUD)", "People with OUD met coaches.", "condition", "opioid-use"),
    (
      "Hepatitis C virus infection (HCV)", "Adults with HCV met peers.", "condition", "hepatitis-c"
    ),
  ])
  func `an acronym that the document defines as the tables do keeps its meaning`(
    title: String, text: String, facet: String, code: String
  ) {
    let facets = appraise(text, title: title)
    let found = codes(facet == "setting" ? facets.setting : facets.condition)
    #expect(found.contains(code), "\(found)")
  }
}
