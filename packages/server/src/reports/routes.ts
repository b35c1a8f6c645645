import { buildWaveReport, reportsContract } from '@tirek/domain/reports';
import { type Handlers, routesOf } from '../http/handler.ts';
import { exportsRoutes } from './exports/routes.ts';
import { loadWaveFacts } from './facts.ts';
import { formsOf } from './forms-of.ts';

const handlers: Handlers<typeof reportsContract> = {
  async getWaveReport({ tx, input, about }) {
    const facts = await loadWaveFacts(tx, input.waveId);
    about([input.waveId], { answers: facts.responses.length, language: input.language });
    return buildWaveReport(facts, formsOf(facts), { language: input.language });
  },
};

export const reportsRoutes = [...routesOf(reportsContract, handlers), ...exportsRoutes];
