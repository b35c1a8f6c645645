export { adolescenceContract } from './contract.ts';
export { drawForecast } from './draw-forecast.ts';
export {
  ADOLESCENCE,
  AdolescenceForecast,
  type CountedChild,
  type Forecast,
  type ForecastOrder,
  forecastAdolescence,
  WAVE_MEASURES,
  type WaveCell,
  type WaveMeasure,
} from './forecast.ts';
