import { REPORT_FILES, reportFileName, reportsContract } from '@tirek/domain/reports';
import { type Handlers, routesOf } from '../http/handler.ts';
import { VERSION } from '../version.ts';
import { adolescenceRoutes } from './adolescence/routes.ts';
import { briefsRoutes } from './briefs/routes.ts';
import { makeDocumentOf } from './documents/index.ts';
import { exportsRoutes } from './exports/routes.ts';
import { loadWaveFacts } from './facts.ts';
import { familyPlanRoutes } from './family-plans/routes.ts';
import { genogramRoutes } from './genograms/routes.ts';
import { inOnePiece } from './in-one-piece.ts';
import { makeReport } from './make-report.ts';
import { registerTemplateRoutes } from './registers/routes.ts';
import { releasesRoutes } from './releases/routes.ts';
import { themesRoutes } from './themes/routes.ts';

const handlers: Handlers<typeof reportsContract> = {
  async getWaveReport({ tx, input, about }) {
    const facts = await loadWaveFacts(tx, input.waveId);
    const { language, audience = 'internal' } = input;
    about([input.waveId], { answers: facts.responses.length, language, audience });
    return await makeReport(facts, { language, audience });
  },

  async getWaveReportFile({ tx, input, about }) {
    const { waveId, language, format, audience = 'internal' } = input;
    const facts = await loadWaveFacts(tx, waveId);
    about([waveId], { answers: facts.responses.length, language, format, audience });
    const report = makeReport(facts, { language, audience });
    const file = makeDocumentOf(report, { format, version: VERSION });
    // Told where the answer is read; without a report, below.
    file.catch(() => undefined);
    return {
      fileName: reportFileName(await report, format),
      mediaType: REPORT_FILES[format].mediaType,
      pieces: inOnePiece(() => file),
    };
  },
};

export const reportsRoutes = [
  ...routesOf(reportsContract, handlers),
  ...adolescenceRoutes,
  ...briefsRoutes,
  ...exportsRoutes,
  ...genogramRoutes,
  ...registerTemplateRoutes,
  ...familyPlanRoutes,
  ...releasesRoutes,
  ...themesRoutes,
];
