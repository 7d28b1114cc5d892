import Appraisal
import Literature
import Testing

/// Families of wording in which a word names the setting of a study, or something else.
///
/// Training leaves these sentences out, so that they test it.
struct SettingFamilyTests {
  @Test(arguments: [
    // Places where people live in care.
    Case("care-home", "Mentors visited residents of two nursing homes every week.", true),
    Case("care-home", "The study took place in a care home for older people.", true),
    Case("care-home", "Residents of four aged care facilities were paired with volunteers.", true),
    Case("care-home", "Staff of six long-term care facilities trained lay visitors.", true),
    Case("care-home", "Befrienders came to an assisted living facility twice a week.", true),
    Case("care-home", "The trial was set in 12 residential care homes.", true),
    Case("care-home", "Women gave birth in a health care facility.", false),
    Case("care-home", "Mothers were referred to the nearest health care facility.", false),
    Case("care-home", "Children were treated at health-care facilities in the district.", false),
    Case("care-home", "Each healthcare facility appointed a peer counsellor.", false),
    Case("care-home", "Patients of three medical care facilities met lay advisers.", false),
    Case("care-home", "Parents met in a day care centre for toddlers.", false),
    Case("care-home", "The study population was diverse and trusted its mentors.", false),
    Case("care-home", "Volunteers cooked for families who care for a parent.", false),
  ])
  func `care homes are not any care facility`(sentence: Case) { sentence.check() }

  @Test(arguments: [
    Case("prison", "Mentors in custody ran groups on two wings of a prison.", true),
    Case("prison", "We interviewed incarcerated women about a peer programme in jail.", true),
    Case("prison", "Prisoners were trained as listeners for other prisoners.", true),
    Case("prison", "The course was held in a county jail.", true),
    Case("prison", "Inmates led health lessons in three state correctional facilities.", true),
    Case("prison", "Young men in detention were matched with older mentors.", true),
    Case("prison", "Adults with a history of incarceration were excluded.", false),
    Case("prison", "Previous incarceration predicted dropout from the groups.", false),
    Case("prison", "The rate of incarceration fell among young men in the city.", false),
    Case("prison", "Mothers feared to lose child custody if they sought help.", false),
    Case("prison", "Past imprisonment was more frequent among the men.", false),
    Case("prison", "A history of custody was recorded at the first visit.", false),
    Case("prison", "Prior incarceration, income and age were used as covariates.", false),
    Case("prison", "Outcomes were housing, employment and days of incarceration.", false),
  ])
  func `custody in the past or as an outcome is not a prison setting`(sentence: Case) {
    sentence.check()
  }

  @Test(arguments: [
    Case(
      "emergency-department",
      "Peer workers met patients in the emergency department after an overdose.", true),
    Case(
      "emergency-department", "We placed recovery coaches in two emergency departments.", true),
    Case("emergency-department", "The trial took place in an urban emergency department.", true),
    Case("emergency-department", "Peers in the emergency room offered naloxone kits.", true),
    Case(
      "emergency-department", "Lay advisers sat with patients waiting in the emergency department.",
      true),
    Case(
      "emergency-department", "Emergency department visits were counted as an outcome.", false),
    Case("emergency-department", "The groups did not differ in emergency room use.", false),
    Case(
      "emergency-department",
      "Secondary outcomes were bed days and visits to the emergency department.", false),
    Case("emergency-department", "ED utilization fell in both groups.", false),
    Case(
      "emergency-department", "Emergency department admissions were taken from records.", false),
    Case(
      "emergency-department", "Costs included emergency department attendances and drugs.", false),
    Case("emergency-department", "Mentors explained emergency contraception to students.", false),
    Case("emergency-department", "Every home had an emergency plan for floods.", false),
    Case(
      "emergency-department", "Presentation to the emergency department was self-reported.", false),
  ])
  func `emergency visits as an outcome are not a setting`(sentence: Case) { sentence.check() }

  @Test(arguments: [
    Case("military-veterans", "Veterans with diabetes were called by other veterans.", true),
    Case("military-veterans", "Soldiers were trained as peer mentors at an army base.", true),
    Case("military-veterans", "A VA medical center hired peer specialists.", true),
    Case("military-veterans", "Active duty service members met peers who had served.", true),
    Case("military-veterans", "Combat veterans wrote to each other about sleep.", true),
    Case("military-veterans", "We aim to combat stigma by mentoring.", false),
    Case("military-veterans", "It is a collective effort to combat diabetes.", false),
    Case("military-veterans", "Volunteers combat loneliness with weekly visits.", false),
    Case("military-veterans", "Lay workers helped to combat malaria in the villages.", false),
    Case("military-veterans", "A campaign to combat HIV trained peer educators.", false),
    Case("military-veterans", "The clubs were set up to combat poverty and hunger.", false),
    Case("military-veterans", "Exercise may combat fatigue after treatment.", false),
    Case("military-veterans", "To combat this, mentors met parents each week.", false),
    Case("military-veterans", "Strategies to combat obesity include walking groups.", false),
  ])
  func `to combat something is not military`(sentence: Case) { sentence.check() }

