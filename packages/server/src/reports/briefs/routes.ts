import { Problem } from '@tirek/domain/problem';
import { REPORT_FILES } from '@tirek/domain/reports';
import {
  briefFileName,
  briefsContract,
  buildBrief,
  buildRegionSheet,
} from '@tirek/domain/reports/brief';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { makeDocument } from '../documents/index.ts';
import { loadWaveFacts } from '../facts.ts';
import { formsOf } from '../forms-of.ts';
import { inOnePiece } from '../in-one-piece.ts';
import { reportFor } from '../report-for.ts';
import { briefReceipt } from './brief-receipt.ts';

const handlers: Handlers<typeof briefsContract> = {
  async getWaveBriefFile({ tx, input, now, about }) {
    const { waveId, language, kind, place = '', format, audience = 'internal' } = input;
    const facts = await loadWaveFacts(tx, waveId);
    about([waveId], { answers: facts.responses.length, language, format, kind, audience });
    const forms = formsOf(facts);
    const report = reportFor(facts, { language, audience });
    const receipt = briefReceipt(facts, { audience, now });
    const brief =
      kind === 'brief'
        ? buildBrief(report, forms, receipt)
        : buildRegionSheet(report, { forms, place }, receipt);
    if (!brief) throw new Problem('not-found', { place });
    return {
      fileName: briefFileName(report, { kind, format }),
      mediaType: REPORT_FILES[format].mediaType,
      pieces: inOnePiece(() => makeDocument({ brief, format })),
    };
  },
};

export const briefsRoutes = routesOf(briefsContract, handlers);
