import { findForm } from '@tirek/domain/instruments';
import { Problem } from '@tirek/domain/problem';
import { buildWaveReport, reportsContract, type WaveFacts } from '@tirek/domain/reports';
import { type Handlers, routesOf } from '../http/handler.ts';
import { loadWaveFacts } from './facts.ts';

const handlers: Handlers<typeof reportsContract> = {
  async getWaveReport({ tx, input, about }) {
    const facts = await loadWaveFacts(tx, input.waveId);
    about([input.waveId], { answers: facts.responses.length, language: input.language });
    return buildWaveReport(facts, formsOf(facts), { language: input.language });
  },
};

export const reportsRoutes = routesOf(reportsContract, handlers);

/** The instruments of a wave in the versions it was asked with. */
export function formsOf(facts: WaveFacts) {
  return facts.wave.forms.map(({ code, version }) => {
    const form = findForm(code, version);
    if (!form) throw new Problem('internal', { missing: 'form', code, version });
    return form;
  });
}