  @Test(arguments: [
    Case("telephone", "Mentors phoned each mother once a week.", true),
    Case("telephone", "Peers gave support by telephone for six months.", true),
    Case("telephone", "Text messages from coaches were sent every day.", true),
    Case("telephone", "Volunteers ran a helpline for parents.", true),
    Case("telephone", "The intervention consisted of ten telephone calls from a peer.", true),
    Case("telephone", "The full text of each leaflet was read.", false),
    Case("telephone", "Answers in free text were coded by two readers.", false),
    Case("telephone", "The text of the leaflet was simple.", false),
    Case("telephone", "Texts were coded line by line and sorted into themes.", false),
    Case("telephone", "Mentors and pupils read texts about bullying aloud.", false),
    Case("telephone", "Full-text articles were obtained from the library.", false),
    Case("telephone", "Nurses wrote their notes as plain text.", false),
    Case("telephone", "Students used a textbook and met a tutor.", false),
    Case("telephone", "The context of each visit was recorded.", false),
  ])
  func `a text is not a text message`(sentence: Case) { sentence.check() }

  @Test(arguments: [
    Case("outpatient-clinic", "Patients were coached at an outpatient clinic.", true),
    Case("outpatient-clinic", "Women attending an antenatal clinic met peer counsellors.", true),
    Case("outpatient-clinic", "The trial was set in four HIV clinics.", true),
    Case(
      "outpatient-clinic", "Outpatients with gout joined groups at the rheumatology clinic.", true),
    Case("outpatient-clinic", "Peer mentors worked in two dialysis centers.", true),
    Case("outpatient-clinic", "Participants had a history of outpatient treatment.", false),
    Case("outpatient-clinic", "Outpatient visits in the past year were an outcome.", false),
    Case("outpatient-clinic", "The costs of outpatient care were compared.", false),
    Case("outpatient-clinic", "Use of outpatient services did not differ between groups.", false),
    Case("outpatient-clinic", "Previous outpatient care predicted dropout.", false),
    Case("outpatient-clinic", "Fewer people had outpatient visits after the programme.", false),
    Case("outpatient-clinic", "Clinical outcomes were measured at home.", false),
    Case("outpatient-clinic", "Earlier outpatient treatment was an exclusion criterion.", false),
    Case("outpatient-clinic", "Outpatient costs were taken from insurance claims.", false),
  ])
  func `outpatient care as history or outcome is not a clinic setting`(sentence: Case) {
    sentence.check()
  }

  @Test(arguments: [
    Case("community", "Lay health workers went from door to door in ten villages.", true),
    Case("community", "Sessions were held in community centres.", true),
    Case("community", "Twenty villages were randomised to a women's group.", true),
    Case("community", "Peers ran groups in barbershops of the neighbourhood.", true),
    Case("community", "Community health workers visited families in the slum.", true),
    Case("community", "The study population was diverse.", false),
    Case("community", "The scientific community has called for trials.", false),
    Case("community", "A sense of community grew among the members.", false),
    Case("community", "Community integration was measured with a scale.", false),
    Case("community", "The target population consisted of nurses on wards.", false),
    Case("community", "Results apply to the general population of patients.", false),
    Case("community", "The research community agreed on ten outcomes.", false),
    Case("community", "The sample represents the population of inpatients.", false),
    Case("community", "Readers belong to the international community of surgeons.", false),
  ])
  func `a population is not a community setting`(sentence: Case) { sentence.check() }

  @Test(arguments: [
    Case("community", "Peer educators were trained for two days.", false),
    Case("community", "Peer navigators called patients after discharge.", false),
    Case("community", "Patient navigators helped with appointments.", false),
    Case("community", "The roles of peer educators are unclear.", false),
    Case("community", "Peer navigators need supervision.", false),
    Case("community", "Each ward had one peer educator.", false),
    Case("community", "Volunteers earned nothing.", false),
    Case("community", "Peer education on wards is new.", false),
    Case("community", "A navigator met each inpatient.", false),
    Case("community", "Hospital volunteers read to patients.", false),
    Case("community", "Peer educators went from door to door in the villages.", true),
    Case("community", "Peer navigators worked in community centres.", true),
  ])
  func `a peer educator is not a community setting`(sentence: Case) { sentence.check() }

