export {
  type AskedPerson,
  type AskObstacle,
  askObstacles,
  fewestObstacles,
  formsForPersons,
  informantsOf,
  isForPerson,
} from './ask-obstacles.ts';
export * from './assessment.ts';
export { type AssessmentTexts, assessmentTexts } from './assessment-texts.ts';
export { Competence, competenceStands } from './competence.ts';
export { assessmentsContract } from './contract.ts';
export { type DifferingAnswer, differingAnswers } from './differing-answers.ts';
export { newSignals } from './new-signals.ts';
export {
  type Agreement,
  agreementOf,
  type View,
  viewOf,
  viewsBeside,
} from './results/agreement.ts';
export {
  CHANGE_VERDICTS,
  type ChangeRule,
  type ChangeVerdict,
  changeRuleOf,
  changeVerdict,
  unchangedBand,
} from './results/change.ts';
export { type Course, type CoursePoint, coursesOf } from './results/course.ts';
export { drawCourse } from './results/draw-course.ts';
export { drawScore } from './results/draw-score.ts';
export { type ItemConcern, itemsByConcern } from './results/item-concern.ts';
export { areSameScores } from './same-scores.ts';
