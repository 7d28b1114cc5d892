import Appraisal
import Literature
import Testing

/// Opioids as a problem of people, and opioids that relieve pain.
///
/// Training leaves these sentences out, so that they test it.
struct OpioidFamilyTests {
  @Test(arguments: [
    ("Ketamine after spine surgery", "Opioid consumption in 24 hours was the primary outcome."),
    ("Nerve block for hip fracture", "Postoperative opioid use was recorded in 80 adults."),
    ("Fentanyl for labour pain", "Women received epidural fentanyl or ropivacaine."),
    ("Acetaminophen after tonsillectomy", "Children needed fewer opioids for pain."),
    ("Opioid-free anaesthesia", "Adults had opioid-free anaesthesia for gastric bypass surgery."),
    ("Intrathecal morphine", "Opioid requirements after caesarean section were compared."),
    ("Oxycodone for cancer pain", "Patients with cancer pain took oxycodone or morphine."),
    ("Naloxone against itching", "Naloxone lowered the itching that opioid analgesia causes."),
    ("Opioid-induced constipation", "Adults who take opioids for back pain got naltrexone."),
    ("Remifentanil", "Patients were sedated with an opioid during the endoscopy."),
    ("Painkillers after dental surgery", "Opioid tablets and ibuprofen were compared."),
    ("Music in the recovery room", "Patients listened, and opioid doses after surgery fell."),
  ])
  func `opioids that relieve pain are not opioid use`(title: String, text: String) {
    let found = codes(appraise(text, title: title).condition)
    #expect(!found.contains("opioid-use") && !found.contains("substance-use"), "\(found)")
  }

  @Test(arguments: [
    ("Peers for people who use drugs", "People who use drugs had pain and met peers."),
    ("Cocaine users in pain clinics", "Cocaine users with chronic pain met a peer."),
    ("Substance use after surgery", "Substance use disorder was treated before surgery."),
  ])
  func `pain does not hide substance use`(title: String, text: String) {
    let found = codes(appraise(text, title: title).condition)
    #expect(found.contains("substance-use"), "\(found)")
  }

  @Test(arguments: [
    ("Peer coaches after overdose", "People who survived an opioid overdose had chronic pain."),
    ("Pain and opioid use disorder", "Adults with opioid use disorder and pain met a group."),
    ("Buprenorphine before surgery", "Patients who take buprenorphine had surgery."),
    ("Mentors in methadone clinics", "Mentors met patients with pain who began methadone."),
    ("Heroin users in hospital", "Heroin users in surgical wards met a peer."),
    ("Prescription opioids and pain", "Clinicians were taught to prescribe opioids safely."),
    ("Tapering opioids", "Adults with chronic pain tapered their opioids with a peer."),
    ("Navigators for people who inject opioids", "They came with painful wounds."),
    ("Naloxone kits", "Volunteers handed out naloxone kits to people with opioid dependence."),
    ("Peers and opioids", "Peers met people who use opioids."),
  ])
  func `pain does not hide opioid use`(title: String, text: String) {
    let found = codes(appraise(text, title: title).condition)
    #expect(found.contains("opioid-use"), "\(found)")
  }
}
