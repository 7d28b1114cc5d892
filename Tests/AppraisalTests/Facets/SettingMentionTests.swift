import Appraisal
import Testing

/// Words for a place that name people, treatments, devices or the collection of data instead.
struct SettingMentionTests {
  @Test(arguments: [
    // People of a community.
    ("We surveyed 40 community-dwelling adults.", "community"),
    ("Carers of community-residing patients with dementia were interviewed.", "community"),
    ("Groups were held with 21 members of the SGM community.", "community"),
    ("Members of the deaf community completed a questionnaire.", "community"),
    ("A community sample of fertile women was measured.", "community"),
    ("Older adults who live independently in the community were measured.", "community"),
    ("The LGBTQ community has worse health.", "community"),
    ("Such methods are unlikely to be adopted in community settings.", "community"),
    // Visits around an operation.
    ("Adults joined a postoperative support programme.", "hospital-inpatient"),
    ("Visits were scheduled preoperatively.", "hospital-inpatient"),
    // Treatments and teams.
    ("An addiction consult service visited patients.", "substance-use-service"),
    ("The Substance Use Treatment and Recovery Team saw patients.", "substance-use-service"),
    // Data, consent and devices.
    ("Verbal consent to be screened will be obtained over the telephone.", "telephone"),
    ("Volunteers were contacted by phone or email.", "telephone"),
    ("Volunteers were contacted by phone or email.", "online"),
    ("Participants were screened by phone.", "telephone"),
    ("Telephone safety assessments followed on day 7.", "telephone"),
    ("Safety phone calls followed on day 7.", "telephone"),
    ("Phone interviews will be conducted at month 3.", "telephone"),
    ("Participants must own a smart phone.", "telephone"),
    ("Participants must own a smartphone.", "online"),
    ("Inclusion criteria: access to a smart phone or a similar device.", "telephone"),
    ("Those eligible will be contacted by research staff by phone to assess them.", "telephone"),
    ("Participants were screened by phone before the visit.", "telephone"),
    ("The programme called Preventing Loss was tested.", "telephone"),
    ("Focus groups asked about sexual and gender minority communities.", "community"),
    ("This is a model for other web-based behaviour change interventions.", "online"),
    // Background and ages.
    ("Many adults are cared for at home by relatives.", "home"),
    ("People with dementia living at home were the subject.", "home"),
    ("Behaviour was followed into the elementary school years.", "school"),
    // Habits and guidance rather than a doctor's practice.
    ("The feeding practices of mothers were recorded.", "primary-care"),
    ("Best practices were listed in a handbook.", "primary-care"),
    ("The practice guidelines were revised.", "primary-care"),
    // Referral and a name.
    ("Mothers were referred to a nutritionist.", "outpatient-clinic"),
    ("A community of practice was formed by mentors.", "community"),
    ("The course is called Walking Well.", "telephone"),
    // A home for people in need of care.
    ("Volunteers met residents at the nursing home every week.", "home"),
    ("Students sang in two care homes near the town.", "home"),
  ])
  func `a word that is not a place gives no setting`(text: String, code: String) {
    let found = Appraiser().codes(of: sample(text), facet: .setting)
    #expect(!found.mentions.map(\.code).contains(code), "\(found.mentions.map(\.text))")
  }

  @Test(arguments: [
    ("Patients of 12 GP surgeries took part.", "primary-care"),
    ("Most programmes took place in people's homes.", "home"),
    ("Volunteers ran weekly sessions at home on foot care.", "home"),
    ("Home sampling kits were posted.", "home"),
    ("We trained them in three sessions over WebEx.", "online"),
    ("The group met on Microsoft Teams.", "online"),
    ("A modified Delphi was organised online.", "online"),
    ("A chatbot answered the questions.", "online"),
    ("Mentors will make at least eight calls.", "telephone"),
    ("The midwives ran nine drop-in groups.", "community"),
    ("Parents met in children's centres, a library and a leisure centre.", "community"),
    ("Either lay-led group support or a course was offered.", "community"),
    ("Patients of an NHS eating disorders service took part.", "mental-health-service"),
    ("Patients will return to the clinic every month.", "outpatient-clinic"),
    ("The trial is done in 12 ARV assessment sites.", "outpatient-clinic"),
    ("Patients of a methadone maintenance treatment clinic met.", "substance-use-service"),
    ("General practitioners led the programme.", "primary-care"),
    ("Mentors delivered the kits at his home.", "home"),
    ("Lessons took place in schools and homes of enrolled families.", "home"),
    // A phrase of one setting that contains one of another.
    ("Navigators worked in eight community health centers.", "community"),
    ("Navigators worked in eight community health centers.", "primary-care"),
    ("A community-based clinic hired peers.", "community"),
    ("A community-based clinic hired peers.", "outpatient-clinic"),
    ("Families of outpatients with schizophrenia met.", "outpatient-clinic"),
    ("Families of outpatients with schizophrenia met.", "mental-health-service"),
    ("Peers worked in outpatient mental health services.", "outpatient-clinic"),
    ("Peers worked in outpatient mental health services.", "mental-health-service"),
    ("Veterans in residential treatment met peers.", "substance-use-service"),
    ("Women were recruited from two OMAT facilities.", "substance-use-service"),
    ("Peers met adults entering substance abuse treatment.", "substance-use-service"),
    ("Patients of an inpatient psychiatry unit met peers.", "mental-health-service"),
    ("Patients of an inpatient psychiatry unit met peers.", "hospital-inpatient"),
    ("Teenagers attending a weight loss clinic were enrolled.", "outpatient-clinic"),
    ("Mentors worked at three transplant centers.", "outpatient-clinic"),
    ("Young men in a juvenile hall met mentors.", "prison"),
    ("Health extension workers ran the groups.", "community"),
    ("The YMCA ran the courses.", "community"),
    ("The YMCA ran the courses.", "voluntary-sector"),
    ("Volunteers met residents at the nursing home every week.", "care-home"),
  ])
  func `a setting is found by any of its names`(text: String, code: String) {
    let found = Appraiser().codes(of: sample(text), facet: .setting)
    #expect(found.mentions.map(\.code).contains(code), "\(found.mentions.map(\.text))")
  }
}
