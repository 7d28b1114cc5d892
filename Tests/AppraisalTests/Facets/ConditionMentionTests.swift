import Appraisal
import Testing

/// Other names of conditions, and words for conditions that name something else.
struct ConditionMentionTests {
  @Test(arguments: [
    ("We tested a trauma-informed course for families.", "ptsd"),
    ("The Substance Use Treatment and Recovery Team saw them.", "substance-use"),
    ("Mothers and their children were at home.", "child-health"),
    ("Carers look after their own infants.", "child-health"),
    ("We make a plea for the animal's mental health.", "mental-health"),
    ("Outcomes were the Zung depression scale and weight.", "depression"),
    ("Outcomes were the State-Trait Anxiety Inventory and weight.", "anxiety"),
    ("The depression, anxiety and stress scale was used.", "depression"),
    ("Nurses used the Test for Nicotine Dependence.", "tobacco-use"),
    ("A posttraumatic stress disorder checklist was used.", "ptsd"),
  ])
  func `a name, a scale or a family is not a condition`(text: String, code: String) {
    let found = Appraiser().codes(of: sample(text), facet: .condition)
    #expect(!found.mentions.map(\.code).contains(code), "\(found.mentions.map(\.text))")
  }

  @Test(arguments: [
    ("Effective Aids treatment and support in the Free State.", "hiv"),
    ("Patients at ARV assessment sites took part.", "hiv"),
    ("Adults who also use drugs were interviewed.", "substance-use"),
    ("Cocaine dependent adults took part.", "substance-use"),
    ("Delinquency among dually diagnosed adolescents was measured.", "mental-health"),
    ("Women with anxiety after childbirth took part.", "perinatal-mental-health"),
    ("Distress during pregnancy was measured.", "perinatal-mental-health"),
    ("In adults, muscle disease is a chronic condition.", "neurological"),
    ("People with motor neurone disease met.", "neurological"),
    ("Adults with excessive fear of falling took part.", "anxiety"),
    ("The treatment of frown lines with a toxin was safe.", "other"),
    ("Patients with sciatica were asked.", "chronic-pain"),
    ("Patients with hip OA were asked.", "arthritis"),
    ("Navigators arranged lung screening.", "cancer"),
    ("Members wanted to lose some weight.", "obesity"),
    ("Residents of retirement communities walked.", "ageing"),
    ("Young people with low mood met.", "depression"),
    ("Survivors of torture were interviewed.", "violence-abuse"),
    ("Street-involved youth met mentors.", "homelessness"),
  ])
  func `a condition is found by its other names`(text: String, code: String) {
    let found = Appraiser().codes(of: sample(text), facet: .condition)
    #expect(found.mentions.map(\.code).contains(code), "\(found.mentions.map(\.text))")
  }
}
