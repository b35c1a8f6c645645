export { papersContract } from './contract.ts';
export {
  ANSWER_DAYS,
  type Births,
  birthsOf,
  isStuck,
  type OpenPaper,
  openPapers,
  STUCK_REASONS,
  StuckPaper,
  type StuckReason,
  stuckPapers,
} from './open-papers.ts';
export {
  isOpenState,
  KINDS_ABOUT_ANOTHER,
  newestPapers,
  OPEN_STATES,
  PAPER_ACTORS,
  PAPER_KINDS,
  PAPER_STATES,
  PAPER_STEPS,
  Paper,
  PaperInput,
  type PaperKind,
  type PaperState,
  paperDue,
  stateOn,
} from './paper.ts';
export { type PaperTexts, paperTexts } from './paper-texts.ts';
export { PAPER_DEPENDENCIES, type PaperDependency, type WaitingKind } from './what-waits.ts';
