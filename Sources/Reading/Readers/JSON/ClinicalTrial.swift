import JSON
import Literature

/// A study as ClinicalTrials.gov's web service and downloads describe it (ClinicalTrials.gov, "Study
/// Data Structure", API version 2).
enum ClinicalTrial {
  /// The reference that an object describes.
  static func reference(_ study: JSONValue) -> BibliographicRecord {
    let modules = study["protocolSection"]
    let names = modules?["identificationModule"]
    let summary = modules?["descriptionModule"]
    var reference = BibliographicRecord()
    reference.key = names?["nctId"]?.text
    reference.add(.registry, reference.key)
    reference.url = reference.key.map { "https://clinicaltrials.gov/study/\($0)" }
    let official = names?["officialTitle"]?.text
    reference.title = names?["briefTitle"]?.text ?? official ?? ""
    reference.addTrialTitle(official, acronym: names?["acronym"]?.text)
    reference.abstract = summary?["briefSummary"]?.text ?? ""
    if let description = summary?["detailedDescription"]?.text {
      reference.others.append(OtherText(heading: "Detailed description", text: description))
    }
    reference.addTrialNumbers(
      texts(of: names?["orgStudyIdInfo"], "id") + texts(of: names?["secondaryIdInfos"], "id")
        + texts(of: names?["nctIdAliases"]))
    reference.participants = modules?["designModule"]?["enrollmentInfo"]?["count"]?.text
    let status = modules?["statusModule"]
    // As in ClinicalTrials.gov's tables, where the start comes first.
    for date in [
      status?["startDateStruct"]?["date"], status?["studyFirstPostDateStruct"]?["date"],
      status?["studyFirstSubmitDate"],
    ] where reference.year == nil { reference.setDate(date?.text) }
    reference.types = [modules?["designModule"]?["studyType"]?.text].compactMap(\.self)
    reference.imprint.publisher =
      modules?["sponsorCollaboratorsModule"]?["leadSponsor"]?["name"]?.text
    let conditions = modules?["conditionsModule"]
    let derived = study["derivedSection"]
    let keywords = [
      texts(of: conditions?["conditions"]), texts(of: conditions?["keywords"]),
      texts(of: modules?["armsInterventionsModule"]?["interventions"], "name"),
      // The MeSH headings that ClinicalTrials.gov derives.
      texts(of: derived?["conditionBrowseModule"]?["meshes"], "term"),
      texts(of: derived?["interventionBrowseModule"]?["meshes"], "term"),
    ]
    var seen: Set<String> = []
    reference.keywords = keywords.joined().filter { seen.insert($0.lowercased()).inserted }
    reference.decodeEntities()
    return reference
  }

  /// The texts in a list, or those of a member of its objects.
  private static func texts(of list: JSONValue?, _ member: String? = nil) -> [String] {
    (list?.elements ?? []).compactMap { value in
      guard let member else { return value.text }
      return value[member]?.text
    }
  }
}