  @Test(arguments: [
    Case("telephone", "Peers phoned the participants every week.", true),
    Case("telephone", "Support was given by telephone.", true),
    Case("telephone", "Data were collected in phone interviews.", false),
    Case("telephone", "Outcomes were assessed by mail and telephone interviews.", false),
    Case("telephone", "A telephone survey measured satisfaction.", false),
    Case("telephone", "Women without reliable phone service were excluded.", false),
    Case("telephone", "The team met in conference calls.", false),
    Case("home", "Peers visited the mothers at home every week.", true),
    Case("home", "Home care workers met in groups at their agency.", false),
    Case("home", "Language spoken in the home was recorded.", false),
    Case("home", "Patients received home blood pressure monitors.", false),
    Case("online", "Groups met online with a moderator.", true),
    Case("online", "A computer-generated list was used for allocation.", false),
    Case("online", "The Cochrane Library and online databases were searched.", false),
    Case(
      "care-home", "Family medicine residents were trained in long-term care of obesity.", false),
  ])
  func `data collection and devices are not settings`(sentence: Case) { sentence.check() }

  /// A sentence that means a setting or not.
  @Test(arguments: [
    Case("substance-use-service", "Peer mentors ran groups in a residential alcohol unit.", true),
    Case(
      "substance-use-service",
      "The study took place in two residential rehabilitation units for people with alcohol problems.",
      true),
    Case("substance-use-service", "Peer workers met patients during inpatient detox.", true),
    Case("substance-use-service", "Patients on a detoxification ward met a peer every day.", true),
    Case("substance-use-service", "Naloxone was given out by peers at a needle exchange.", true),
    Case("substance-use-service", "Residents of sober living houses were interviewed.", true),
    Case("substance-use-service", "Peers worked at an overdose prevention site.", true),
    Case("substance-use-service", "The peers worked in a supervised injecting facility.", true),
    Case("substance-use-service", "Peers staffed a sobering centre.", true),
    Case(
      "substance-use-service", "Patients of a rehabilitation unit learned to walk after a stroke.",
      false),
    Case("substance-use-service", "Alcohol use in the unit of analysis was recorded.", false),
    Case(
      "mental-health-service", "Students of a recovery college in London met peer trainers.", true),
    Case("mental-health-service", "Peers worked in a crisis cafe.", true),
    Case("mental-health-service", "Peers joined the home treatment team.", true),
    Case("mental-health-service", "Peers were employed in a crisis resolution team.", true),
    Case("mental-health-service", "A student at a college recovered from flu.", false),
    Case("hospital-inpatient", "Ward-based peers supported patients with stroke.", true),
    Case("hospital-inpatient", "Peer workers met patients each day on the ward.", true),
    Case("hospital-inpatient", "Peers visited men on a stroke ward.", true),
    Case("hospital-inpatient", "Voters of the city ward met mentors in a park.", false),
    Case("homeless-service", "The course was held in a day centre for homeless adults.", true),
    Case("homeless-service", "Peers visited people in temporary accommodation.", true),
    Case(
      "homeless-service", "The groups met at a drop-in centre for people who sleep rough.", true),
    Case(
      "homeless-service", "Women at a drop-in centre for sex workers were trained as peers.", false),
    Case("workplace", "Paramedics of an ambulance service were trained as peer supporters.", true),
    Case("workplace", "Police officers at three stations trained as peer supporters.", true),
  ])
  func `units, wards, colleges and centres are settings`(sentence: Case) { sentence.check() }

  struct Case: Sendable, CustomTestStringConvertible {
    var code: String
    var text: String
    var isSetting: Bool

    init(_ code: String, _ text: String, _ isSetting: Bool) {
      self.code = code
      self.text = text
      self.isSetting = isSetting
    }

    var testDescription: String { text }

    func check() {
      let found = codes(appraise(text, title: "Mentors for adults").setting)
      withKnownIssue("still wrong") {
        #expect(found.contains(code) == isSetting, "\(found)")
      } when: {
        Self.stillWrong.contains(text)
      }
    }

    /// Texts that the models get wrong.
    private static let stillWrong: Set<String> = [
      "Community health workers visited families in the slum.",
      "Peer educators went from door to door in the villages.",
      "Peer navigators worked in community centres.",
      "A VA medical center hired peer specialists.",
      "Patients on a detoxification ward met a peer every day.",
      "Students of a recovery college in London met peer trainers.",
      "Paramedics of an ambulance service were trained as peer supporters.",
      "Police officers at three stations trained as peer supporters.",
    ]
  }
}
