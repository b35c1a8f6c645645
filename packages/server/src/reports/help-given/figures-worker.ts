import {
  type FiguresOrder,
  type MadeFigures,
  makeHelpFigures,
} from '@tirek/domain/reports/help-given';
import { carryOut } from '../../apart/carry-out.ts';

/** Holds a month's counts against what small groups they would give away: some seconds, apart from the process that answers people. */
carryOut((order: FiguresOrder, tell: (made: MadeFigures) => void) => {
  tell(makeHelpFigures(order));
});
