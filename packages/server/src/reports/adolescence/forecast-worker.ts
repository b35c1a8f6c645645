import {
  type Forecast,
  type ForecastOrder,
  forecastAdolescence,
} from '@tirek/domain/reports/adolescence';
import { carryOut } from '../../apart/carry-out.ts';

/** Holds a month's counts against what small groups they would give away: some seconds, apart from the process that answers people. */
carryOut((order: ForecastOrder, tell: (forecast: Forecast) => void) => {
  tell(forecastAdolescence(order));
});
