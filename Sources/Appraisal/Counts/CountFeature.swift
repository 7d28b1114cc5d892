/// Features for judging whether a number counts the participants of a study.
///
/// The names are those in the group `sample` of `weights.tsv`.
enum CountFeature: Int, Feature {
  // The form of the number and its noun.
  case people, group, provider, caseHead, elided, letterEquals, capitalN, afterPeople, afterArm
  case sampleBefore, total, approximately, spelled, farHead, armHead, sumOfParts, sumOfArms
  case acronym, interviews, counted, looseSum, perArm, sumOfNeighbours, shared, sumOfGroups
  case rangeEnd, otherGroup, thingAfter, served
  // The topic of its sentence.
  case willSentence, pastSentence, eachSentence, sampleSentence, powerSentence, planSentence
  case randomisedSentence, enrolledSentence, screenedSentence, armSentence, reviewSentence
  case referenceMark, eachBefore, peopleBefore, siteBefore, sizeBefore, sizeSentence, sizeNear
  case reachedLater
  // The stage of the study that the people counted reached.
  case randomisedAfter, randomisedBefore, enrolledAfter, enrolledBefore, analysedAfter
  case analysedBefore, interviewed, treated, screened, outcome, planned, target, conducted
  case enrolledNear, randomisedNear, studyBefore, willBefore, ownStudy, interviewSentence
  // Its relation to a larger number.
  case chained, armPair, bracketed, respectively, partOfSum, sibling, afterChain, fraction, of,
    part, each, armNear, coordinated, remaining, subsample, percentAfter, statistic, bound
  case negated, prior, year, unitNear, old, loosePart, citedSentence, groupsOf, notReached
  case otherStudyBefore, populationBefore, populationAfter, firstPeopleBefore, groupSizeBefore
  case approached, tookPart, otherOwn, perUnit, afterCited, nestedBefore, afterStudies
  // Its position.
  case sentenceStart, first, second, firstPeople, title, background, objective, methods,
    participants, results
  case conclusion, summary, early
  // Its relation to the other numbers.
  case armsSum, repeated, largest, smallerRandomised, tiny, small, huge, twice
  // The kind of document that it is in.
  case review, future, noDesign
}
