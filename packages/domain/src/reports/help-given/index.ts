export { helpGivenContract } from './contract.ts';
export { gotBetween, groupOf } from './counted-person.ts';
export {
  type CountedPerson,
  type FiguresOrder,
  HELP_MEASURES,
  HELPED_GROUPS,
  type HelpCell,
  type HelpedGroup,
  HelpFigures,
  type HelpMeasure,
  isCountedFor,
  type MadeFigures,
  makeHelpFigures,
  type Releases,
} from './figures.ts';
