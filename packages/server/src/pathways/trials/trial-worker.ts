import { type ToldTrial, type TrialOrder, tellTrial } from '@tirek/domain/reports/pathway-trials';
import { carryOut } from '../../apart/carry-out.ts';

/** Holds the counts of a trial against what small groups they would give away: some seconds, apart from whoever answers people. */
carryOut((order: TrialOrder, tell: (told: ToldTrial) => void) => {
  tell(tellTrial(order));
});
